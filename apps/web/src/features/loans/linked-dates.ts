import { addMonths, civilParts, compareCivilDates, dayNumberInMonth, civilDateOf, monthIndex, parseCivilDate, type CivilDate } from '@loanbook/engine/civil-date.ts';

/** The dates of a new loan as typed; each may be missing while the person types. Dates are YYYY-MM-DD. */
export interface LoanDates {
  readonly disbursedOn: string | null;
  readonly termMonths: number | null;
  readonly maturesOn: string | null;
  readonly firstDueOn: string | null;
  readonly dueDay: number | null;
}

/**
 * The other dates after one was changed: term and disbursement give the maturity, the maturity gives the term (in whole
 * months, at least one), the due day gives the first due date and the other way round. What cannot be told stays.
 */
export function linkedDates(dates: LoanDates, changed: keyof LoanDates): LoanDates {
  const disbursedOn = dayOf(dates.disbursedOn);
  if (disbursedOn === null) return dates;
  switch (changed) {
    case 'disbursedOn': return withFirstDue(withMaturity({ ...dates, dueDay: civilParts(disbursedOn).day }, disbursedOn), disbursedOn);
    case 'termMonths': return withMaturity(dates, disbursedOn);
    case 'maturesOn': return withTerm(dates, disbursedOn);
    case 'dueDay': return withFirstDue(dates, disbursedOn);
    case 'firstDueOn': return withDueDay(dates);
    default: return changed satisfies never;
  }
}

function withMaturity(dates: LoanDates, disbursedOn: CivilDate): LoanDates {
  return isTerm(dates.termMonths) ? { ...dates, maturesOn: addMonths(disbursedOn, dates.termMonths) } : dates;
}

/** Whole months to the maturity, rounded to the nearer one. */
function withTerm(dates: LoanDates, disbursedOn: CivilDate): LoanDates {
  const maturesOn = dayOf(dates.maturesOn);
  if (maturesOn === null || compareCivilDates(maturesOn, disbursedOn) <= 0) return dates;
  const months = monthIndex(maturesOn) - monthIndex(disbursedOn);
  const dayGap = civilParts(maturesOn).day - civilParts(disbursedOn).day;
  const nearest = months + (dayGap > 15 ? 1 : 0) - (dayGap < -15 ? 1 : 0);
  return { ...dates, termMonths: Math.max(1, nearest) };
}

function withFirstDue(dates: LoanDates, disbursedOn: CivilDate): LoanDates {
  const { dueDay } = dates;
  if (dueDay === null || !Number.isInteger(dueDay) || dueDay < 1 || dueDay > 31) return dates;
  return { ...dates, firstDueOn: civilDateOf(dayNumberInMonth(monthIndex(disbursedOn) + 1, dueDay)) };
}

/** A first due date at a month's end may stand for a later day of longer months, so the due day stays when it fits. */
function withDueDay(dates: LoanDates): LoanDates {
  const firstDueOn = dayOf(dates.firstDueOn);
  if (firstDueOn === null) return dates;
  const fits = dates.dueDay !== null && civilDateOf(dayNumberInMonth(monthIndex(firstDueOn), dates.dueDay)) === firstDueOn;
  return fits ? dates : { ...dates, dueDay: civilParts(firstDueOn).day };
}

function isTerm(termMonths: number | null): termMonths is number {
  return termMonths !== null && Number.isInteger(termMonths) && termMonths >= 1 && termMonths <= 600;
}

function dayOf(text: string | null): CivilDate | null {
  return text === null ? null : parseCivilDate(text);
}
