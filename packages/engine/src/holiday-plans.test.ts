import { expect, test } from 'vitest';
import { addDays } from './civil-date.ts';
import { completeTerms } from './default-terms.ts';
import type { PartialTerms } from './default-terms.ts';
import type { LoanEvent } from './events.ts';
import { figuresOn } from './loan-projection.ts';
import type { LoanState } from './loan-state.ts';
import { replay } from './replay.ts';
import { projectLoan } from './replay/project-ledger.ts';
import { buildSchedule } from './schedule/build-schedule.ts';
import type { LoanTerms } from './terms.ts';
import { base, day, disburse, opening, percent, repay, yuan } from './testing/events.ts';

// National Day 2024: 10-01 to 10-07 rest, Saturday 10-12 works (调休). Source: rules vectors, holiday.
const calendar = {
  holidays: ['2024-10-01', '2024-10-02', '2024-10-03', '2024-10-04', '2024-10-07'].map(day), workingDays: [day('2024-10-12')],
};

function terms(isInterestExtra: boolean, rest: Partial<PartialTerms> = {}): LoanTerms {
  return completeTerms({
    method: 'interest_only', principalFen: yuan('12000'), rateAnnualE8: percent('12'), periods: 4, startsOn: day('2024-09-01'),
    holidayRule: { isInterestExtra, calendar }, ...rest,
  });
}

const lent = disburse('e1', '2024-09-01', '12000');
const plan = (given: LoanTerms): readonly unknown[] => buildSchedule(given).map((row) => [row.dueOn, row.days, row.interestFen]);
const rows = (state: LoanState): readonly unknown[] => state.installments.map((row) => [row.dueOn, row.principalFen, row.interestFen]);

test('a due date on a rest day is put off, and without extra interest nothing else changes', () => {
  // 2024-12-01 and 2025-01-01 … 12-01 is a Sunday.
  expect(plan(terms(false))).toEqual([
    ['2024-10-08', 30, yuan('120')], ['2024-11-01', 31, yuan('120')], ['2024-12-02', 30, yuan('120')], ['2025-01-01', 31, yuan('120')],
  ]);
});

test('a Saturday made a working day is kept', () => {
  expect(plan(terms(false, { startsOn: day('2024-09-12'), periods: 1 }))).toEqual([['2024-10-12', 30, yuan('120')]]);
});

test('with extra interest the rest days count in the row that they put off, not in the next one', () => {
  expect(plan(terms(true))).toEqual([
    ['2024-10-08', 37, yuan('148')], ['2024-11-01', 24, yuan('92')], ['2024-12-02', 31, yuan('124')], ['2025-01-01', 30, yuan('116')],
  ]);
  expect(plan(terms(true, { interestMode: 'actual_360' })).at(0)).toEqual(['2024-10-08', 37, yuan('148')]);
  expect(plan(terms(true, { interestMode: 'actual_365' })).at(0)).toEqual(['2024-10-08', 37, yuan('145.97')]);
});

test('rows that nothing puts off bear their month with extra interest too', () => {
  expect(plan(terms(true, { startsOn: day('2024-06-05'), periods: 2 }))).toEqual([['2024-07-05', 30, yuan('120')], ['2024-08-05', 31, yuan('120')]]);
});

test('extra interest leaves the principal of an installment plan as it is', () => {
  const level = terms(true, { method: 'equal_installment' });
  const principals = (given: LoanTerms): unknown => buildSchedule(given).map((row) => row.principalFen);
  const { holidayRule: _rule, ...plain } = level;
  expect(principals(level)).toEqual(principals(plain));
});

test('extra interest comes on top of an odd first row', () => {
  const odd = terms(true, { firstPeriodRule: 'actual_days_360', startsOn: day('2024-08-22'), firstDueOn: day('2024-10-01') });
  expect(plan(odd).at(0)).toEqual(['2024-10-08', 47, yuan('188')]);
});

test('a single payment at maturity is put off like any other', () => {
  const bullet = (extra: boolean): unknown => plan(terms(extra, { method: 'bullet', maturesOn: day('2024-10-01'), interestMode: 'actual_360' }));
  expect(bullet(false)).toEqual([['2024-10-08', 30, yuan('120')]]);
  expect(bullet(true)).toEqual([['2024-10-08', 37, yuan('148')]]);
});

test('overdue counts from the day after the working day', () => {
  expect(replay(terms(false), [lent], day('2024-10-08'))).toMatchObject({ daysPastDue: 0, balances: { interestDueFen: yuan('120') } });
  expect(replay(terms(false), [lent], day('2024-10-09'))).toMatchObject({ daysPastDue: 1, overdueSince: '2024-10-08' });
});

test('interest of the rest days is earned in the next row from its first day on', () => {
  const accrued = (extra: boolean, on: string): number => replay(terms(extra), [lent], day(on)).balances.interestAccruedFen;
  expect([accrued(false, '2024-10-05'), accrued(false, '2024-10-08'), accrued(false, '2024-10-09')]).toEqual([yuan('120'), yuan('28'), yuan('32')]);
  expect([accrued(true, '2024-10-05'), accrued(true, '2024-10-08'), accrued(true, '2024-10-09')]).toEqual([yuan('136'), 0, yuan('4')]);
});

test.each([
  ['by days', { interestMode: 'actual_365' }, '27.62'],
  ['on what was first lent', { method: 'flat' }, '28'],
] as const)('the rest days are earned %s', (_case, rest, expected) => {
  const events = [lent, repay('e2', '2024-10-08', '5000')];
  expect(replay(terms(false, rest), events, day('2024-10-08')).balances.interestAccruedFen).toBe(yuan(expected));
});

