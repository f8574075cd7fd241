import { civilDateOf, dayNumber } from '../civil-date.ts';
import { days30e360, monthsAndDays } from '../day-count.ts';
import { dueDaysOf } from '../due-dates.ts';
import { fraction } from '../fraction.ts';
import type { Fraction } from '../fraction.ts';
import { putOff } from '../holiday.ts';
import { present } from '../present.ts';
import type { LoanTerms } from '../terms.ts';
import { customRowsOf } from './custom-rows.ts';

/** Everything a method needs to spread a balance over rows whose dates are settled. */
export interface PlanFrame {
  readonly terms: LoanTerms;
  readonly principalFen: number;
  /** What 等本等息 bears interest on in every row: the principal first lent. */
  readonly flatBaseFen: number;
  /** Number of the first row: 1, or more when only the tail of a plan is made anew, or after an older plan. */
  readonly firstNumber: number;
  /** Rows of this plan that came before the first one here. */
  readonly passedRows: number;
  /** Day the first row's period begins. */
  readonly startDay: number;
  /** By how many days the row before the first was put off by rest days. */
  readonly startShiftDays: number;
  /** Days on which the periods end by the contract. */
  readonly nominalDays: readonly number[];
  /** Days on which the rows are due: the same list, unless rest days put some of them off. */
  readonly dueDays: readonly number[];
  /** False when maturity cuts or stretches the last row. */
  readonly isLastRegular: boolean;
  /** Interest of one regular period as a share of the balance: annual × months / 12. */
  readonly fullPeriod: Fraction;
  /** Interest of each row as a share of the balance; null when every row is a full period. */
  readonly fractions: readonly Fraction[] | null;
  /** Share that the first row really bears when it differs from the one its principal is planned with. */
  readonly firstRowBears: Fraction | null;
}

/** Share of a balance that bears interest for a full period of the plan, whatever its days. */
export function fullPeriodFraction(terms: LoanTerms): Fraction {
  if (terms.periodDays !== undefined) return fraction(terms.rateAnnualE8 * terms.periodDays, 360e8);
  return fraction(terms.rateAnnualE8 * terms.periodMonths, 12e8);
}

/**
 * Share of a balance that bears interest between two days. Source: vectors, meta.conventions.
 * months + days: 8.4 % from 2024-01-15 to 2024-07-28 is 6 months and 13 days: 200 000.00 bears 9 006.67.
 */
export function daysFraction(terms: LoanTerms, fromDay: number, toDay: number): Fraction {
  const basisDays = terms.interestMode === 'actual_365' ? 365 : 360;
  return fraction(rateDays(terms, fromDay, toDay), basisDays * 1e8);
}

/** Σ rate × days over the rates agreed for the time; one rate where the contract sets no steps. */
function rateDays(terms: LoanTerms, fromDay: number, toDay: number): number {
  let rate: number = terms.rateAnnualE8;
  let sum = 0;
  let countedToDay = fromDay;
  for (const step of terms.rateSteps ?? []) {
    const stepDay = Math.min(Math.max(dayNumber(step.startsOn), countedToDay), toDay);
    sum += rate * countedDays(terms, countedToDay, stepDay);
    countedToDay = stepDay;
    rate = step.rateAnnualE8;
  }
  return sum + rate * countedDays(terms, countedToDay, toDay);
}

/** Days of the interest mode; a whole month counts thirty. */
function countedDays(terms: LoanTerms, fromDay: number, toDay: number): number {
  switch (terms.interestMode) {
    case 'actual_360':
    case 'actual_365':
      return toDay - fromDay;
    case '30e_360':
      return days30e360(civilDateOf(fromDay), civilDateOf(toDay));
    case 'monthly':
    case 'months_days': {
      const { wholeMonths, oddDays } = monthsAndDays(civilDateOf(fromDay), civilDateOf(toDay));
      return wholeMonths * 30 + oddDays;
    }
  }
}

/** Due dates of a plan by its method: bullet has one, custom brings its own. */
function planDueDays(terms: LoanTerms): { readonly days: readonly number[]; readonly isLastRegular: boolean } {
  if (terms.method === 'bullet' || terms.method === 'revolving') {
    return { days: [dayNumber(terms.maturesOn)], isLastRegular: false };
  }
  if (terms.method === 'custom') {
    return { days: customRowsOf(terms).map((row) => dayNumber(row.dueOn)), isLastRegular: false };
  }
  return dueDaysOf(terms);
}

