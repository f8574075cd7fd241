import { addDays, civilDateOf, dayNumber } from './civil-date.ts';
import type { CivilDate } from './civil-date.ts';

/** Days that differ from the ordinary week: holidays on weekdays, and weekend days made working days (调休). */
export interface HolidayCalendar {
  readonly holidays: readonly CivilDate[];
  readonly workingDays: readonly CivilDate[];
}

/** Saturday and Sunday rest unless made working days; 1970-01-01 was a Thursday. */
export function isWorkingDay(date: CivilDate, calendar: HolidayCalendar): boolean {
  if (calendar.workingDays.includes(date)) return true;
  if (calendar.holidays.includes(date)) return false;
  return (dayNumber(date) + 3) % 7 < 5;
}

/** Day numbers of due dates as they are to be paid, in the same order; the same list without a rule. */
export function putOff(dueDays: readonly number[], calendar: HolidayCalendar | undefined): readonly number[] {
  if (calendar === undefined) return dueDays;
  return dueDays.map((dueDay) => dayNumber(followingWorkingDay(civilDateOf(dueDay), calendar)));
}

/**
 * 顺延至下一工作日: the day by which a payment due on a rest day must be made; overdue counts from the day after.
 * 2024-10-01 → 2024-10-08.
 */
export function followingWorkingDay(date: CivilDate, calendar: HolidayCalendar): CivilDate {
  let day = dayNumber(date);
  while (!isWorkingDay(civilDateOf(day), calendar)) day += 1;
  return addDays(date, day - dayNumber(date));
}
