import type { CivilDate } from '@loanbook/engine/civil-date.ts';
import type { InstallmentState, LoanState } from '@loanbook/engine/loan-state.ts';
import { fen, type Fen } from '@loanbook/engine/money.ts';

/** One installment as the plan shows it. `extrasFen` is fee, penalty and compound interest. */
export interface PlanLine {
  readonly installment: InstallmentState;
  readonly dueFen: Fen;
  readonly extrasFen: Fen;
  readonly paidFen: Fen;
  readonly openFen: Fen;
  /** Principal left by plan once this row is paid. */
  readonly balanceAfterFen: Fen;
  readonly isNextDue: boolean;
  /** Not yet past due, but to be collected on the day of the state. */
  readonly isDueToday: boolean;
}

/** What is still to be paid on an installment, penalty, compound interest and fee included. */
export function openFenOf(row: InstallmentState): Fen {
  return fen(
    row.principalFen + row.interestFen + row.feeFen + row.penaltyFen + row.compoundFen
    - row.paidPrincipalFen - row.paidInterestFen - row.paidFeeFen - row.paidPenaltyFen - row.paidCompoundFen
    - row.waivedInterestFen - row.waivedFeeFen - row.waivedPenaltyFen - row.waivedCompoundFen,
  );
}

/** The next installment that is not yet past due and not fully paid; null when none is left. */
export function nextDueRow(installments: readonly InstallmentState[], asOf: CivilDate): InstallmentState | null {
  return installments.find((row) => row.dueOn >= asOf && row.status !== 'paid' && openFenOf(row) > 0) ?? null;
}

export function planLines(state: LoanState): readonly PlanLine[] {
  const next = nextDueRow(state.installments, state.asOf);
  let balanceFen = state.installments.reduce((sum, row) => sum + row.principalFen, 0);
  return state.installments.map((installment) => {
    balanceFen -= installment.principalFen;
    const { principalFen, interestFen, feeFen, penaltyFen, compoundFen } = installment;
    return {
      installment,
      dueFen: fen(principalFen + interestFen + feeFen + penaltyFen + compoundFen),
      extrasFen: fen(feeFen + penaltyFen + compoundFen),
      paidFen: fen(installment.paidPrincipalFen + installment.paidInterestFen + installment.paidFeeFen + installment.paidPenaltyFen + installment.paidCompoundFen),
      openFen: openFenOf(installment),
      balanceAfterFen: fen(balanceFen),
      isNextDue: installment === next,
      isDueToday: installment.dueOn === state.asOf && installment.status !== 'paid',
    };
  });
}

export function sumFen(lines: readonly PlanLine[], amountOf: (line: PlanLine) => Fen): Fen {
  return fen(lines.reduce((sum, line) => sum + amountOf(line), 0));
}