/** True where a month's interest is the year's divided by twelve, whatever the days of the month. */
function hasFullPeriods(terms: LoanTerms): boolean {
  const isIrregular = terms.method === 'bullet' || terms.method === 'custom' || terms.method === 'revolving';
  return terms.interestMode === 'monthly' && terms.dueRule.kind !== 'settlement_day' && !isIrregular;
}

function rowFractions(
  terms: LoanTerms, startDay: number, dueDays: readonly number[], isLastRegular: boolean,
): readonly Fraction[] | null {
  const isMonthly = hasFullPeriods(terms);
  if (isMonthly && isLastRegular) return null;
  const fullPeriod = fullPeriodFraction(terms);
  let fromDay = startDay;
  return dueDays.map((dueDay, index) => {
    const isFull = isMonthly && index < dueDays.length - 1;
    const share = isFull ? fullPeriod : daysFraction(terms, fromDay, dueDay);
    fromDay = dueDay;
    return share;
  });
}

/** Rule §1.9, first odd period: the whole period, its actual days over 360, or whole months and odd days. */
function firstRowShare(terms: LoanTerms, startDay: number, dueDay: number): Fraction | null {
  if (!hasFullPeriods(terms)) return null;
  switch (terms.firstPeriodRule) {
    case 'full_period':
      return null;
    case 'actual_days_360':
      return fraction(terms.rateAnnualE8 * (dueDay - startDay), 360e8);
    case 'months_days':
      return daysFraction(terms, startDay, dueDay);
  }
}

/** The frame of a whole plan, lent at once on `startsOn`. */
export function wholePlanFrame(terms: LoanTerms): PlanFrame {
  const startDay = dayNumber(terms.startsOn);
  const { days, isLastRegular } = planDueDays(terms);
  return {
    terms,
    principalFen: terms.principalFen,
    flatBaseFen: terms.principalFen,
    firstNumber: 1,
    passedRows: 0,
    startDay,
    startShiftDays: 0,
    nominalDays: days,
    dueDays: putOff(days, terms.holidayRule?.calendar),
    isLastRegular,
    fullPeriod: fullPeriodFraction(terms),
    fractions: rowFractions(terms, startDay, days, isLastRegular),
    firstRowBears: firstRowShare(terms, startDay, present(days[0])),
  };
}

/** The rows that fall due after `day`, to be filled anew from a balance. Empty when none is left. */
export function planTailFrame(whole: PlanFrame, day: number, balanceFen: number): PlanFrame {
  const firstIndex = whole.dueDays.findIndex((dueDay) => dueDay > day);
  const skipped = firstIndex === -1 ? whole.dueDays.length : firstIndex;
  const startDay = skipped === 0 ? whole.startDay : present(whole.nominalDays[skipped - 1]);
  return {
    ...rowsFrom(whole, skipped),
    principalFen: balanceFen,
    firstNumber: whole.firstNumber + skipped,
    passedRows: skipped,
    startDay,
    startShiftDays: skipped === 0 ? 0 : present(whole.dueDays[skipped - 1]) - startDay,
  };
}

/** The rows of a frame without the first ones, and without those from `end` on. */
export function rowsFrom(frame: PlanFrame, first: number, end: number = frame.dueDays.length): PlanFrame {
  return {
    ...frame,
    nominalDays: frame.nominalDays.slice(first, end),
    dueDays: frame.dueDays.slice(first, end),
    fractions: frame.fractions === null ? null : frame.fractions.slice(first, end),
    firstRowBears: first === 0 ? frame.firstRowBears : null,
  };
}

/** The same rows at another rate. */
export function withTerms(frame: PlanFrame, terms: LoanTerms): PlanFrame {
  const { startDay, nominalDays } = frame;
  return {
    ...frame,
    terms,
    fullPeriod: fullPeriodFraction(terms),
    fractions: rowFractions(terms, startDay, nominalDays, frame.isLastRegular),
    firstRowBears: frame.firstRowBears === null ? null : firstRowShare(terms, startDay, present(nominalDays[0])),
  };
}
