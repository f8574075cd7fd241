import type { LoanEvent } from '../events.ts';
import type { LoanState } from '../loan-state.ts';
import { sumOf } from './commands-checks.ts';

/**
 * The tiny model: what must be paid to be free of the loan changes on the event's own day by the event's amount and by
 * nothing else, however the plan is made anew. Credit counts against it, so its use changes nothing either.
 * `after` is the state on the same day with the event.
 */
export function payoffChangeFen(event: LoanEvent, before: LoanState, after: LoanState): number {
  switch (event.type) {
    case 'disburse':
    case 'draw':
    case 'fee':
    case 'refund':
      return event.amountFen;
    case 'opening':
      return event.principalFen + broughtInFen(after);
    case 'repay':
    case 'recover':
    case 'waive':
      return -event.amountFen;
    case 'prepay':
      if (event.mode === 'settle') return Math.min(0, before.payoffFen + (event.feeFen ?? 0)) - before.payoffFen;
      return (event.feeFen ?? 0) - sumOf(partsOf(event.id, after));
    case 'rate':
    case 'extend':
    case 'restructure':
    case 'write_off':
    case 'class':
    case 'refinance':
      return 0;
    case 'reverse':
      return after.payoffFen - before.payoffFen;
  }
}

/** What an old book brought in besides principal: arrears, and the running period's interest. */
function broughtInFen(after: LoanState): number {
  const { interestDueFen, interestAccruedFen, penaltyFen } = after.balances;
  return interestDueFen + interestAccruedFen + penaltyFen;
}

/** An early repayment is its own receipt; a fee of it is charged and paid at once. */
function partsOf(eventId: string, after: LoanState): readonly number[] {
  const use = after.allocations.find((allocation) => allocation.eventId === eventId);
  return use === undefined ? [] : [use.feeFen, use.compoundFen, use.penaltyFen, use.interestFen, use.principalFen, use.creditFen];
}
