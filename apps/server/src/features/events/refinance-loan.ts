import type { eventsRoutes, RefinanceInput } from '@loanbook/contract/features/events.ts';
import { refinanceEvents, type AcceptedRefinance } from '@loanbook/contract/loan-life/refinance-events.ts';
import { liveRefinance, refinanceGroup } from '@loanbook/contract/loan-life/refinance-group.ts';
import { reversalsOf, voidEvents } from '@loanbook/contract/loan-life/void-loan.ts';
import type { ReplyOf } from '@loanbook/contract/route.ts';
import type { LoanEvent } from '@loanbook/engine/events.ts';
import type { Tx } from '../../platform/database.ts';
import { failure } from '../../platform/failure.ts';
import { newId } from '../../platform/ids.ts';
import { createLoan, insertEvents, lockLoans, writeProjections, type EventDetails, type LockedLoan, type NewEvent } from '../loans/loans.index.ts';
import { accepted, writeReversals } from './events.commands.ts';
import { lockLoan, readRateCap, repaidLoan } from './lock-loan.ts';
import { numberReceipts, receiptPart } from './number-receipts.ts';

/**
 * 借新还旧 in one transaction: the new loan is lent, the old one settled on the same day, both say so of each other.
 * Throws what `createLoan` and `refinanceEvents` refuse.
 */
export async function refinanceLoan(tx: Tx, oldLoanId: string, input: RefinanceInput): Promise<ReplyOf<typeof eventsRoutes.refinance>> {
  const old = await lockLoan(tx, oldLoanId);
  const context = { businessDate: tx.businessDate, rateCapE8: await readRateCap(tx), newEventId: () => newId(tx.now) };
  const created = await createLoan(tx, { customerId: old.customerId, terms: input.terms, facts: { ...input.facts, previousReceiptNo: old.receiptNo } });
  const result = refinanceEvents(repaidLoan(old), input, { oldLoanId, newLoanId: created.id }, context);
  if (!result.isAccepted) throw failure(result.code, result.details);
  const newReceiptNo = String(created.cells['receiptNo'] ?? '');
  const oldEvents = result.oldEvents.map((event): NewEvent => ({ loanId: oldLoanId, event, details: detailsOf(event, input, result, newReceiptNo), ...receiptPart(result.oldAfter, event) }));
  await insertEvents(tx, [...(await numberReceipts(tx, oldEvents)), { loanId: created.id, event: result.newLink, details: { reason: input.reason } }]);
  await writeProjections(tx, [
    { loanId: oldLoanId, terms: old.terms, events: [...repaidLoan(old).events, ...result.oldEvents] },
    { loanId: created.id, terms: result.newTerms, events: [...created.events, result.newLink] },
  ]);
  tx.audit({ action: 'loan.refinanced', objectType: 'loan', objectId: oldLoanId, reason: input.reason, values: { newLoanId: created.id, fromNewLoan: input.fromNewLoan, eventIds: result.oldEvents.map((event) => event.id) } });
  return { newLoanId: created.id };
}

function detailsOf(event: LoanEvent, input: RefinanceInput, { ownReceiptId }: AcceptedRefinance, newReceiptNo: string): EventDetails {
  if (event.type === 'refinance') return { reason: input.reason };
  if (event.type !== 'repay') return {};
  if (event.id !== ownReceiptId) return { channel: 'other', note: `借新还旧，由借据 ${newReceiptNo} 归还` };
  const { channel = 'other', externalRef = null, payerName = null } = input.ownMoney ?? {};
  return { channel, externalRef: externalRef || null, payerName: payerName || null };
}

/**
 * Undoes a refinancing from either of its loans: the old one is owed again, the new one void.
 * Throws Failure not_found, nothing_to_undo, loan_has_receipts (of the new loan), not_reversible.
 */
export async function reverseRefinance(tx: Tx, loanId: string, reason: string): Promise<ReplyOf<typeof eventsRoutes.reverseRefinance>> {
  const { oldLoanId, newLoanId } = await refinancedPair(tx, loanId);
  const loans = await lockLoans(tx, [oldLoanId, newLoanId]);
  const [old, renewed] = [loans.get(oldLoanId), loans.get(newLoanId)];
  // Read again now that nobody else can undo it in between.
  if (!old || !renewed || liveRefinance(repaidLoan(old).events, 'repaid')?.otherLoanId !== newLoanId) throw failure('nothing_to_undo');
  await undoNew(tx, renewed, reason);
  const group = refinanceGroup(repaidLoan(old).events);
  await writeReversals(tx, old, accepted(reversalsOf(repaidLoan(old), group.toReversed(), tx.businessDate, () => newId(tx.now))), reason);
  tx.audit({ action: 'loan.refinance_reversed', objectType: 'loan', objectId: oldLoanId, reason, values: { newLoanId } });
  tx.audit({ action: 'loan.voided', objectType: 'loan', objectId: newLoanId, reason, values: { oldLoanId } });
  return { oldLoanId, newLoanId };
}

async function undoNew(tx: Tx, renewed: LockedLoan, reason: string): Promise<void> {
  await writeReversals(tx, renewed, accepted(voidEvents(repaidLoan(renewed), tx.businessDate, () => newId(tx.now), true)), reason);
}

/** Of a loan that both repaid one and was repaid itself, the later refinancing is the one to undo. */
async function refinancedPair(tx: Tx, loanId: string): Promise<{ readonly oldLoanId: string; readonly newLoanId: string }> {
  const { events } = repaidLoan(await lockLoan(tx, loanId));
  const repaid = liveRefinance(events, 'repaid');
  if (repaid) return { oldLoanId: loanId, newLoanId: repaid.otherLoanId };
  const repaying = liveRefinance(events, 'repaying');
  if (!repaying) throw failure('nothing_to_undo');
  return { oldLoanId: repaying.otherLoanId, newLoanId: loanId };
}
