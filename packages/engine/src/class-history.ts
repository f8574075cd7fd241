import { civilDateOf, dayNumber } from './civil-date.ts';
import type { CivilDate } from './civil-date.ts';
import type { ClassReason } from './class-reasons.ts';
import type { FiveTierClass } from './classification.ts';
import type { LoanEvent } from './events.ts';
import { replayLedger } from './replay.ts';
import { nextClassDay } from './replay/next-class-day.ts';
import { writeState } from './replay/write-state.ts';
import type { LoanTerms } from './terms.ts';

/** From `changedOn` on the loan had this class; null once it is settled. */
export interface ClassChange {
  readonly changedOn: CivilDate;
  readonly fiveTierClass: FiveTierClass | null;
  /** What decided the class on that day, worst first; empty for normal and settled loans. */
  readonly reasons: readonly ClassReason[];
}

/**
 * The days up to `asOf` on which the class changed, oldest first, as the events known now tell it; the first is the day
 * the loan was lent or taken over. A reversal counts from its own value date.
 * @throws EngineRefusal when an event cannot stand where its value date puts it
 */
export function classHistory(terms: LoanTerms, events: readonly LoanEvent[], asOf: CivilDate): readonly ClassChange[] {
  const eventDays = [...new Set(events.map((event) => dayNumber(event.occurredOn)))].sort((left, right) => left - right);
  const lastDay = dayNumber(asOf);
  const changes: ClassChange[] = [];
  let day = eventDays[0] ?? Infinity;
  while (day <= lastDay) {
    const on = civilDateOf(day);
    const ledger = replayLedger(terms, events, on);
    const { status, fiveTierClass, classReasons } = writeState(ledger, on, day);
    const present = status === 'settled' ? null : fiveTierClass;
    const isFirst = changes.length === 0;
    if (status !== 'pending' && (isFirst || changes.at(-1)?.fiveTierClass !== present)) {
      changes.push({ changedOn: on, fiveTierClass: present, reasons: classReasons });
    }
    const nextEventDay = eventDays.find((eventDay) => eventDay > day) ?? Infinity;
    day = Math.min(nextEventDay, nextClassDay(ledger, day));
  }
  return changes;
}
