import type { Loan } from '@loanbook/contract/features/loans.ts';
import { parseCivilDate, type CivilDate } from '@loanbook/engine/civil-date.ts';
import { completeTerms } from '@loanbook/engine/default-terms.ts';
import type { LoanEvent } from '@loanbook/engine/events.ts';
import { fen } from '@loanbook/engine/money.ts';
import { rateE8 } from '@loanbook/engine/rate.ts';
import { replay } from '@loanbook/engine/replay.ts';
import { expect, test } from 'vitest';
import { emptyDraft, inputOfDraft } from './event-draft.ts';
import { reversibleEvents, whyNot } from './event-kinds.ts';
import { comparePlans, previewEvent, previewEventReversal, yieldPct } from './event-preview.ts';
import { firstDay, loanAsOf } from './loan-as-of.ts';

function day(text: string): CivilDate {
  const parsed = parseCivilDate(text);
  if (parsed === null) throw new Error(`${text} is no day`);
  return parsed;
}

// 12 000.00 at 12 % in twelve equal principal rows from 2025-12-15, the first three paid; the business date is 2026-03-16.
const terms = completeTerms({ method: 'equal_principal', principalFen: fen(12_000_00), rateAnnualE8: rateE8(12_000_000), startsOn: day('2025-12-15'), firstDueOn: day('2026-01-15'), maturesOn: day('2026-12-15'), periods: 12, interestMode: 'monthly' });
const today = day('2026-03-16');
const receipts: readonly LoanEvent[] = ([['2026-01-15', 1120_00], ['2026-02-15', 1110_00], ['2026-03-15', 1100_00]] as const).map(([on, amountFen], index) => ({ id: `r${index}`, type: 'repay', occurredOn: day(on), sequence: index + 2, amountFen: fen(amountFen) }));
const posted: readonly LoanEvent[] = [{ id: 'lent', type: 'disburse', occurredOn: day('2025-12-15'), sequence: 1, amountFen: fen(12_000_00) }, ...receipts];

function loanWith(events: readonly LoanEvent[], asOf: CivilDate = today): Loan {
  const records = events.map((event) => ({
    eventId: event.id, type: event.type, occurredOn: event.occurredOn, recordedAt: `${event.occurredOn}T04:00:00Z`, recordedBy: '王经理', amount: null, channel: null, externalRef: null, payerName: null, note: null,
    reversedEventId: null, isReversed: false, reason: null,
  }));
  return { id: 'loan', customerId: 'customer', version: 1, cells: {}, terms, events: [...events], state: replay(terms, events, asOf), irrAnnualPct: null, eirPct: null, records, takenOverReceipts: [], isTakenOver: false };
}

test('a form that is not complete is nothing to post; a complete one is what the contract takes', () => {
  const draft = emptyDraft(loanWith(posted), 'prepay');
  expect(inputOfDraft('prepay', draft)).toBeNull();
  expect(inputOfDraft('prepay', { ...draft, principal: '3000.00' })).toMatchObject({ type: 'prepay', mode: 'shorten', principal: '3000.00', occurredOn: '2026-03-16', channel: 'bank_transfer' });
  expect(inputOfDraft('prepay', { ...draft, mode: 'settle' })).toMatchObject({ mode: 'settle' });
  expect(inputOfDraft('write_off', draft)).toBeNull();
  expect(inputOfDraft('write_off', { ...draft, reason: '法院终结执行' })).toMatchObject({ type: 'write_off', reason: '法院终结执行' });
});

test('an early repayment shows money, plan and yield before it is posted', () => {
  const loan = loanWith(posted);
  const input = inputOfDraft('prepay', { ...emptyDraft(loan, 'prepay'), mode: 'reduce', principal: '3000.00' });
  if (input === null) throw new Error('the draft is complete');
  const preview = previewEvent(loan, input, today, null);
  if (!preview.isAccepted) throw new Error(preview.code);
  expect(preview.allocation).toMatchObject({ principalFen: 3000_00, interestFen: 3_00 });
  const rows = comparePlans(loan.state, preview.after);
  expect(rows.map((row) => row.isChanged)).toEqual([false, false, false, ...Array.from({ length: 9 }, () => true)]);
  expect(Number(yieldPct(loan, loan.state))).toBeCloseTo(12.68, 1);
});

test('a shorter plan leaves rows out, which the comparison says', () => {
  const loan = loanWith(posted);
  const input = inputOfDraft('prepay', { ...emptyDraft(loan, 'prepay'), principal: '3000.00' });
  const preview = input === null ? null : previewEvent(loan, input, today, null);
  if (preview?.isAccepted !== true) throw new Error('refused');
  expect(comparePlans(loan.state, preview.after).filter((row) => row.after === null)).toHaveLength(3);
});

test('a rate above the cap is refused in the form already', () => {
  const loan = loanWith(posted);
  const input = inputOfDraft('rate', { ...emptyDraft(loan, 'prepay'), annualRatePct: '36' });
  expect(input === null ? null : previewEvent(loan, input, today, rateE8(24_000_000))).toMatchObject({ isAccepted: false, code: 'rate_over_cap' });
});

test('what a loan cannot take now says why', () => {
  const paidUp = loanWith(posted);
  expect([whyNot(paidUp, 'prepay'), whyNot(paidUp, 'waive'), whyNot(paidUp, 'recover'), whyNot(paidUp, 'refund')]).toEqual([null, 'whyNothingToWaive', 'whyNotWrittenOff', 'whyNoCredit']);
  const writtenOff = loanWith([...posted, { id: 'off', type: 'write_off', occurredOn: today, sequence: 5 }]);
  expect([whyNot(writtenOff, 'prepay'), whyNot(writtenOff, 'extend'), whyNot(writtenOff, 'recover')]).toEqual(['whyWrittenOff', 'whyWrittenOff', null]);
  expect(whyNot(loanWith(posted, day('2027-01-01')), 'extend')).toBe('whyMatured');
});

test('receipts and lending are not among the entries to take back; taking one back is previewed', () => {
  const loan = loanWith([...posted, { id: 'fee', type: 'fee', occurredOn: today, sequence: 5, amountFen: fen(50_00), name: '公证费' }]);
  expect(reversibleEvents(loan).map((event) => event.id)).toEqual(['fee']);
  const preview = previewEventReversal(loan, 'fee', today);
  expect(preview.isAccepted && preview.after.balances.feeFen).toBe(0);
  expect(previewEventReversal(loan, 'r0', today)).toMatchObject({ isAccepted: false, code: 'not_reversible' });
});

test('the loan on a past day is what it was, or only what was known of it then', () => {
  const loan = loanWith(posted);
  expect(firstDay(loan)).toBe('2025-12-15');
  expect(loanAsOf(loan, day('2026-02-20'), () => true)?.state.balances.principalFen).toBe(10_000_00);
  const enteredLate = (recordedAt: string): boolean => !recordedAt.startsWith('2026-02');
  expect(loanAsOf(loan, day('2026-02-20'), enteredLate)?.state).toMatchObject({ daysPastDue: 5, balances: { principalFen: 11_000_00 } });
});
