import type { Loan } from '@loanbook/contract/features/loans.ts';
import { civilDateOf, parseCivilDate, type CivilDate } from '@loanbook/engine/civil-date.ts';
import { completeTerms } from '@loanbook/engine/default-terms.ts';
import type { LoanEvent } from '@loanbook/engine/events.ts';
import { fen } from '@loanbook/engine/money.ts';
import { rateE8 } from '@loanbook/engine/rate.ts';
import { replay } from '@loanbook/engine/replay.ts';
import type { LoanTerms } from '@loanbook/engine/terms.ts';
import { expect, test } from 'vitest';
import { emptyDraft, inputOfDraft } from './event-draft.ts';
import { previewEvent } from './event-preview.ts';
import { startOf } from './hand-over-draft.ts';
import { previewUndo, previewVoid } from './life-previews.ts';
import { offeredActions } from './loan-actions.ts';
import { loanAsOf } from './loan-as-of.ts';
import { emptyRefinance, fromNewLoanOf, previewRefinance, refinanceInputOf } from './refinance-draft.ts';
import { isUnusualPrincipal, isUnusualReceipt } from './usual-amounts.ts';

function day(text: string): CivilDate {
  return parseCivilDate(text) ?? civilDateOf(0);
}

const today = day('2026-03-16');
// 12 000.00 lent 2025-12-15, twelve rows of 1 000.00 and 1 % interest due on the 15th.
const terms = completeTerms({ method: 'equal_principal', principalFen: fen(12_000_00), rateAnnualE8: rateE8(12_000_000), periods: 12, startsOn: day('2025-12-15') });
const disbursal: LoanEvent = { id: 'disburse', type: 'disburse', occurredOn: day('2025-12-15'), sequence: 1, amountFen: fen(12_000_00) };

function loanWith(events: readonly LoanEvent[], ownTerms: LoanTerms = terms, cells: Loan['cells'] = {}): Loan {
  const records = events.map((event) => ({
    eventId: event.id, type: event.type, occurredOn: event.occurredOn, recordedAt: `${event.occurredOn}T04:00:00Z`, recordedBy: '王经理', amount: null, channel: null, externalRef: null, payerName: null, note: null,
    reversedEventId: null, isReversed: false, reason: null,
  }));
  return { id: 'loan', customerId: 'customer', version: 1, cells, terms: ownTerms, events: [...events], state: replay(ownTerms, events, today), irrAnnualPct: null, eirPct: null, records, takenOverReceipts: [], isTakenOver: events.some((event) => event.type === 'opening') };
}

const lent = loanWith([disbursal], terms, { manager: '郑小满', product: '经营贷' });

function offered(loan: Loan): Readonly<Record<string, string | null>> {
  return Object.fromEntries(offeredActions(loan).flat().map(({ key, why }) => [key, why]));
}

test('the menu leaves out what never applies and says why of what does not apply now', () => {
  expect(offered(lent)).toMatchObject({ restructure: null, refinance: null, hand_over: null, void: null, reverse: 'whyNothingToReverse' });
  expect(Object.keys(offered(lent))).not.toEqual(expect.arrayContaining(['draw']));
  expect(offered(loanWith([disbursal, { id: 'r', type: 'repay', occurredOn: today, sequence: 2, amountFen: fen(10_00) }]))).toMatchObject({ void: 'whyHasReceipts' });
  expect(offered(loanWith([{ ...disbursal, amountFen: fen(5_000_00) }]))).toMatchObject({ draw: null });
  const gone = loanWith([disbursal, { id: 'x', type: 'reverse', occurredOn: today, sequence: 2, reversedEventId: 'disburse' }]);
  expect(offered(gone)).toMatchObject({ void: 'whyVoid', prepay: 'whyVoid', restructure: 'whyVoid' });
});

test('a restructuring starts from what the loan has agreed, and cannot be posted without a reason', () => {
  const draft = { ...emptyDraft(lent, 'restructure'), termMonths: 24 };
  expect(draft).toMatchObject({ method: 'equal_principal', annualRatePct: '12.0000' });
  expect(inputOfDraft('restructure', draft)).toBeNull();
  const input = inputOfDraft('restructure', { ...draft, reason: '收入中断' });
  const preview = input === null ? null : previewEvent(lent, input, today, null);
  expect(preview).toMatchObject({ isAccepted: true, after: { fiveTierClass: 'special_mention', balances: { principalFen: 12_000_00 } } });
});

