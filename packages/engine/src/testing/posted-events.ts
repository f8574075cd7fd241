import { refuseEvent } from '../check-event.ts';
import type { CivilDate } from '../civil-date.ts';
import type { LoanEvent } from '../events.ts';
import { present } from '../present.ts';
import type { LoanTerms } from '../terms.ts';

/** Posts what may be posted, as the server would, and drops the rest. */
export function postedEvents(terms: LoanTerms, wanted: readonly LoanEvent[]): readonly LoanEvent[] {
  const events: LoanEvent[] = [];
  for (const event of wanted) if (refuseEvent(terms, events, event) === null) events.push(event);
  return events;
}

export function lastDayOf(events: readonly LoanEvent[]): CivilDate {
  return events.reduce((last, event) => (event.occurredOn > last ? event.occurredOn : last), present(events[0]).occurredOn);
}
