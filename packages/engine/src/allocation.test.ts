import { expect, test } from 'vitest';
import { allocate } from './allocation.ts';
import { dayNumber } from './civil-date.ts';
import { completeTerms, nplLoanAllocation, performingAllocation } from './default-terms.ts';
import { formatYuan, fen } from './money.ts';
import { emptyAllocation } from './replay/apply-repay.ts';
import { newLedgerRow } from './replay/ledger-row.ts';
import type { LedgerRow } from './replay/ledger-row.ts';
import { newLedger } from './replay/loan-ledger.ts';
import type { AllocationRule } from './terms.ts';
import { day, percent, yuan } from './testing/events.ts';

const asOfDay = dayNumber(day('2024-06-10'));

function dueRow(number: number, due: string, fee: string, penalty: string, compound: string, interest: string, principal: string): LedgerRow {
  const dueDay = dayNumber(day(due));
  const row = newLedgerRow(number, dueDay - 30, dueDay, yuan(principal), yuan(interest));
  row.feeFen = yuan(fee);
  row.broughtInPenaltyFen = yuan(penalty);
  row.broughtInCompoundFen = yuan(compound);
  row.accruedToDay = asOfDay;
  return row;
}

function paidParts(row: LedgerRow): string {
  const parts = [row.paidFeeFen, row.paidPenaltyFen, row.paidCompoundFen, row.paidInterestFen, row.paidPrincipalFen];
  return parts.map((part) => formatYuan(fen(part))).join(' ');
}

const principalFirst: AllocationRule = { order: ['principal', 'fee', 'interest', 'penalty', 'compound'], mode: 'vertical' };
const costsVertical: AllocationRule = { ...performingAllocation, mode: 'vertical' };

// Source: rules vectors, allocations. Paid parts are fee, penalty, compound, interest, principal of each installment.
test.each([
  ['al-1', '18239.00', performingAllocation, '50.00 120.00 6.00 1000.00 8000.00', '0.00 60.00 3.00 920.00 8080.00', '0.00'],
  ['al-2', '500.00', performingAllocation, '50.00 120.00 6.00 324.00 0.00', '0.00 0.00 0.00 0.00 0.00', '0.00'],
  ['al-3', '9176.00', performingAllocation, '50.00 120.00 6.00 1000.00 8000.00', '0.00 0.00 0.00 0.00 0.00', '0.00'],
  ['al-4', '9200.00', performingAllocation, '50.00 120.00 6.00 1000.00 8000.00', '0.00 21.00 3.00 0.00 0.00', '0.00'],
  ['al-6', '9200.00', nplLoanAllocation, '50.00 120.00 6.00 1000.00 8000.00', '0.00 0.00 0.00 0.00 24.00', '0.00'],
  ['al-7', '100.00', nplLoanAllocation, '50.00 0.00 0.00 0.00 50.00', '0.00 0.00 0.00 0.00 0.00', '0.00'],
  ['al-9', '20000.00', performingAllocation, '50.00 120.00 6.00 1000.00 8000.00', '0.00 60.00 3.00 920.00 8080.00', '1761.00'],
  ['al-10', '0.01', performingAllocation, '0.01 0.00 0.00 0.00 0.00', '0.00 0.00 0.00 0.00 0.00', '0.00'],
  ['al-14', '9200.00', principalFirst, '0.00 0.00 0.00 0.00 8000.00', '0.00 0.00 0.00 0.00 1200.00', '0.00'],
  ['al-15', '17159.00', costsVertical, '50.00 120.00 6.00 1000.00 8000.00', '0.00 60.00 3.00 920.00 7000.00', '0.00'],
])('%s: %s is used in the agreed order', (_id, payment, rule, first, second, rest) => {
  const terms = completeTerms({
    method: 'bullet', principalFen: yuan('20000'), rateAnnualE8: percent('12'), startsOn: day('2024-01-15'),
    maturesOn: day('2024-05-15'), allocation: rule, nplAllocation: rule,
  });
  const ledger = newLedger(terms);
  ledger.rows = [
    dueRow(1, '2024-03-15', '50', '120', '6', '1000', '8000'), dueRow(2, '2024-04-15', '0', '60', '3', '920', '8080'),
  ];
  const into = emptyAllocation('e1', asOfDay, false);
  const restFen = allocate(ledger, asOfDay, yuan(payment), into);
  expect(ledger.rows.map(paidParts)).toEqual([first, second]);
  expect(formatYuan(fen(restFen))).toBe(rest);
  expect(into.feeFen + into.penaltyFen + into.compoundFen + into.interestFen + into.principalFen + restFen).toBe(yuan(payment));
});
