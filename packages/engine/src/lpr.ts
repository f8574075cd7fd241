import { addMonths, civilDateOf, civilParts, dayNumberOf } from './civil-date.ts';
import type { CivilDate } from './civil-date.ts';
import { rateE8 } from './rate.ts';
import type { RateE8 } from './rate.ts';
import type { LprLink, LprValue } from './terms.ts';

const basisPointE8 = 10_000;

/**
 * The rate that the link makes of the LPR in force on a day, or null when none was published by then.
 * LPR 4.65 % and 55 basis points → 5.20 %. A spread below zero makes no negative rate.
 */
export function linkedRateOn(link: LprLink, on: CivilDate): RateE8 | null {
  const value = link.values.reduce<LprValue | null>((latest, candidate) => {
    const isCandidate = candidate.publishedOn <= on && (latest === null || candidate.publishedOn > latest.publishedOn);
    return isCandidate ? candidate : latest;
  }, null);
  if (value === null) return null;
  const lprE8 = link.tenor === 'one_year' ? value.oneYearE8 : value.fiveYearE8;
  return rateE8(Math.max(0, lprE8 + link.spreadBasisPoints * basisPointE8));
}

/** First repricing day after a day; null where the contract has none. Anniversaries keep the day of month: 02-29 → 02-28. */
export function nextRepricing(link: LprLink, startsOn: CivilDate, after: CivilDate): CivilDate | null {
  const { year } = civilParts(after);
  switch (link.repricing) {
    case 'none':
      return null;
    case 'january_first':
      return civilDateOf(dayNumberOf(year + 1, 1, 1));
    case 'anniversary': {
      const months = (year - civilParts(startsOn).year) * 12;
      const thisYear = addMonths(startsOn, months);
      return thisYear > after && months > 0 ? thisYear : addMonths(startsOn, months + 12);
    }
  }
}
