import { civilDateOf, parseCivilDate, type CivilDate } from '@loanbook/engine/civil-date.ts';
import { completeTerms } from '@loanbook/engine/default-terms.ts';
import { fen } from '@loanbook/engine/money.ts';
import { rateE8 } from '@loanbook/engine/rate.ts';
import type { RepaidLoan } from '@loanbook/contract/repayment-events.ts';
import { expect, test } from 'vitest';
import { checkSheet, loanOfRow, totalFen, type LoanMatch, type SheetFacts } from './sheet-check.ts';
import { blankRow, type SheetRow } from './sheet-row.ts';

function day(text: string): CivilDate {
  return parseCivilDate(text) ?? civilDateOf(0);
}

const terms = completeTerms({ method: 'bullet', principalFen: fen(100_000), rateAnnualE8: rateE8(12_000_000), periods: 1, startsOn: day('2026-01-01'), firstDueOn: day('2026-07-01'), maturesOn: day('2026-07-01') });
const loan: RepaidLoan = { terms, events: [{ id: 'd', type: 'disburse', occurredOn: day('2026-01-01'), sequence: 1, amountFen: fen(100_000) }] };
const match: LoanMatch = { loanId: 'one', receiptNo: 'J1', customerName: '王建国', outstandingPrincipal: '1000.00' };
const facts: SheetFacts = { matchesByName: new Map([['J1', [match]], ['王建国', [match, { ...match, loanId: 'two', receiptNo: 'J2' }]], ['nobody', []]]), loansById: new Map([['one', loan]]), usual: { paidOn: day('2026-08-01'), channel: 'cash' }, businessDate: day('2026-08-10'), usualAmounts: { receiptMedian: '20.00', principalMedian: null, products: [] } };
const row = (change: Partial<SheetRow>, key = 0): SheetRow => ({ ...blankRow(key), ...change });
const codes = (rows: readonly SheetRow[]) => checkSheet(rows, facts).map((checked) => checked.problems.map((problem) => (problem.code === 'refused' ? problem.refusal : problem.code)));

test('a complete row is ready to post with the usual day and channel, and blank rows are passed over', () => {
  const [checked, ...rest] = checkSheet([row({}), row({ name: 'J1', amount: '1,00.5 元' }), row({})], facts);
  expect(rest).toEqual([]);
  expect(checked?.repayment).toEqual({ loanId: 'one', amount: '100.5', paidOn: '2026-08-01', channel: 'cash', externalRef: null, note: null, keepExcess: false });
  expect(checked?.preview?.allocation).toMatchObject({ isReversed: false });
});

test('what is missing or cannot be read is said for its cell', () => {
  expect(codes([row({ amount: '5' }), row({ name: 'nobody', amount: 'x' }), row({ name: 'J1', amount: '5', paidOn: '3月1日', channel: '支票' })])).toEqual([['name_missing'], ['no_loan', 'amount_invalid'], ['date_invalid', 'channel_unknown']]);
});

test('several receipts of one loan are counted one after the other: the second is too much', () => {
  expect(codes([row({ name: 'J1', amount: '1000' }), row({ name: 'J1', amount: '900' }, 1)])).toEqual([[], ['amount_exceeds_payoff']]);
});

test('a name with several owing loans has to be chosen; one of them owing is no choice', () => {
  expect(codes([row({ name: '王建国', amount: '5' })])).toEqual([['choose_loan']]);
  expect(loanOfRow(row({}), [match, { ...match, loanId: 'two', outstandingPrincipal: '0.00' }])?.loanId).toBe('one');
  expect(loanOfRow(row({ loanId: 'two' }), [match, { ...match, loanId: 'two' }])?.loanId).toBe('two');
});

test('a line pasted twice is warned of but may be posted', () => {
  const [, second] = checkSheet([row({ name: 'J1', amount: '5' }), row({ name: 'J1', amount: '5' }, 1)], facts);
  expect(second?.problems.map((problem) => problem.code)).toEqual(['looks_doubled']);
  expect(second?.repayment).not.toBeNull();
});

test('a day after the business date is refused in its cell', () => {
  expect(checkSheet([row({ name: 'J1', amount: '5', paidOn: '2026-08-11' })], facts)[0]?.problems).toEqual([{ column: 'paidOn', code: 'refused', refusal: 'event_in_future', details: { businessDate: '2026-08-10' } }]);
});

test('the total counts every amount that can be read', () => {
  expect(totalFen(checkSheet([row({ name: 'J1', amount: '5.10' }), row({ name: 'nobody', amount: '4.90' }), row({ name: 'J1', amount: 'x' })], facts))).toBe(1000);
});

test('an amount far above the usual is worth a look and hinders nothing; what is due or settles is not', () => {
  const early = { ...facts, usual: { ...facts.usual, paidOn: day('2026-03-01') } };
  const [large, small] = checkSheet([row({ name: 'J1', amount: '300' }, 1), row({ name: 'J1', amount: '100' }, 2)], early);
  expect([large?.problems.map((problem) => problem.code), small?.problems]).toEqual([['looks_large'], []]);
  expect(large?.repayment).not.toBeNull();
  // Due since 2026-07-01 with its interest.
  expect(codes([row({ name: 'J1', amount: '1000' })])).toEqual([[]]);
});
