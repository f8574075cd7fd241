import type { eventsRoutes, LoanEventInput } from '@loanbook/contract/features/events.ts';
import { loanEventFromInput, loanEventReversal } from '@loanbook/contract/loan-life/loan-event-from-input.ts';
import { voidEvents } from '@loanbook/contract/loan-life/void-loan.ts';
import type { RepaymentEvents } from '@loanbook/contract/repayment-events.ts';
import type { ReplyOf } from '@loanbook/contract/route.ts';
import type { LoanEvent } from '@loanbook/engine/events.ts';
import type { Tx } from '../../platform/database.ts';
import { failure } from '../../platform/failure.ts';
import { newId } from '../../platform/ids.ts';
import { insertEvents, writeProjections, type EventDetails, type LockedLoan, type NewEvent } from '../loans/loans.index.ts';
import { auditActions } from './audit-actions.ts';
import { hasOldReceipts } from './events.queries.ts';
import { lockLoan, readRateCap, repaidLoan } from './lock-loan.ts';
import { numberReceipts, receiptPart } from './number-receipts.ts';

type PostedLoanEvent = ReplyOf<typeof eventsRoutes.post>;
export type AcceptedEvents = Extract<RepaymentEvents, { readonly isAccepted: true }>;

/** Throws Failure not_found, event_in_future, loan_settled, waiver_exceeds_owed, extension_beyond_limit, … (see `loanEventFromInput`). */
export async function postLoanEvent(tx: Tx, loanId: string, input: LoanEventInput): Promise<PostedLoanEvent> {
  const loan = await lockLoan(tx, loanId);
  const result = accepted(loanEventFromInput(repaidLoan(loan), input, { businessDate: tx.businessDate, rateCapE8: await readRateCap(tx), newEventId: () => newId(tx.now) }));
  const details = detailsOf(input);
  const added = result.events.map((event): NewEvent => ({
    loanId, event, details: isSettlementOfMoney(event, result.events) ? {} : details, ...receiptPart(result.after, event),
  }));
  await writeEvents(tx, loan, result, await numberReceipts(tx, added));
  return noted(tx, loanId, auditActions[input.type], result, { reason: details.reason ?? null, values: { ...input } });
}

/** Throws Failure not_found, event_unknown, not_reversible, already_reversed, refinance_is_whole. */
export async function reverseLoanEvent(tx: Tx, loanId: string, eventId: string, reason: string): Promise<PostedLoanEvent> {
  const loan = await lockLoan(tx, loanId);
  const result = accepted(loanEventReversal(repaidLoan(loan), eventId, tx.businessDate, () => newId(tx.now)));
  await writeReversals(tx, loan, result, reason);
  return noted(tx, loanId, 'loan.entry_reversed', result, { reason, values: { reversedEventId: eventId } });
}

/**
 * 冲销放款: takes the lending back with all that stands on it; the loan is void and its number stays used.
 * Throws Failure not_found, loan_has_receipts, refinance_is_whole, already_reversed, void_by_import.
 */
export async function voidLoan(tx: Tx, loanId: string, reason: string): Promise<PostedLoanEvent> {
  const loan = await lockLoan(tx, loanId);
  if (await hasOldReceipts(tx, loanId)) throw failure('void_by_import');
  const result = accepted(voidEvents(repaidLoan(loan), tx.businessDate, () => newId(tx.now)));
  await writeReversals(tx, loan, result, reason);
  return noted(tx, loanId, 'loan.voided', result, { reason, values: {} });
}

export function accepted(result: RepaymentEvents): AcceptedEvents {
  if (!result.isAccepted) throw failure(result.code, result.details);
  return result;
}

export async function writeReversals(tx: Tx, loan: LockedLoan, result: AcceptedEvents, reason: string): Promise<void> {
  await writeEvents(tx, loan, result, result.events.map((event) => ({ loanId: loan.loanId, event, details: { reason } })));
}

async function writeEvents(tx: Tx, loan: LockedLoan, result: AcceptedEvents, added: readonly NewEvent[]): Promise<void> {
  await insertEvents(tx, added);
  await writeProjections(tx, [{ loanId: loan.loanId, terms: loan.terms, events: [...loan.events.map((one) => one.event), ...result.events] }]);
}

function noted(tx: Tx, loanId: string, action: string, result: AcceptedEvents, { reason, values }: { readonly reason: string | null; readonly values: Readonly<Record<string, unknown>> }): PostedLoanEvent {
  const eventIds = result.events.map((event) => event.id);
  tx.audit({ action, objectType: 'loan', objectId: loanId, reason, values: { ...values, eventIds } });
  return { eventIds, state: result.after };
}

/** The settlement beside the receipt that pays it: how the money came stands on the receipt alone. */
function isSettlementOfMoney(event: LoanEvent, events: readonly LoanEvent[]): boolean {
  return event.type === 'prepay' && events.some((one) => one.type === 'repay');
}

function detailsOf(input: LoanEventInput): EventDetails {
  const money = 'channel' in input ? { channel: input.channel, externalRef: input.externalRef || null, payerName: input.payerName || null } : {};
  return { ...money, note: input.note || null, reason: 'reason' in input ? input.reason : null };
}