test('a refinancing carries over borrower facts, uses the new loan as far as the old one owes, and names what is missing', () => {
  const draft = { ...emptyRefinance(lent), reason: '到期周转' };
  expect([draft.terms.principal, fromNewLoanOf(lent, draft)]).toEqual(['12000.00', '12000.00']);
  const larger = { ...draft, terms: { ...draft.terms, principal: '50000.00' } };
  expect(fromNewLoanOf(lent, larger)).toBe((lent.state.payoffFen / 100).toFixed(2));
  const input = refinanceInputOf(lent, draft);
  expect(input).toMatchObject({ facts: { product: '经营贷', manager: '郑小满', contractNo: null }, fromNewLoan: '12000.00', ownMoney: { channel: 'bank_transfer' } });
  expect(refinanceInputOf(lent, { ...draft, reason: '' })).toBeNull();
  const preview = input === null ? null : previewRefinance(lent, input, rateE8(24_000_000));
  expect(preview).toMatchObject({ isAccepted: true, ownFen: lent.state.payoffFen - 12_000_00, oldAfter: { status: 'settled' } });
  if (preview?.isAccepted !== true) return;
  expect(previewUndo(loanWith([disbursal, ...preview.oldEvents.map((event) => ({ ...event, id: `posted-${event.id}` }))]))).toMatchObject({ isAccepted: true, after: { payoffFen: lent.state.payoffFen } });
});

test('making void is previewed as a loan that was never lent', () => {
  expect(previewVoid(lent)).toMatchObject({ isAccepted: true, after: { status: 'pending', payoffFen: 0 } });
});

test('completed terms count from the day they were entered, when only what was known then is asked for', () => {
  const opening: LoanEvent = { id: 'o', type: 'opening', occurredOn: day('2026-02-20'), sequence: 1, principalFen: fen(3_000_00) };
  const unread = completeTerms({ method: 'custom', principalFen: fen(3_000_00), rateAnnualE8: rateE8(0), startsOn: day('2026-02-20'), maturesOn: day('2026-02-20'), customRows: [] });
  const loan = loanWith([opening], terms);
  const versions = [{ version: 1, terms: unread, reason: null, recordedAt: '2026-02-20T04:00:00Z', recordedBy: '王经理' }, { version: 2, terms, reason: '找到合同', recordedAt: '2026-03-10T04:00:00Z', recordedBy: '王经理' }];
  const rowsKnownOn = (known: string): number | undefined => loanAsOf(loan, day('2026-03-15'), (recordedAt) => recordedAt.slice(0, 10) <= known, versions)?.state.installments.length;
  expect([rowsKnownOn('2026-03-01'), rowsKnownOn('2026-03-12')]).toEqual([0, 10]);
});

test('what is due or settles is never unusual; far more than is owed, or than people usually pay, is', () => {
  const usual = { receiptMedian: '100.00', principalMedian: '10000.00', products: [{ product: '经营贷', principalMedian: '500000.00' }] };
  const { payoffFen } = lent.state;
  expect([3_000_00, payoffFen].map((amountFen) => isUnusualReceipt(amountFen, lent.state, usual))).toEqual([false, false]);
  expect([6_000_00, payoffFen * 2 + 1].map((amountFen) => isUnusualReceipt(amountFen, lent.state, usual))).toEqual([true, true]);
  expect(isUnusualReceipt(6_000_00, lent.state, null)).toBe(false);
  expect([isUnusualPrincipal(600_000_00, '经营贷', usual), isUnusualPrincipal(600_000_00, null, usual), isUnusualPrincipal(600_000_00, '经营贷', null)]).toEqual([false, true, false]);
});

test('handing over starts with the selected rows, else with what the filter shows, else with a manager', () => {
  const view = { filters: [] };
  expect(startOf({ loanIds: ['a', 'b'], view, fromManager: null }, '2026-03-16')).toMatchObject({ of: 'loans', handedOn: '2026-03-16', withCustomers: true });
  expect(startOf({ loanIds: [], view: { filters: [], search: '周' }, fromManager: null }, '2026-03-16').of).toBe('view');
  expect(startOf({ loanIds: [], view, fromManager: null }, '2026-03-16').of).toBe('manager');
});
