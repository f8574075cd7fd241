import { dayNumber } from '../civil-date.ts';
import type { OpeningEvent } from '../events.ts';
import { refuse } from '../refusal.ts';
import { checkTerms } from '../schedule/check-terms.ts';
import { fillPlan } from '../schedule/fill-plan.ts';
import { planTailFrame, wholePlanFrame } from '../schedule/plan-frame.ts';
import type { PlanFrame } from '../schedule/plan-frame.ts';
import type { LoanTerms } from '../terms.ts';
import { newLedgerRow } from './ledger-row.ts';
import type { LedgerRow } from './ledger-row.ts';
import { newStanding } from './loan-ledger.ts';
import type { LoanLedger } from './loan-ledger.ts';
import { ledgerRowsOf } from './plan-rows.ts';

/**
 * A loan taken over on day D. Row 0 carries the arrears, due on the day they are overdue since; what is not in arrears
 * is amortised by the method over the due dates after D, the running period bearing its full interest.
 * Past maturity everything is arrears. Without a plan the rest stands, bearing interest by the day.
 */
export function applyOpening(ledger: LoanLedger, event: OpeningEvent, day: number): void {
  if (ledger.beganDay !== null) refuse('loan_disbursed_already', 'type');
  const { terms } = ledger;
  const whole = hasPlan(terms) ? takenOverPlan(terms) : null;
  const isPastMaturity = dayNumber(terms.maturesOn) <= day;
  const overdueDay = overdueDayOf(event, terms, whole !== null && isPastMaturity);
  const arrearsFen = arrearsPrincipalFen(event, whole, day, overdueDay);
  if (arrearsFen > event.principalFen) refuse('overdue_exceeds_principal', 'overduePrincipalFen');

  ledger.beganDay = day;
  ledger.receivedPrincipalFen = event.principalFen;
  ledger.lentFen = event.principalFen;
  if (overdueDay !== null) ledger.rows.push(arrearsRow(event, whole, arrearsFen, overdueDay, day));
  const restFen = event.principalFen - arrearsFen;
  const tail = whole === null ? null : planTailFrame(whole, day, restFen);
  if (tail !== null && tail.dueDays.length > 0 && restFen > 0) {
    ledger.frame = tail;
    ledger.rows.push(...ledgerRowsOf(tail));
  } else if (restFen > 0) {
    ledger.standing = newStanding(restFen, day);
  }
}

function hasPlan(terms: LoanTerms): boolean {
  if (terms.method === 'revolving') return false;
  return terms.method !== 'custom' || (terms.customRows ?? []).length > 0;
}

function takenOverPlan(terms: LoanTerms): PlanFrame {
  checkTerms(terms);
  return wholePlanFrame(terms);
}

/** Said by the old book; otherwise the maturity when it has passed, or the takeover day when only amounts are known. */
function overdueDayOf(event: OpeningEvent, terms: LoanTerms, isMatured: boolean): number | null {
  if (event.overdueSince !== undefined) return dayNumber(event.overdueSince);
  if (isMatured) return dayNumber(terms.maturesOn);
  const known = (event.overduePrincipalFen ?? 0) + (event.overdueInterestFen ?? 0) + (event.penaltyFen ?? 0);
  return known > 0 ? dayNumber(event.occurredOn) : null;
}

/**
 * Principal in arrears. When the old book gives the day but no amounts: all of it past maturity or without a plan,
 * otherwise what the plan says should have been repaid by now and was not.
 */
function arrearsPrincipalFen(
  event: OpeningEvent, whole: PlanFrame | null, day: number, overdueDay: number | null,
): number {
  const isNothingLeft = whole !== null && !whole.dueDays.some((dueDay) => dueDay > day);
  if (isNothingLeft) return event.principalFen;
  if (event.overduePrincipalFen !== undefined) return event.overduePrincipalFen;
  if (overdueDay === null || event.overdueInterestFen !== undefined) return 0;
  if (whole === null) return event.principalFen;
  const planned = fillPlan(whole).filter((row) => dayNumber(row.dueOn) <= day).at(-1) ?? { balanceFen: whole.principalFen };
  const behindFen = Math.max(0, event.principalFen - planned.balanceFen);
  // Overdue by the old book although the plan has made nothing due: then all of it counts as in arrears. An old penalty
  // that is still owed says nothing of the kind.
  const isUnexplained = event.overdueSince !== undefined && behindFen === 0 && arrearsInterestFen(event, whole, overdueDay, day) === 0;
  return isUnexplained ? event.principalFen : behindFen;
}

/** Interest in arrears: as said, or, when neither amount is known, what the plan made due since then. */
function arrearsInterestFen(event: OpeningEvent, whole: PlanFrame | null, overdueDay: number, day: number): number {
  if (event.overdueInterestFen !== undefined) return event.overdueInterestFen;
  if (event.overduePrincipalFen !== undefined || whole === null) return 0;
  return fillPlan(whole)
    .filter((row) => dayNumber(row.dueOn) >= overdueDay && dayNumber(row.dueOn) <= day)
    .reduce((sum, row) => sum + row.interestFen, 0);
}

function arrearsRow(
  event: OpeningEvent, whole: PlanFrame | null, arrearsFen: number, overdueDay: number, day: number,
): LedgerRow {
  const interestFen = arrearsInterestFen(event, whole, overdueDay, day);
  const row = newLedgerRow(0, overdueDay, overdueDay, arrearsFen, interestFen);
  row.broughtInPenaltyFen = event.penaltyFen ?? 0;
  // What the old book charged up to the takeover is in its penalty figure; only later days count here.
  row.accruedToDay = Math.max(overdueDay, day);
  return row;
}
