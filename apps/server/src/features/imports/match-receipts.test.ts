import { parseCivilDate } from '@loanbook/engine/civil-date.ts';
import { fen } from '@loanbook/engine/money.ts';
import { expect, test } from 'vitest';
import type { BookReceipt, TakenOverReceipt } from '../loans/loans.index.ts';
import { matchReceipts } from './match-receipts.ts';

function stated(day: string, totalFen: number, externalRef: string | null = null): TakenOverReceipt {
  return { installmentNo: null, dueOn: null, paidOn: parseCivilDate(day), totalFen: fen(totalFen), principalFen: null, interestFen: null, penaltyFen: null, compoundFen: null, feeFen: null, channel: null, externalRef, payerName: null, note: null, isReversed: false };
}

function booked(day: string, totalFen: number, externalRef: string | null = null, isReversed = false): BookReceipt {
  return { repaymentId: `${day}-${totalFen}`, isPosted: true, paidOn: parseCivilDate(day), totalFen, interestFen: 0, externalRef, isReversed };
}

test('the same reference is the same receipt even on another day', () => {
  expect(matchReceipts([stated('2026-02-04', 100, 'A1')], [booked('2026-02-03', 100, 'A1')]).fresh).toEqual([]);
});

test('one receipt of the book answers for one line: two equal payments stay two', () => {
  expect(matchReceipts([stated('2026-02-03', 100), stated('2026-02-03', 100)], [booked('2026-02-03', 100)]).fresh).toHaveLength(1);
});

test('different references on one day with one amount are two receipts', () => {
  expect(matchReceipts([stated('2026-02-03', 100, 'B2')], [booked('2026-02-03', 100, 'B1')]).fresh).toHaveLength(1);
});

test('a receipt entered by hand without its reference is recognised by day and amount', () => {
  const matched = matchReceipts([stated('2026-02-03', 100, 'C1')], [booked('2026-02-03', 100)]);
  expect([matched.fresh.length, matched.knownFen]).toEqual([0, 100]);
});

test('a line whose receipt was reversed in the book is named, not posted again', () => {
  const matched = matchReceipts([stated('2026-02-03', 100)], [booked('2026-02-03', 100, null, true)]);
  expect([matched.fresh.length, matched.reversedInBook.length]).toEqual([0, 1]);
});
