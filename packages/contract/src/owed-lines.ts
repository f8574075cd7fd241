import type { LoanState } from '@loanbook/engine/loan-state.ts';
import { fen, type Fen } from '@loanbook/engine/money.ts';

export type OwedPart = 'overduePrincipal' | 'principalNotDue' | 'interestDue' | 'interestAccrued' | 'penalty' | 'compound' | 'fee' | 'credit' | 'settlementDifference';

export interface OwedLine {
  readonly part: OwedPart;
  readonly amountFen: Fen;
}

/** Always shown, so that a person sees that they are zero; the others only when there is something. */
const standing: ReadonlySet<OwedPart> = new Set(['principalNotDue', 'interestDue', 'interestAccrued']);

/**
 * What makes up the payoff of the state's day. The lines sum to `payoffFen` (after a write-off: to what is still owed);
 * where early settlement costs more or less than the sum of the balances, a line of its own says by how much.
 */
export function owedLines(state: LoanState): { readonly lines: readonly OwedLine[]; readonly totalFen: Fen } {
  const balances = state.offBook ?? state.balances;
  const parts: readonly OwedLine[] = [
    { part: 'overduePrincipal', amountFen: balances.overduePrincipalFen },
    { part: 'principalNotDue', amountFen: fen(balances.principalFen - balances.overduePrincipalFen) },
    { part: 'interestDue', amountFen: balances.interestDueFen },
    { part: 'interestAccrued', amountFen: balances.interestAccruedFen },
    { part: 'penalty', amountFen: balances.penaltyFen },
    { part: 'compound', amountFen: balances.compoundFen },
    { part: 'fee', amountFen: balances.feeFen },
    { part: 'credit', amountFen: fen(balances.creditFen === 0 ? 0 : -balances.creditFen) },
  ];
  const sumOfParts = parts.reduce((sum, line) => sum + line.amountFen, 0);
  const totalFen = state.offBook === null ? state.payoffFen : fen(sumOfParts);
  const difference: OwedLine = { part: 'settlementDifference', amountFen: fen(totalFen - sumOfParts) };
  return { lines: [...parts, difference].filter((line) => line.amountFen !== 0 || standing.has(line.part)), totalFen };
}
