import type { LoanEvent } from '@loanbook/engine/events.ts';

export interface SummarisedEvent {
  readonly eventId: string;
  readonly type: 'extend' | 'restructure' | 'refinance' | 'rate' | 'prepay';
  readonly occurredOn: string;
}

/** Entries with a summary to sign, the latest first: they changed the contract and still stand. */
export function summarisedEvents(events: readonly LoanEvent[]): readonly SummarisedEvent[] {
  const reversed = new Set(events.flatMap((event) => (event.type === 'reverse' ? [event.reversedEventId] : [])));
  return events.flatMap((event): SummarisedEvent[] => {
    if (reversed.has(event.id) || (event.type === 'prepay' && event.mode === 'settle')) return [];
    switch (event.type) {
      case 'extend':
      case 'restructure':
      case 'refinance':
      case 'rate':
      case 'prepay':
        return [{ eventId: event.id, type: event.type, occurredOn: event.occurredOn }];
      default:
        return [];
    }
  }).toReversed();
}
