import { expect, test } from 'vitest';
import { FormatProblem } from './format-reader.ts';
import { scheduleReply } from './schedule-format.ts';
import { readTerms } from './terms-format.ts';

const level = { method: 'EPI', principal: '12000.00', annual_rate_pct: '12', periods: 12, start: '2024-01-15' };

test('terms may stand alone or under the key terms; results among them are ignored', () => {
  const bare = scheduleReply({ ...level, level_payment: '1.00', method_cn: '等额本息', whole_months: 3 }, '');
  expect(scheduleReply({ terms: level }, '')).toEqual(bare);
  expect(bare.schedule[0]).toEqual({
    n: 1, due: '2024-02-15', days: 31, principal: '946.19', interest: '120.00', total: '1066.19', balance: '11053.81',
  });
});

test('the inputs of the format reach the engine', () => {
  const terms = readTerms({
    ...level, annual_rate_pct: 12.5, penalty_multiplier: '1.3', compound: false, basis: 365, grace_days: 3, grace_retroactive: false,
    npl_from_dpd: 61, allocation: { order: ['principal', 'interest', 'fee', 'penalty', 'compound'], mode: 'vertical' }, npl_allocation: 'npl_loan',
    due_rule: 'fixed_day:20', interest_mode: '30e/360', first_period_rule: 'months+days', rounding: 'half_even_0.01', upfront_fee: '10.00',
    compound_rate: 'contract', repricing_rule: 'month_share', prepayment_interest: 'portion', payment_solve: 'standard',
  }, '');
  expect(terms).toMatchObject({
    rateAnnualE8: 12_500_000, penaltyMultiplierE4: 13_000, isCompoundCharged: false, basisDays: 365, graceDays: 3, isGraceRetroactive: false,
    nplFromDaysPastDue: 61, allocation: { mode: 'vertical' }, dueRule: { kind: 'fixed_day', day: 20 }, interestMode: '30e_360',
    firstPeriodRule: 'months_days', rounding: 'half_even', upfrontFeeFen: 1000, firstDueOn: '2024-02-20', compoundRate: 'contract',
    repricingRule: 'month_share', prepaymentInterest: 'portion',
  });
});

test.each([
  ['结息日=每月20日', 1], ['结息日=季末月20日', 3], ['结息日=3/6/9/12月20日(含), 扣息日=21日', 3], ['结息日=6/12月20日', 6], ['结息日=年末月20日', 12],
])('%s settles every %i months', (rule, everyMonths) => {
  const terms = readTerms({ ...level, method: 'INTEREST_ONLY', maturity: '2025-01-15', due_rule: rule }, '');
  expect(terms.dueRule).toEqual({ kind: 'settlement_day', day: 20, everyMonths });
});

test('宽限期: the maturity says whether the interest-only rows come on top of the periods', () => {
  const within = scheduleReply({ ...level, interest_only_periods: 3, maturity: '2025-01-15' }, '');
  const onTop = scheduleReply({ ...level, interest_only_periods: 3, maturity: '2025-04-15' }, '');
  expect([within.schedule.length, onTop.schedule.length]).toEqual([12, 15]);
  expect(onTop.schedule[3]?.total).toBe('1066.19');
});

test('a progressive amount is yuan, a progressive share a fraction', () => {
  const amount = scheduleReply({ ...level, method: 'PROGRESSIVE_ARITH', step: '100', step_every: 6 }, '');
  expect([amount.schedule[0]?.total, amount.schedule[6]?.total]).toEqual(['1017.68', '1117.68']);
});

test('rates agreed for later days are read', () => {
  const terms = readTerms({ ...level, method: 'CUSTOM', principal_plan: [{ due: '2024-06-15', principal: '12000.00' }], rate_steps: [{ from: '2024-04-01', annual_rate_pct: '6' }, { date: '2024-05-01', annual_rate_pct: '5' }] }, '');
  expect(terms.rateSteps).toEqual([{ startsOn: '2024-04-01', rateAnnualE8: 6_000_000 }, { startsOn: '2024-05-01', rateAnnualE8: 5_000_000 }]);
});

