import type { RateEvent } from '../events.ts';
import { accrueTo } from '../overdue.ts';
import type { RateE8 } from '../rate.ts';
import { withTerms } from '../schedule/plan-frame.ts';
import { futurePrincipalFen } from './accrued-interest.ts';
import { changeRate } from './change-rate.ts';
import type { LoanLedger } from './loan-ledger.ts';
import { closeSegment, futureFrame, replanFuture } from './replan.ts';

/**
 * A new rate from `day` on: the running period bears each rate for its days, the rows from it on are planned anew, and
 * penalty follows the new rate; a rate that was to take over later no longer does. 800 000.00, 5.3 % then 5.2 % after 12 of 31 days → 3 608.89 (vectors, repricing).
 */
export function applyRate(ledger: LoanLedger, event: RateEvent, day: number): void {
  ledger.pendingRate = null;
  changeRateOn(ledger, event.rateAnnualE8, day);
}

/** Also how the rate of an extension takes over on the old maturity. */
export function changeRateOn(ledger: LoanLedger, rateAnnualE8: RateE8, day: number): void {
  accrueTo(ledger, day);
  closeSegment(ledger, day);
  changeRate(ledger, rateAnnualE8);
  const { frame } = ledger;
  if (frame === null) return;
  const tail = futureFrame(ledger, frame, day, futurePrincipalFen(ledger, day));
  if (tail.dueDays.length === 0) return;
  replanFuture(ledger, day, withTerms(tail, ledger.terms));
}
