import type { LoanEvent } from '@loanbook/engine/events.ts';
import { byValueDate } from '@loanbook/engine/replay/live-events.ts';

type StandingEvent = Exclude<LoanEvent, { readonly type: 'reverse' }>;

/** Events that nobody has taken back, by value date, then order of entry; reversals left out. */
export function liveEventsOf(events: readonly LoanEvent[]): readonly StandingEvent[] {
  const reversedIds = new Set(events.flatMap((event) => (event.type === 'reverse' ? [event.reversedEventId] : [])));
  return events.flatMap((event) => (event.type === 'reverse' || reversedIds.has(event.id) ? [] : [event])).toSorted(byValueDate);
}
