import type { LoanEvent, OpeningEvent } from '@loanbook/engine/events.ts';

/** The balance taken over that counts: an import's, or the one that replaced it; undefined for a loan lent here. */
export function liveOpening(events: readonly LoanEvent[]): OpeningEvent | undefined {
  const reversedIds = new Set(events.flatMap((event) => (event.type === 'reverse' ? [event.reversedEventId] : [])));
  return events.find((event): event is OpeningEvent => event.type === 'opening' && !reversedIds.has(event.id));
}