test('revolving without movements draws the whole limit at the start', () => {
  const reply = scheduleReply({ method: 'REVOLVING', limit: '36000', annual_rate_pct: '12', start: '2024-01-15', maturity: '2024-02-14', settle: 'quarterly20' }, '');
  expect(reply.schedule).toMatchObject([{ kind: 'maturity', principal: '36000.00', interest: '360.00' }]);
});

test.each([
  ['no object', [1], 'input'],
  ['an unknown method', { ...level, method: 'EPIX' }, 'method'],
  ['money that is a number', { ...level, principal: 12 }, 'principal'],
  ['money with three decimals', { ...level, principal: '1.234' }, 'principal'],
  ['no rate', { ...level, annual_rate_pct: null }, 'annual_rate_pct'],
  ['a day that does not exist', { ...level, start: '2023-02-29' }, 'start'],
  ['half a row', { ...level, periods: 1.5 }, 'periods'],
  ['an unknown due rule', { ...level, due_rule: 'someday' }, 'due_rule'],
  ['a 32nd', { ...level, due_rule: 'fixed_day:32' }, 'due_rule'],
  ['an unknown mode', { ...level, interest_mode: 'act/act' }, 'interest_mode'],
  ['an unknown rounding', { ...level, rounding: 'up' }, 'rounding'],
  ['a basis of 364', { ...level, basis: 364 }, 'basis'],
  ['a compound that is no flag', { ...level, compound: 'yes' }, 'compound'],
  ['a multiplier with too many decimals', { ...level, penalty_multiplier: '1.23456' }, 'penalty_multiplier'],
  ['a multiplier beyond sense', { ...level, penalty_multiplier: '100.0001' }, 'penalty_multiplier'],
  ['periods of no length', { ...level, periods: null, period_months: 0, maturity: '2025-01-15' }, 'period_months'],
  ['more rows than anyone lives', { ...level, periods: 1601 }, 'periods'],
  ['a maturity after the year 9999', { ...level, start: '9990-01-15', periods: 360 }, 'maturity'],
  ['an unknown preset', { ...level, allocation: 'mine' }, 'allocation'],
  ['an order that leaves something out', { ...level, allocation: { order: ['fee'] } }, 'allocation.order'],
  ['an order of an unknown mode', { ...level, allocation: { order: ['fee', 'compound', 'penalty', 'interest', 'principal'], mode: 'diagonal' } }, 'allocation.mode'],
  ['a plan that is no list', { ...level, method: 'CUSTOM', principal_plan: 'all' }, 'principal_plan'],
  ['a bad row of a plan', { ...level, method: 'CUSTOM', principal_plan: [{ due: '2024-02-15', principal: 'x' }] }, 'principal_plan[0].principal'],
  ['an unknown settlement', { ...level, method: 'REVOLVING', limit: '1', settle: 'weekly' }, 'settle'],
  ['a step every none', { ...level, method: 'PROGRESSIVE_GEO', step: '0.02', step_every: 0 }, 'step_every'],
  ['neither rows nor maturity', { ...level, periods: null }, 'maturity'],
  ['a principal of nothing', { ...level, principal: '0' }, 'principal'],
  ['a fee above the principal', { ...level, upfront_fee: '12000' }, 'upfront_fee'],
])('%s: the field at fault is named', (_case, input, field) => {
  expect(() => scheduleReply(input, '')).toThrow(FormatProblem);
  expect(() => scheduleReply(input, '')).toThrow(new RegExp(`^${field.replace(/[[\]]/g, '\\$&')}: `));
  if (!Array.isArray(input)) expect(() => scheduleReply({ terms: input }, '[3]')).toThrow(new RegExp(`^\\[3\\]\\.terms\\.`));
});