const rate = (on: string): LoanEvent => ({ ...base('e3', on), type: 'rate', rateAnnualE8: percent('6') });

test.each([
  // 29 days at 12 % and 1 at 6 %; the rest days belong to the next row.
  ['inside the row put off', '2024-09-30', false, ['2024-10-08', yuan('118')], ['2024-11-01', yuan('60')]],
  ['on a rest day', '2024-10-05', false, ['2024-10-08', yuan('120')], ['2024-11-01', yuan('60')]],
  // 7 rest days at 12 %, 24 at 6 %.
  ['on the working day', '2024-10-08', false, ['2024-10-08', yuan('120')], ['2024-11-01', yuan('76')]],
  // 7 + 4 days at 12 %, 20 at 6 %.
  ['in the row after', '2024-10-12', false, ['2024-10-08', yuan('120')], ['2024-11-01', yuan('84')]],
  ['with extra interest', '2024-10-12', true, ['2024-10-08', yuan('148')], ['2024-11-01', yuan('56')]],
] as const)('a new rate %s counts each day once', (_case, on, isInterestExtra, first, second) => {
  const [one, two] = replay(terms(isInterestExtra), [lent, rate(on)], day('2024-10-20')).installments;
  expect([[one?.dueOn, one?.interestFen], [two?.dueOn, two?.interestFen]]).toEqual([first, second]);
});

test('an early repayment on the working day pays the rest days and leaves the others', () => {
  const prepay: LoanEvent = { ...base('e3', '2024-10-08'), type: 'prepay', mode: 'reduce', principalFen: yuan('6000') };
  const state = replay(terms(false), [lent, repay('e2', '2024-10-08', '120'), prepay], day('2024-10-08'));
  expect(state.allocations.at(-1)).toMatchObject({ interestFen: yuan('28'), principalFen: yuan('6000') });
  // 28.00 and 24 days on 6 000.00.
  expect(state.installments[1]).toMatchObject({ interestFen: yuan('76') });
});

test('an extension puts off the rows that it adds, a restructuring those of its plan', () => {
  const short = terms(false, { startsOn: day('2024-07-01'), periods: 2 });
  const borrowed = disburse('e1', '2024-07-01', '12000');
  const extended = replay(short, [borrowed, { ...base('e2', '2024-08-20'), type: 'extend', maturesOn: day('2024-10-01') }], day('2024-08-20'));
  expect(rows(extended)).toEqual([['2024-08-01', 0, yuan('120')], ['2024-09-02', 0, yuan('120')], ['2024-10-08', yuan('12000'), yuan('120')]]);
  const restructured = replay(short, [borrowed, { ...base('e2', '2024-09-01'), type: 'restructure', terms: terms(false, { periods: 1 }) }], day('2024-09-01'));
  expect(restructured.installments.at(-1)).toMatchObject({ dueOn: '2024-10-08' });
});

test('a loan taken over between the contract\'s day and the working day still owes that row', () => {
  const state = replay(terms(false), [opening('e1', '2024-10-05', '12000')], day('2024-10-08'));
  expect(state.installments.slice(0, 2).map((row) => [row.dueOn, row.interestFen])).toEqual([['2024-10-08', yuan('120')], ['2024-11-01', yuan('120')]]);
});

test('a limit is billed on the working day', () => {
  const limit = terms(false, { method: 'revolving', interestMode: 'actual_360', maturesOn: day('2025-03-03'), revolvingSettlement: 'settlement_day', dueRule: { kind: 'settlement_day', day: 30, everyMonths: 3 } });
  const state = replay(limit, [disburse('e1', '2024-09-01', '12000')], day('2024-10-08'));
  expect(rows(state)).toEqual([['2024-10-08', 0, yuan('148')]]);
});

test('two weekly rows may be put off to one working day', () => {
  const weekly = terms(false, { startsOn: day('2024-09-24'), periodDays: 7, periods: 3 });
  expect(plan(weekly)).toEqual([['2024-10-08', 7, yuan('28')], ['2024-10-08', 7, yuan('28')], ['2024-10-15', 7, yuan('28')]]);
  expect(replay(weekly, [{ ...lent, occurredOn: day('2024-09-24') }], day('2024-10-09'))).toMatchObject({ overdueInstallments: 2, daysPastDue: 1 });
  const { projection } = projectLoan(weekly, [{ ...lent, occurredOn: day('2024-09-24') }], day('2024-09-24'));
  expect(figuresOn(projection, day('2024-10-07')).balances.interestAccruedFen).toBe(yuan('28'));
});

test.each([false, true])('what the database keeps is replay to the fen on every day (extra interest: %s)', (isInterestExtra) => {
  const given = terms(isInterestExtra, { method: 'equal_principal' });
  const histories: readonly LoanEvent[][] = [[lent], [lent, rate('2024-10-05')], [lent, rate('2024-10-12')], [lent, repay('e2', '2024-10-20', '1000')]];
  for (const events of histories) {
    let projection = projectLoan(given, events, day('2024-09-01')).projection;
    for (let on = day('2024-09-01'); on < '2025-01-20'; on = addDays(on, 1)) {
      const isNew = events.some((event) => event.occurredOn === on) || (projection.nextChangeOn !== null && on >= projection.nextChangeOn);
      if (isNew) projection = projectLoan(given, events, on).projection;
      expect(figuresOn(projection, on).balances, on).toEqual(replay(given, events, on).balances);
    }
  }
});
