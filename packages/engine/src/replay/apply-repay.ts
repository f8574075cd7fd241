import { allocate } from '../allocation.ts';
import type { RefundEvent } from '../events.ts';
import { refuse } from '../refusal.ts';
import type { LedgerAllocation, LoanLedger } from './loan-ledger.ts';

export function emptyAllocation(eventId: string, occurredDay: number, isReversed: boolean): LedgerAllocation {
  return {
    eventId, occurredDay, isReversed,
    feeFen: 0, compoundFen: 0, penaltyFen: 0, interestFen: 0, principalFen: 0, creditFen: 0, refundedFen: 0,
  };
}

/** Money received: what is due takes it by the allocation rule, the rest waits as credit (暂收款). */
export function applyMoney(ledger: LoanLedger, eventId: string, amountFen: number, day: number): void {
  const allocation = emptyAllocation(eventId, day, false);
  allocation.creditFen = allocate(ledger, day, amountFen, allocation);
  ledger.creditFen += allocation.creditFen;
  ledger.allocations.push(allocation);
}

/** Credit pays what has become due, oldest receipt first; the receipts' allocations say what for. */
export function useCredit(ledger: LoanLedger, day: number): void {
  for (const allocation of ledger.allocations) {
    if (allocation.creditFen === 0) continue;
    const restFen = allocate(ledger, day, allocation.creditFen, allocation);
    ledger.creditFen -= allocation.creditFen - restFen;
    allocation.creditFen = restFen;
    if (restFen > 0) return;
  }
}

/** Credit paid back, from the oldest receipt that still has some; what other events have used up since is not there. */
export function applyRefund(ledger: LoanLedger, event: RefundEvent): void {
  if (event.amountFen > ledger.creditFen) refuse('amount_exceeds_credit', 'amountFen');
  let restFen: number = event.amountFen;
  for (const allocation of ledger.allocations) {
    const takenFen = Math.min(allocation.creditFen, restFen);
    allocation.creditFen -= takenFen;
    allocation.refundedFen += takenFen;
    ledger.creditFen -= takenFen;
    restFen -= takenFen;
  }
}
