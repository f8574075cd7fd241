import { addDays, compareCivilDates, daysBetween } from './civil-date.ts';
import type { CivilDate } from './civil-date.ts';
import { days30e360, monthsAndDays } from './day-count.ts';
import type { Balances } from './loan-state.ts';
import { fen } from './money.ts';
import type { Fen } from './money.ts';
import { roundedFen } from './straight-line.ts';
import type { Rounding } from './terms.ts';

/** How the days of running interest are counted; a whole month is thirty days where months count. */
export type DayCount = 'actual' | '30e_360' | 'months_days';

/**
 * Interest of one row before it is due, from `fromOn` until its due date: numerator + perDay × days over the loan's
 * `accrualDenominator`, rounded, plus `offsetFen` (settled early less forgiven), never more than the row's interest.
 */
export interface ProjectedAccrual {
  readonly fromOn: CivilDate;
  readonly numerator: bigint;
  readonly perDay: bigint;
  readonly offsetFen: Fen;
}

/**
 * One row of the plan. Once overdue and past grace its penalty is numerator + open principal × penaltyPerDay × days over
 * the loan's `chargeDenominator`, days counted from the due date (and the grace days that stay free); compound likewise on
 * open interest. The numerators are those of the due date, so that they do not depend on the day of the projection.
 */
export interface ProjectedInstallment {
  readonly number: number;
  readonly dueOn: CivilDate;
  /** Planned less forgiven. */
  readonly interestFen: Fen;
  readonly paidInterestFen: Fen;
  readonly openPrincipalFen: Fen;
  readonly openFeeFen: Fen;
  readonly penaltyNumerator: bigint;
  /** Paid and forgiven, less what an old book or an old plan brought in. */
  readonly settledPenaltyFen: Fen;
  readonly compoundNumerator: bigint;
  readonly settledCompoundFen: Fen;
  /** Null once due on the day of the last event. */
  readonly accrual: ProjectedAccrual | null;
}

/** Principal without a plan; its interest over `accrualDenominator` has no cap. */
export interface ProjectedStanding {
  readonly principalFen: Fen;
  readonly fromOn: CivilDate;
  readonly numerator: bigint;
  readonly perDay: bigint;
  /** Paid, or billed in rows. */
  readonly settledFen: Fen;
}

/**
 * A loan between two events as straight lines, right for every day from `asOf` until the day before `nextChangeOn`,
 * without a batch. Due dates, grace, day counts and class thresholds do not bend it: `figuresOn` knows them.
 */
export interface LoanProjection {
  readonly asOf: CivilDate;
  /** First day on which the calendar does what lines cannot say: credit pays a row, a rate takes over, standing interest is billed, a watch ends. */
  readonly nextChangeOn: CivilDate | null;
  readonly rounding: Rounding;
  readonly creditFen: Fen;
  readonly graceDays: number;
  /** Grace days that bear no charge even when grace is exceeded. */
  readonly freeDays: number;
  readonly penaltyPerDay: bigint;
  readonly compoundPerDay: bigint;
  readonly chargeDenominator: bigint;
  readonly dayCount: DayCount;
  readonly accrualDenominator: bigint;
  readonly standing: ProjectedStanding | null;
  readonly installments: readonly ProjectedInstallment[];
}

export interface ProjectedFigures {
  readonly daysPastDue: number;
  readonly overdueInstallments: number;
  readonly balances: Balances;
  readonly payoffFen: Fen;
}

/**
 * The figures of a day, each component of each installment rounded once: equal to replay to the fen. The database has the
 * same arithmetic in `loan_figures`, tested against this.
 * @throws RangeError for a day the projection does not cover
 */
