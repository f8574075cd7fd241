import { choices } from './choices.ts';

/** 还款周期: how often a row falls due. */
export const paymentCycles = choices(
  ['month', '每月', 'Every month'],
  ['two_months', '每两个月', 'Every two months'],
  ['quarter', '每季', 'Every quarter'],
  ['half_year', '每半年', 'Every half-year'],
  ['year', '每年', 'Every year'],
  ['week', '每周', 'Every week'],
  ['two_weeks', '每两周', 'Every two weeks'],
  ['days', '每若干天', 'Every so many days'],
);
export const dueRuleChoices = choices(
  ['due_day', '还款日到期', 'On the due day'],
  ['month_end', '月末到期', 'At the end of the month'],
  ['settlement_day', '结息日结息，次日扣款', 'Interest settled on a day, due the day after'],
);
export const firstPeriodRules = choices(
  ['usual', '不是整期时按实际天数/360', 'Actual days/360 when it is not whole'],
  ['full_period', '按整期计息', 'As a whole period'],
  ['actual_days_360', '按实际天数/360', 'Actual days/360'],
  ['months_days', '整月加零头天数', 'Whole months and odd days'],
);
export const roundings = choices(['half_up', '四舍五入', 'Half up'], ['half_even', '四舍六入五成双', 'Half even'], ['down', '舍去尾数', 'Cut off']);
export const allocationPresets = choices(
  ['costs_first', '逐期：费用、复利、罚息、利息、本金', 'By installment: fee, compound, penalty, interest, principal'],
  ['interest_first', '逐期：费用、利息、本金、罚息、复利', 'By installment: fee, interest, principal, penalty, compound'],
  ['principal_first', '逐期：费用、本金、利息、罚息、复利', 'By installment: fee, principal, interest, penalty, compound'],
  ['costs_first_vertical', '逐科目：费用、复利、罚息、利息、本金', 'By component: fee, compound, penalty, interest, principal'],
);
export const compoundRules = choices(
  ['penalty_rate', '按罚息利率计收', 'At the penalty rate'],
  ['contract_rate', '按合同利率计收', 'At the contract rate'],
  ['none', '不计复利', 'None'],
);
export const graceRules = choices(
  ['retroactive', '超过宽限期，自到期日起计罚息', 'Once exceeded, penalty from the due date'],
  ['excess', '只对超过宽限期的天数计罚息', 'Penalty only for the days beyond it'],
);
export const penaltyBases = choices(['360', '360 天', '360 days'], ['365', '365 天', '365 days']);
export const prepaymentInterests = choices(
  ['all', '结清全部本金到当日的利息', 'Interest to the day on all principal'],
  ['portion', '只结所还本金的利息', 'Interest on the part repaid only'],
);
export const stepKinds = choices(['ratio', '等比累进（每段增加百分比）', 'By a share'], ['amount', '等额累进（每段增加金额）', 'By an amount']);
export const paymentSolves = choices(
  ['standard', '按标准月供公式', 'Standard formula'],
  ['exact_daycount', '按各期实际天数反算', 'Solved on the actual days of each row'],
);
