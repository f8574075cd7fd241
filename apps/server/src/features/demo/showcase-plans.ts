import { addDays, addMonths, parseCivilDate, type CivilDate } from '@loanbook/engine/civil-date.ts';
import { completeTerms, type PartialTerms } from '@loanbook/engine/default-terms.ts';
import { fen } from '@loanbook/engine/money.ts';
import { rateE8 } from '@loanbook/engine/rate.ts';
import type { ShowcaseLoan } from './showcase-loan.ts';

/*
 * One loan for each way to repay and to count: what the product page can show of plans. Dates hang on the business date.
 */

/** Yuan, tenths of a percent a year, months ago. */
function terms(today: CivilDate, method: PartialTerms['method'], yuan: number, rateTenths: number, monthsAgo: number, rest: Partial<PartialTerms> = {}): ReturnType<typeof completeTerms> {
  return completeTerms({ method, principalFen: fen(yuan * 100), rateAnnualE8: rateE8(rateTenths * 100_000), startsOn: addMonths(today, -monthsAgo), ...rest });
}

const paidSoFar: ShowcaseLoan['tell'] = (story) => story.payDueUntil(story.today);

export const showcasePlans: readonly ShowcaseLoan[] = [
  { note: '等额本息，按月按期还', borrower: 0, product: '小微经营贷', terms: (today) => terms(today, 'equal_installment', 240_000, 78, 14, { periods: 24 }), tell: paidSoFar },
  { note: '等额本金，按实际天数/365 计息', borrower: 0, product: '消费贷', terms: (today) => terms(today, 'equal_principal', 60_000, 96, 5, { periods: 12, interestMode: 'actual_365' }), tell: paidSoFar },
  { note: '按月付息、到期还本，30E/360', borrower: 1, product: '惠农贷', terms: (today) => terms(today, 'interest_only', 80_000, 72, 8, { periods: 12, interestMode: '30e_360' }), tell: paidSoFar },
  { note: '按季付息，每季末月 20 日结息', borrower: 1, product: '惠农贷', terms: (today) => terms(today, 'quarterly_interest', 150_000, 66, 13, { maturesOn: addMonths(today, 11), interestMode: 'actual_360' }), tell: paidSoFar },
  { note: '利随本清，对年对月对日加零头天数', borrower: 2, product: '惠农贷', terms: (today) => terms(today, 'bullet', 50_000, 84, 4, { maturesOn: addDays(addMonths(today, 4), 10), interestMode: 'months_days' }), tell: paidSoFar },
  { note: '等本等息', borrower: 2, product: '商户快贷', terms: (today) => terms(today, 'flat', 36_000, 72, 7, { periods: 12 }), tell: paidSoFar },
  { note: '气球贷：按 120 期计算月供，第 24 期还清余额', borrower: 3, product: '小微经营贷', terms: (today) => terms(today, 'balloon', 500_000, 68, 10, { periods: 24, amortizationPeriods: 120 }), tell: paidSoFar },
  { note: '气球贷：留 20 万元尾款', borrower: 3, product: '小微经营贷', terms: (today) => terms(today, 'balloon', 600_000, 70, 6, { periods: 18, residualFen: fen(20_000_000) }), tell: paidSoFar },
  { note: '自定义计划：卖粮后三次还本', borrower: 4, product: '惠农贷', terms: (today) => terms(today, 'custom', 90_000, 75, 6, { interestMode: 'actual_360', customRows: [[2, 20_000], [-2, 40_000], [-5, 30_000]].map(([ago = 0, yuan = 0]) => ({ dueOn: addMonths(today, -ago), principalFen: fen(yuan * 100) })) }), tell: paidSoFar },
  { note: '等比累进：每 6 期月供增加 5%', borrower: 4, product: '消费贷', terms: (today) => terms(today, 'progressive', 120_000, 86, 9, { periods: 24, progressiveStep: { kind: 'ratio', ratioE8: 5_000_000, everyPeriods: 6 } }), tell: paidSoFar },
  { note: '等额累进：每 12 期月供增加 300 元', borrower: 5, product: '消费贷', terms: (today) => terms(today, 'progressive', 150_000, 88, 15, { periods: 36, progressiveStep: { kind: 'amount', amountFen: fen(30_000), everyPeriods: 12 } }), tell: paidSoFar },
  { note: '宽限 6 期只还利息，之后等额本息', borrower: 5, product: '小微经营贷', terms: (today) => terms(today, 'equal_installment', 300_000, 74, 9, { periods: 30, interestOnlyPeriods: 6 }), tell: paidSoFar },
  { note: '按周还款', borrower: 6, product: '商户快贷', terms: (today) => terms(today, 'equal_installment', 26_000, 120, 3, { periods: 26, periodDays: 7, interestMode: 'actual_360' }), tell: paidSoFar },
  { note: '每 10 天还一次', borrower: 6, product: '商户快贷', terms: (today) => terms(today, 'equal_principal', 18_000, 120, 2, { periods: 18, periodDays: 10, interestMode: 'actual_360' }), tell: paidSoFar },
  { note: '半年一次等额本金', borrower: 7, product: '惠农贷', terms: (today) => terms(today, 'equal_principal', 200_000, 70, 13, { periods: 6, periodMonths: 6 }), tell: paidSoFar },
  { note: '按年付息，两年到期还本', borrower: 7, product: '惠农贷', terms: (today) => terms(today, 'interest_only', 100_000, 65, 14, { periods: 2, periodMonths: 12 }), tell: paidSoFar },
  { note: '宽限 5 天，超过宽限期从应还日补算罚息', borrower: 8, product: '消费贷', terms: (today) => terms(today, 'equal_installment', 48_000, 98, 6, { periods: 24, graceDays: 5, rounding: 'half_even' }), tell: (story) => story.payDueUntil(addMonths(story.today, -1), 4) },
  { note: 'LPR 加 360 个基点，每年 1 月 1 日重定价', borrower: 8, product: '小微经营贷', rateType: 'lpr', terms: (today) => terms(today, 'equal_principal', 400_000, 67, 16, { periods: 36, interestMode: 'actual_360', lprLink }), tell: paidSoFar },
];

/** One year LPR plus 3.6 percentage points; the values are those published. */
const lprLink: NonNullable<PartialTerms['lprLink']> = {
  tenor: 'one_year', spreadBasisPoints: 360, repricing: 'january_first',
  values: ([['2023-08-21', 345, 420], ['2024-07-22', 335, 385], ['2024-10-21', 310, 360], ['2025-05-20', 300, 350]] as const).map(([publishedOn, oneYear, fiveYear]) => ({
    publishedOn: realDay(publishedOn), oneYearE8: rateE8(oneYear * 10_000), fiveYearE8: rateE8(fiveYear * 10_000),
  })),
};

function realDay(text: string): CivilDate {
  const day = parseCivilDate(text);
  if (day === null) throw new Error(`not a day: ${text}`);
  return day;
}
