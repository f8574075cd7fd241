import type { CivilDate } from '../civil-date.ts';
import type { LoanEvent, ReverseEvent } from '../events.ts';

/** Everything but reversals, which only decide what counts. */
export type CountedEvent = Exclude<LoanEvent, ReverseEvent>;

export interface LiveEvents {
  /** Events that count on the day, by value date, then by order of entry; reversals and the reversed left out. */
  readonly counted: readonly CountedEvent[];
  /** Events with a value date up to the day that a reversal took back by then. */
  readonly reversed: readonly CountedEvent[];
}

/** A reversal takes its event back as if it had never been, from the reversal's own value date on; `isKnownNow`: at once. */
export function liveEvents(events: readonly LoanEvent[], asOf: CivilDate, isKnownNow = false): LiveEvents {
  const reversedIds = new Set<string>();
  for (const event of events) {
    if (event.type === 'reverse' && (isKnownNow || event.occurredOn <= asOf)) reversedIds.add(event.reversedEventId);
  }
  const counted: CountedEvent[] = [];
  const reversed: CountedEvent[] = [];
  for (const event of events) {
    if (event.type === 'reverse' || event.occurredOn > asOf) continue;
    (reversedIds.has(event.id) ? reversed : counted).push(event);
  }
  return { counted: counted.sort(byValueDate), reversed: reversed.sort(byValueDate) };
}

export function byValueDate(left: LoanEvent, right: LoanEvent): number {
  if (left.occurredOn !== right.occurredOn) return left.occurredOn < right.occurredOn ? -1 : 1;
  return left.sequence - right.sequence;
}
