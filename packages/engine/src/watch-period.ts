import { addMonths, compareCivilDates } from './civil-date.ts';
import type { CivilDate } from './civil-date.ts';

/**
 * Earliest end of a restructured loan's watch period (rule §1.1): from the first due date of the new plan, or from the
 * day of a missed payment, at least one year and two consecutive repayment periods. The period's own first due date
 * counts as one of the two, so a yearly payer's watch ends with the second due date, a year on.
 */
export function watchPeriodEnd(watchFrom: CivilDate, periodMonths: number): CivilDate {
  const afterYear = addMonths(watchFrom, 12);
  const afterPeriods = addMonths(watchFrom, periodMonths);
  return compareCivilDates(afterYear, afterPeriods) >= 0 ? afterYear : afterPeriods;
}
