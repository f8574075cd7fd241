import type { CivilDate } from '@loanbook/engine/civil-date.ts';
import type { LoanProjection, ProjectedInstallment } from '@loanbook/engine/loan-projection.ts';

/*
 * The engine's straight lines as columns. Whole numbers of any size are text, which PostgreSQL reads as numeric; an
 * absent one is 0, so that rows without charges stay narrow.
 */

/** Columns of `loan_state`. */
export interface ChargeLineColumns {
  readonly rounding: string;
  readonly grace_days: number;
  readonly free_days: number;
  readonly charge_denominator: string;
  readonly penalty_per_day: string;
  readonly compound_per_day: string;
  readonly accrual_denominator: string;
  readonly accrual_day_count: string;
  readonly standing_principal_fen: number | null;
  readonly standing_from_on: CivilDate | null;
  readonly standing_numerator: string | null;
  readonly standing_per_day: string | null;
  readonly standing_settled_fen: number | null;
}

/** Columns of `installment`. */
export interface InstallmentLineColumns {
  readonly penalty_numerator: string | null;
  readonly compound_numerator: string | null;
  readonly penalty_settled_fen: number | null;
  readonly compound_settled_fen: number | null;
  readonly accrual_from_on: CivilDate | null;
  readonly accrual_numerator: string | null;
  readonly accrual_per_day: string | null;
  readonly accrual_offset_fen: number | null;
}

export function chargeLineColumns(lines: LoanProjection): ChargeLineColumns {
  const { standing } = lines;
  return {
    rounding: lines.rounding, grace_days: lines.graceDays, free_days: lines.freeDays,
    charge_denominator: String(lines.chargeDenominator), penalty_per_day: String(lines.penaltyPerDay), compound_per_day: String(lines.compoundPerDay),
    accrual_denominator: String(lines.accrualDenominator), accrual_day_count: lines.dayCount,
    standing_principal_fen: standing?.principalFen ?? null, standing_from_on: standing?.fromOn ?? null, standing_numerator: standing ? String(standing.numerator) : null,
    standing_per_day: standing ? String(standing.perDay) : null, standing_settled_fen: standing?.settledFen ?? null,
  };
}

export function installmentLineColumns(row: ProjectedInstallment | undefined): InstallmentLineColumns {
  const accrual = row?.accrual;
  return {
    penalty_numerator: unlessZero(row?.penaltyNumerator), compound_numerator: unlessZero(row?.compoundNumerator),
    penalty_settled_fen: row?.settledPenaltyFen || null, compound_settled_fen: row?.settledCompoundFen || null,
    accrual_from_on: accrual?.fromOn ?? null, accrual_numerator: unlessZero(accrual?.numerator),
    accrual_per_day: accrual ? String(accrual.perDay) : null, accrual_offset_fen: accrual?.offsetFen || null,
  };
}

function unlessZero(numerator: bigint | undefined): string | null {
  return numerator === undefined || numerator === 0n ? null : String(numerator);
}