export function figuresOn(projection: LoanProjection, date: CivilDate): ProjectedFigures {
  const { asOf, nextChangeOn, installments } = projection;
  const isCovered = date >= asOf && (nextChangeOn === null || compareCivilDates(date, nextChangeOn) < 0);
  if (!isCovered) throw new RangeError(`the projection of ${asOf} does not cover ${date}`);
  const due = installments.filter((row) => row.dueOn <= date);
  const overdue = due.filter((row) => row.dueOn < date && isOwing(row));
  const oldest = overdue[0];
  const balances = {
    principalFen: fen(sum(installments, (row) => row.openPrincipalFen) + (projection.standing?.principalFen ?? 0)),
    interestDueFen: fen(sum(due, openInterestFen)),
    interestAccruedFen: fen(sum(installments, (row) => accruedFen(projection, row, date)) + standingInterestFen(projection, date)),
    penaltyFen: fen(sum(due, (row) => penaltyFen(projection, row, date))),
    compoundFen: fen(sum(due, (row) => compoundFen(projection, row, date))),
    feeFen: fen(sum(installments, (row) => row.openFeeFen)),
    creditFen: projection.creditFen,
    overduePrincipalFen: fen(sum(overdue, (row) => row.openPrincipalFen)),
    overdueInterestFen: fen(sum(overdue, openInterestFen)),
  };
  return {
    daysPastDue: oldest === undefined ? 0 : daysBetween(oldest.dueOn, date),
    overdueInstallments: overdue.length,
    balances,
    payoffFen: fen(
      balances.principalFen + balances.interestDueFen + balances.interestAccruedFen + balances.penaltyFen + balances.compoundFen
      + balances.feeFen - balances.creditFen,
    ),
  };
}

function openInterestFen(row: ProjectedInstallment): number {
  return row.interestFen - row.paidInterestFen;
}

function isOwing(row: ProjectedInstallment): boolean {
  return row.openPrincipalFen > 0 || openInterestFen(row) > 0 || row.openFeeFen > 0;
}

function penaltyFen(projection: LoanProjection, row: ProjectedInstallment, date: CivilDate): number {
  const perDay = BigInt(row.openPrincipalFen) * projection.penaltyPerDay;
  return chargeFen(projection, row, row.penaltyNumerator, perDay, date) - row.settledPenaltyFen;
}

function compoundFen(projection: LoanProjection, row: ProjectedInstallment, date: CivilDate): number {
  const perDay = BigInt(openInterestFen(row)) * projection.compoundPerDay;
  return chargeFen(projection, row, row.compoundNumerator, perDay, date) - row.settledCompoundFen;
}

/** Inside grace nothing counts; a numerator below zero is the part of the line that lies before the takeover. */
function chargeFen(projection: LoanProjection, row: ProjectedInstallment, numerator: bigint, perDay: bigint, date: CivilDate): number {
  const days = daysBetween(row.dueOn, date);
  const counted = numerator + perDay * BigInt(days - projection.freeDays);
  const exact = days > projection.graceDays ? counted : numerator > 0n ? numerator : 0n;
  return roundedFen(exact, projection.chargeDenominator, projection.rounding);
}

/** Only the row whose period the day lies in bears interest that is not due. */
function accruedFen({ dayCount, accrualDenominator, rounding }: LoanProjection, row: ProjectedInstallment, date: CivilDate): number {
  const { accrual } = row;
  if (accrual === null || accrual.fromOn > date || row.dueOn <= date) return 0;
  const exact = accrual.numerator + accrual.perDay * BigInt(countedDays(dayCount, accrual.fromOn, date));
  const earnedFen = roundedFen(exact, accrualDenominator, rounding) + accrual.offsetFen;
  return Math.min(earnedFen, row.interestFen) - row.paidInterestFen;
}

function countedDays(dayCount: DayCount, from: CivilDate, to: CivilDate): number {
  switch (dayCount) {
    case 'actual':
      return daysBetween(from, to);
    case '30e_360':
      return days30e360(from, to);
    case 'months_days': {
      const { wholeMonths, oddDays } = monthsAndDays(from, to);
      return wholeMonths * 30 + oddDays;
    }
  }
}

function standingInterestFen({ standing, accrualDenominator, rounding }: LoanProjection, date: CivilDate): number {
  if (standing === null) return 0;
  const exact = standing.numerator + standing.perDay * BigInt(daysBetween(standing.fromOn, date));
  return roundedFen(exact, accrualDenominator, rounding) - standing.settledFen;
}

function sum<Item>(items: readonly Item[], amountOf: (item: Item) => number): number {
  return items.reduce((total, item) => total + amountOf(item), 0);
}

/** The last day a projection covers, for callers that step from bend to bend. */
export function lastCoveredDay(projection: LoanProjection): CivilDate | null {
  return projection.nextChangeOn === null ? null : addDays(projection.nextChangeOn, -1);
}
