import type { LoanEvent, RefinanceEvent } from '@loanbook/engine/events.ts';
import { liveEventsOf } from './live-events-of.ts';

/** The refinancing that stands on a loan, on the given side of it; null when there is none. */
export function liveRefinance(events: readonly LoanEvent[], side: 'repaid' | 'repaying'): RefinanceEvent | null {
  const found = liveEventsOf(events).find((event) => event.type === 'refinance' && (event.isRepaidByOther === true) === (side === 'repaid'));
  return found?.type === 'refinance' ? found : null;
}

/**
 * What a refinancing entered on the loan it repays, in order of entry: the link, the receipts and the settlement.
 * They were posted together, hence they follow each other; empty where no refinancing stands.
 */
export function refinanceGroup(events: readonly LoanEvent[]): readonly LoanEvent[] {
  const link = liveRefinance(events, 'repaid');
  if (link === null) return [];
  const later = events.filter((event) => event.sequence > link.sequence).toSorted((left, right) => left.sequence - right.sequence);
  const settlesAt = later.findIndex((event) => event.type === 'prepay' && event.mode === 'settle');
  return [link, ...later.slice(0, settlesAt + 1)];
}

/** Part of a refinancing that stands: it can only be taken back as a whole, on both loans. */
export function isPartOfRefinance(events: readonly LoanEvent[], eventId: string): boolean {
  const repaying = liveRefinance(events, 'repaying');
  return repaying?.id === eventId || refinanceGroup(events).some((event) => event.id === eventId);
}
