import { parseCivilDate, type CivilDate } from '@loanbook/engine/civil-date.ts';
import { replay } from '@loanbook/engine/replay.ts';
import type { LoanRecord } from '@loanbook/ledger-reader/ledger-reading.ts';
import { expect, test } from 'vitest';
import { takeOverLoan, type LoanTakeOver } from './take-over-loan.ts';

function day(text: string): CivilDate {
  const parsed = parseCivilDate(text);
  if (parsed === null) throw new Error(text);
  return parsed;
}

const asOf = day('2024-06-30');
const plain: LoanRecord = {
  ref: 'loan-1', customerRef: 'customer-1', source: { file: '台账.xlsx', sheet: '台账', row: 5 },
  principal: '120000.00', annualRatePct: '12.0000', method: 'equal_principal', disbursedOn: '2024-01-15', maturesOn: '2025-01-15', outstandingPrincipal: '70000.00',
};

function takenOver(record: LoanRecord): LoanTakeOver {
  const result = takeOverLoan(record, asOf);
  if (typeof result === 'string') throw new Error(result);
  return result;
}

function stateOf(record: LoanRecord, on = asOf) {
  const { terms, events } = takenOver(record);
  return replay(terms, events.map((event, index) => ({ ...event, id: `e${index}` })), on);
}

test('a loan that is up to date carries on with the due dates that are left', () => {
  const state = stateOf(plain);
  expect(state.balances.principalFen).toBe(7_000_000);
  expect(state.daysPastDue).toBe(0);
  expect(state.installments.map((row) => row.dueOn)).toEqual(['2024-07-15', '2024-08-15', '2024-09-15', '2024-10-15', '2024-11-15', '2024-12-15', '2025-01-15']);
  expect(state.installments.reduce((sum, row) => sum + row.principalFen, 0)).toBe(7_000_000);
});

test('days past due and arrears are those the ledger states, and grow from there', () => {
  const overdue: LoanRecord = { ...plain, overdueDays: 46, overduePrincipal: '20000.00', overdueInterest: '1700.00', outstandingPrincipal: '90000.00', status: 'overdue' };
  const state = stateOf(overdue);
  expect(state.daysPastDue).toBe(46);
  expect(state.balances).toMatchObject({ principalFen: 9_000_000, overduePrincipalFen: 2_000_000, overdueInterestFen: 170_000 });
  expect(stateOf(overdue, day('2024-07-10')).daysPastDue).toBe(56);
});

test('a maturity before the loan was paid out is left empty, not replaced', () => {
  expect(takenOver({ ...plain, maturesOn: '2021-02-12' }).unstated).toContain('maturesOn');
});

test('a settled loan owes nothing', () => {
  const state = stateOf({ ...plain, outstandingPrincipal: '0.00', status: 'settled' });
  expect(state).toMatchObject({ status: 'settled', payoffFen: 0, daysPastDue: 0 });
  const matured = stateOf({ ...plain, method: 'bullet', disbursedOn: '2023-01-15', maturesOn: '2024-01-15', outstandingPrincipal: '0.00' });
  expect(matured).toMatchObject({ status: 'settled', payoffFen: 0, daysPastDue: 0 });
});

test('unreadable terms leave the balance standing and the loan marked', () => {
  const { method: _method, ...unknownMethod } = plain;
  const { disbursedOn: _start, maturesOn: _end, ...undated } = plain;
  expect(takenOver(unknownMethod).flags).toEqual(['incomplete_terms']);
  expect(takenOver(undated).flags).toEqual(['incomplete_terms']);
  expect(stateOf(undated).balances.principalFen).toBe(7_000_000);
  expect(stateOf(unknownMethod).installments.map((row) => row.dueOn)).toEqual(['2025-01-15']);
  expect(stateOf({ ...undated, overdueDays: 12 }).daysPastDue).toBe(12);
});

test('a stated class counts only where it is worse than the floor', () => {
  expect(takenOver({ ...plain, class: 'doubtful' }).events.map((event) => event.type)).toEqual(['opening', 'class']);
  expect(takenOver({ ...plain, class: 'normal', overdueDays: 100 }).events.map((event) => event.type)).toEqual(['opening']);
});

test('a due day other than the day of payment is kept, and short months clamp it', () => {
  const state = stateOf({ ...plain, dueDay: 31, disbursedOn: '2024-01-10', maturesOn: '2025-01-10' });
  expect(state.installments.slice(0, 3).map((row) => row.dueOn)).toEqual(['2024-07-31', '2024-08-31', '2024-09-30']);
});

test('a balance is taken as the book states it, even where it does not fit the amount lent', () => {
  expect(stateOf({ ...plain, outstandingPrincipal: '120000.01' }).balances.principalFen).toBe(12_000_001);
  expect(stateOf({ ...plain, outstandingPrincipal: '-0.03' })).toMatchObject({ status: 'settled', payoffFen: 0 });
});

test('an unreadable amount does not keep a loan with a known balance out of the book', () => {
  const { principal: _principal, ...unknownAmount } = plain;
  expect(takenOver(unknownAmount)).toMatchObject({ unstated: ['principalFen'], flags: ['incomplete_terms'] });
  expect(stateOf(unknownAmount).balances.principalFen).toBe(7_000_000);
});

test('a broken balance is worked out from what was repaid, and marked as our sum', () => {
  const { outstandingPrincipal: _balance, ...broken } = plain;
  expect(stateOf({ ...broken, repaidPrincipal: '50000.00' }).balances.principalFen).toBe(7_000_000);
  expect(takeOverLoan(broken, asOf, '30000.00')).toMatchObject({ flags: ['balance_computed'], events: [{ principalFen: 9_000_000 }] });
});

test.each([
  ['principal_unknown', { principal: undefined, outstandingPrincipal: undefined }],
  ['principal_unknown', { principal: undefined, outstandingPrincipal: '0.00' }],
  ['balance_unknown', { outstandingPrincipal: undefined }],
  ['void', { status: 'void' }],
] as const)('a loan is left out as %s rather than guessed', (reason, change) => {
  expect(takeOverLoan({ ...plain, ...change }, asOf)).toBe(reason);
});
