import { addDays } from './civil-date.ts';
import type { CivilDate } from './civil-date.ts';
import { lastPerformingDay } from './classification.ts';
import type { LoanEvent } from './events.ts';
import type { LoanState } from './loan-state.ts';
import { fen } from './money.ts';
import type { Fen } from './money.ts';
import { replay } from './replay.ts';
import type { LoanTerms } from './terms.ts';

/** Interest receivable (应收利息): due and earned to the day, without penalty and compound. */
export interface InterestReceivable {
  /** 表内 */
  readonly onBalanceFen: Fen;
  /** 表外: all of it once anything is more than 90 days past due, and what a written-off loan owes. */
  readonly offBalanceFen: Fen;
}

/** Rule §1.7: non-accrual from 91 days past due on. */
export function interestReceivable(state: LoanState): InterestReceivable {
  const { interestDueFen, interestAccruedFen } = state.offBook ?? state.balances;
  const receivableFen = fen(interestDueFen + interestAccruedFen);
  const isOnBalance = !state.isNonAccrual && state.offBook === null;
  return { onBalanceFen: isOnBalance ? receivableFen : fen(0), offBalanceFen: isOnBalance ? fen(0) : receivableFen };
}

export interface NonAccrual {
  /** First day on which interest counts off the balance sheet. */
  readonly startsOn: CivilDate;
  /** Interest receivable of the day before, which is reversed out of income on that first day (冲回). */
  readonly reversedFen: Fen;
}

/** Since when the loan earns no interest on the balance sheet, and what was reversed then; null while it does. */
export function nonAccrualOf(terms: LoanTerms, events: readonly LoanEvent[], asOf: CivilDate): NonAccrual | null {
  const { isNonAccrual, overdueSince } = replay(terms, events, asOf);
  if (!isNonAccrual || overdueSince === null) return null;
  const lastOnBalanceOn = addDays(overdueSince, lastPerformingDay);
  const before = replay(terms, events, lastOnBalanceOn);
  return { startsOn: addDays(lastOnBalanceOn, 1), reversedFen: interestReceivable(before).onBalanceFen };
}
