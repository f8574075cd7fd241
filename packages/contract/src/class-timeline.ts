import { addDays, type CivilDate } from '@loanbook/engine/civil-date.ts';
import type { ClassReason } from '@loanbook/engine/class-reasons.ts';
import type { FiveTierClass } from '@loanbook/engine/classification.ts';
import type { LoanEvent } from '@loanbook/engine/events.ts';
import type { InstallmentState, LoanState } from '@loanbook/engine/loan-state.ts';
import { replay } from '@loanbook/engine/replay.ts';
import type { LoanTerms } from '@loanbook/engine/terms.ts';
import { watchPeriodEnd } from '@loanbook/engine/watch-period.ts';

/** One change of a loan's class: from the day, why. `from` is null where the loan begins. */
export interface ClassChange {
  readonly changedOn: CivilDate;
  readonly from: FiveTierClass | null;
  readonly to: FiveTierClass;
  readonly daysPastDue: number;
  readonly reasons: readonly ClassReason[];
}

/** Days after the oldest unpaid due date on which the floor gets worse (rule §1.1). */
const thresholds = [1, 91, 271, 361];

/**
 * Every change of the class up to a day, the oldest first, as the entries say today. The loan is replayed only on days on
 * which its class can change: entries, thresholds of the days past due, due dates that waiting credit pays, ends of watch periods.
 */
export function classTimeline(terms: LoanTerms, events: readonly LoanEvent[], asOf: CivilDate): readonly ClassChange[] {
  const entered = [...new Set(events.map((event) => event.occurredOn))].toSorted();
  const changes: ClassChange[] = [];
  let day = entered[0];
  while (day !== undefined && day <= asOf) {
    const state = replay(terms, events, day);
    const last = changes.at(-1)?.to ?? null;
    if (state.status !== 'pending' && state.fiveTierClass !== last) {
      changes.push({ changedOn: day, from: last, to: state.fiveTierClass, daysPastDue: state.daysPastDue, reasons: state.classReasons });
    }
    day = nextDay(state, entered);
  }
  return changes;
}

function nextDay(state: LoanState, entered: readonly CivilDate[]): CivilDate | undefined {
  const oldest = state.installments.find(isOpen);
  const candidates: readonly (CivilDate | undefined)[] = [
    ...entered,
    ...(oldest === undefined ? [] : thresholds.map((days) => addDays(oldest.dueOn, days))),
    // Principal without a plan is billed as it goes: its next row is not known before its day.
    ...(hasStandingPrincipal(state) ? [addDays(state.asOf, 1)] : []),
    ...(state.balances.creditFen > 0 ? state.installments.map((row) => row.dueOn) : []),
    ...state.classReasons.flatMap((reason) => reasonEndsOn(reason) ?? (reason.code.startsWith('restructured') ? watchEnds(state) : [])),
  ];
  return candidates.reduce<CivilDate | undefined>((next, day) => (day !== undefined && day > state.asOf && (next === undefined || day < next) ? day : next), undefined);
}

function hasStandingPrincipal(state: LoanState): boolean {
  const plannedFen = state.installments.reduce((sum, row) => sum + row.principalFen - row.paidPrincipalFen, 0);
  return (state.offBook ?? state.balances).principalFen > plannedFen;
}

/** The day on which a watch period or the upgrade test may end, as things stand. */
export function reasonEndsOn(reason: ClassReason & { readonly figures?: { readonly endsOn?: CivilDate | null } }): CivilDate | null {
  return reason.figures?.endsOn ?? null;
}

function watchEnds(state: LoanState): readonly CivilDate[] {
  return state.installments.map((row) => watchPeriodEnd(row.dueOn, state.currentTerms.periodMonths));
}

function isOpen(row: InstallmentState): boolean {
  return row.principalFen > row.paidPrincipalFen || row.interestFen > row.paidInterestFen + row.waivedInterestFen || row.feeFen > row.paidFeeFen + row.waivedFeeFen;
}
