import { loanEventFromInput, loanEventReversal, type eventsRoutes, type LoanEventInput } from '@loanbook/contract/features/events.ts';
import type { RepaymentEvents } from '@loanbook/contract/repayment-events.ts';
import type { ReplyOf } from '@loanbook/contract/route.ts';
import type { LoanEvent } from '@loanbook/engine/events.ts';
import type { LoanState } from '@loanbook/engine/loan-state.ts';
import { rateE8, type RateE8 } from '@loanbook/engine/rate.ts';
import type { Tx } from '../../platform/database.ts';
import { failure } from '../../platform/failure.ts';
import { newId } from '../../platform/ids.ts';
import { receiptNo, receiptSeries, takeNumbers } from '../../platform/number-series.ts';
import { insertEvents, lockLoans, writeProjections, type EventDetails, type LockedLoan, type NewEvent, type ReceiptSnapshot } from '../loans/loans.index.ts';

type PostedLoanEvent = ReplyOf<typeof eventsRoutes.post>;
type Accepted = Extract<RepaymentEvents, { readonly isAccepted: true }>;

/** Throws Failure not_found, event_in_future, loan_settled, waiver_exceeds_owed, extension_beyond_limit, … (see `loanEventFromInput`). */
export async function postLoanEvent(tx: Tx, loanId: string, input: LoanEventInput): Promise<PostedLoanEvent> {
  const loan = await lockedLoan(tx, loanId);
  const result = accepted(loanEventFromInput(repaidLoan(loan), input, { businessDate: tx.businessDate, rateCapE8: await readRateCap(tx), newEventId: () => newId(tx.now) }));
  const details = detailsOf(input);
  const added = result.events.map((event): NewEvent => ({
    loanId, event, details: isSettlementOfMoney(event, result.events) ? {} : details, ...receiptPart(result.after, event),
  }));
  await write(tx, loan, result, await numberReceipts(tx, added));
  tx.audit({ action: 'loan.changed', objectType: 'loan', objectId: loanId, reason: details.reason ?? null, values: { ...input, eventIds: result.events.map((event) => event.id) } });
  return { eventIds: result.events.map((event) => event.id), state: result.after };
}

/** Throws Failure not_found, event_unknown, not_reversible, already_reversed. */
export async function reverseLoanEvent(tx: Tx, loanId: string, eventId: string, reason: string): Promise<PostedLoanEvent> {
  const loan = await lockedLoan(tx, loanId);
  const result = accepted(loanEventReversal(repaidLoan(loan), eventId, tx.businessDate, () => newId(tx.now)));
  await write(tx, loan, result, result.events.map((event) => ({ loanId, event, details: { reason } })));
  tx.audit({ action: 'loan.changed', objectType: 'loan', objectId: loanId, reason, values: { type: 'reverse', reversedEventId: eventId, eventIds: result.events.map((event) => event.id) } });
  return { eventIds: result.events.map((event) => event.id), state: result.after };
}

async function lockedLoan(tx: Tx, loanId: string): Promise<LockedLoan> {
  const loan = (await lockLoans(tx, [loanId])).get(loanId);
  if (!loan) throw failure('not_found');
  return loan;
}

function repaidLoan(loan: LockedLoan): Parameters<typeof loanEventFromInput>[0] {
  return { terms: loan.terms, events: loan.events.map((one) => one.event) };
}

function accepted(result: RepaymentEvents): Accepted {
  if (!result.isAccepted) throw failure(result.code, result.details);
  return result;
}

async function write(tx: Tx, loan: LockedLoan, result: Accepted, added: readonly NewEvent[]): Promise<void> {
  await insertEvents(tx, added);
  await writeProjections(tx, [{ loanId: loan.loanId, terms: loan.terms, events: [...loan.events.map((one) => one.event), ...result.events] }]);
}

async function readRateCap(tx: Tx): Promise<RateE8> {
  const { rate_cap_e8: capE8 } = await tx.db.selectFrom('institution').select('rate_cap_e8').executeTakeFirstOrThrow();
  return rateE8(capE8);
}

/** The settlement beside the receipt that pays it: how the money came stands on the receipt alone. */
function isSettlementOfMoney(event: LoanEvent, events: readonly LoanEvent[]): boolean {
  return event.type === 'prepay' && events.some((one) => one.type === 'repay');
}

function detailsOf(input: LoanEventInput): EventDetails {
  const money = 'channel' in input ? { channel: input.channel, externalRef: input.externalRef || null, payerName: input.payerName || null } : {};
  return { ...money, note: input.note || null, reason: 'reason' in input ? input.reason : null };
}

/** What the paper handed over says; money used by a settlement is told by the receipt that brought it. */
function receiptPart(after: LoanState, event: LoanEvent): { readonly receipt?: ReceiptSnapshot } {
  const isMoney = event.type === 'repay' || event.type === 'recover' || (event.type === 'prepay' && event.mode !== 'settle');
  if (!isMoney) return {};
  const used = after.allocations.find((allocation) => allocation.eventId === event.id);
  if (!used) throw new Error('money that was posted has no allocation');
  const { feeFen, compoundFen, penaltyFen, interestFen, principalFen, creditFen } = used;
  const principalLeftFen = (after.offBook ?? after.balances).principalFen;
  return { receipt: { number: '', feeFen, compoundFen, penaltyFen, interestFen, principalFen, creditFen, principalLeftFen } };
}

/** Numbers are taken last, because the series stays locked until the commit. */
async function numberReceipts(tx: Tx, events: readonly NewEvent[]): Promise<readonly NewEvent[]> {
  const count = events.filter((event) => event.receipt).length;
  if (count === 0) return events;
  let number = await takeNumbers(tx, receiptSeries(tx.businessDate), count);
  return events.map((event) => (event.receipt ? { ...event, receipt: { ...event.receipt, number: receiptNo(tx.businessDate, number++) } } : event));
}
