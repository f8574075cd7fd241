import { addDays, compareCivilDates, daysBetween } from './civil-date.ts';
import type { CivilDate } from './civil-date.ts';
import type { Balances } from './loan-state.ts';
import { fen } from './money.ts';
import type { Fen } from './money.ts';
import { valueAfter } from './straight-line.ts';
import type { StraightLine } from './straight-line.ts';
import type { Rounding } from './terms.ts';

/** One installment that owes something, with its two lines; charges already paid or waived are in `settled…`. */
export interface ProjectedInstallment {
  readonly number: number;
  readonly dueOn: CivilDate;
  readonly openPrincipalFen: Fen;
  readonly openInterestFen: Fen;
  readonly openFeeFen: Fen;
  readonly penalty: StraightLine;
  readonly settledPenaltyFen: Fen;
  readonly compound: StraightLine;
  readonly settledCompoundFen: Fen;
}

/** Interest that is not due yet: of the running row up to its cap, or of standing principal. */
export interface ProjectedAccrual {
  readonly line: StraightLine;
  readonly capFen: Fen | null;
  readonly settledFen: Fen;
}

/**
 * A loan between two events as straight lines, right for every day from `asOf` until the day before `nextChangeOn`,
 * without a batch. Charges of the old book (openings) are part of the lines' settled figures, as negative amounts.
 */
export interface LoanProjection {
  readonly asOf: CivilDate;
  /** First day on which a line bends: a row falls due, grace ends, a class threshold or a rate is reached. Null: never. */
  readonly nextChangeOn: CivilDate | null;
  readonly rounding: Rounding;
  readonly creditFen: Fen;
  readonly standingPrincipalFen: Fen;
  readonly installments: readonly ProjectedInstallment[];
  readonly accruals: readonly ProjectedAccrual[];
}

export interface ProjectedFigures {
  readonly daysPastDue: number;
  readonly overdueInstallments: number;
  readonly balances: Balances;
}

function isOwing(row: ProjectedInstallment): boolean {
  return row.openPrincipalFen > 0 || row.openInterestFen > 0 || row.openFeeFen > 0;
}

/**
 * The figures of a day, each component of each installment rounded once: equal to replay to the fen.
 * @throws RangeError for a day the projection does not cover
 */
export function figuresOn(projection: LoanProjection, date: CivilDate): ProjectedFigures {
  const { asOf, nextChangeOn, installments, accruals, rounding } = projection;
  const days = daysBetween(asOf, date);
  const isCovered = days >= 0 && (nextChangeOn === null || compareCivilDates(date, nextChangeOn) < 0);
  if (!isCovered) throw new RangeError(`the projection of ${asOf} does not cover ${date}`);
  const due = installments.filter((row) => row.dueOn <= date);
  const overdue = due.filter((row) => row.dueOn < date && isOwing(row));
  const oldest = overdue[0];
  return {
    daysPastDue: oldest === undefined ? 0 : daysBetween(oldest.dueOn, date),
    overdueInstallments: overdue.length,
    balances: {
      principalFen: fen(sum(installments, (row) => row.openPrincipalFen) + projection.standingPrincipalFen),
      interestDueFen: fen(sum(due, (row) => row.openInterestFen)),
      interestAccruedFen: fen(sum(accruals, (accrual) => accruedFen(accrual, days, rounding))),
      penaltyFen: fen(sum(due, (row) => valueAfter(row.penalty, days, rounding) - row.settledPenaltyFen)),
      compoundFen: fen(sum(due, (row) => valueAfter(row.compound, days, rounding) - row.settledCompoundFen)),
      feeFen: fen(sum(installments, (row) => row.openFeeFen)),
      creditFen: projection.creditFen,
      overduePrincipalFen: fen(sum(overdue, (row) => row.openPrincipalFen)),
      overdueInterestFen: fen(sum(overdue, (row) => row.openInterestFen)),
    },
  };
}

function accruedFen(accrual: ProjectedAccrual, days: number, rounding: Rounding): number {
  const earnedFen = valueAfter(accrual.line, days, rounding);
  return (accrual.capFen === null ? earnedFen : Math.min(earnedFen, accrual.capFen)) - accrual.settledFen;
}

function sum<Item>(items: readonly Item[], amountOf: (item: Item) => number): number {
  return items.reduce((total, item) => total + amountOf(item), 0);
}

/** The last day a projection covers, for callers that step from bend to bend. */
export function lastCoveredDay(projection: LoanProjection): CivilDate | null {
  return projection.nextChangeOn === null ? null : addDays(projection.nextChangeOn, -1);
}
