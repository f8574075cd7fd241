import type { LoanEventInput } from '@loanbook/contract/features/events.ts';
import type { Loan } from '@loanbook/contract/features/loans.ts';
import { drawableFen } from '@loanbook/contract/loan-life/event-refusal.ts';
import { isPartOfRefinance } from '@loanbook/contract/loan-life/refinance-group.ts';
import { waivable, waivableComponents } from '@loanbook/contract/loan-life/waivable.ts';
import type { LoanEvent } from '@loanbook/engine/events.ts';
import type { EventsTextKey } from './events-texts.ts';

export type EventKind = LoanEventInput['type'];

/** In the order of the menu: what happens often first. */
export const eventKinds = ['prepay', 'waive', 'fee', 'rate', 'extend', 'restructure', 'draw', 'class', 'write_off', 'recover', 'refund'] as const satisfies readonly EventKind[];

/** Why the loan cannot take such an event now; null when it can. */
export function whyNot(loan: Loan, kind: EventKind): EventsTextKey | null {
  const { state } = loan;
  if (state.status === 'pending') return loan.events.length > 0 ? 'whyVoid' : 'whyPending';
  if (kind === 'refund') return state.balances.creditFen > 0 ? null : 'whyNoCredit';
  if (state.status === 'settled') return 'whySettled';
  switch (kind) {
    case 'prepay':
    case 'rate':
    case 'restructure':
    case 'write_off':
      return state.writtenOffOn === null ? null : 'whyWrittenOff';
    case 'extend':
      if (state.writtenOffOn !== null) return 'whyWrittenOff';
      return state.asOf > state.currentTerms.maturesOn ? 'whyMatured' : null;
    case 'draw':
      if (state.writtenOffOn !== null) return 'whyWrittenOff';
      return state.asOf > state.currentTerms.maturesOn ? 'whyMatured' : drawableFen(state) > 0 ? null : 'whyNothingToDraw';
    case 'waive':
      return waivableComponents.some((component) => waivable(state, component) > 0) ? null : 'whyNothingToWaive';
    case 'recover':
      return state.writtenOffOn === null ? 'whyNotWrittenOff' : null;
    case 'fee':
    case 'class':
      return null;
    default:
      return kind satisfies never;
  }
}

/** What this loan's events route may take back: not receipts, which have their own way, nor lending. */
const reversibleTypes: ReadonlySet<LoanEvent['type']> = new Set(['prepay', 'waive', 'fee', 'rate', 'extend', 'restructure', 'draw', 'class', 'write_off', 'recover', 'refund']);

/** Entries that still count and may be taken back, latest entry first. */
export function reversibleEvents(loan: Loan): readonly LoanEvent[] {
  const reversedIds = new Set(loan.events.flatMap((event) => (event.type === 'reverse' ? [event.reversedEventId] : [])));
  return loan.events.filter((event) => reversibleTypes.has(event.type) && !reversedIds.has(event.id) && !isPartOfRefinance(loan.events, event.id)).toSorted((left, right) => right.sequence - left.sequence);
}
