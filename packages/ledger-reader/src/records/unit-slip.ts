import type { AmountReading } from '../values/read-amount.ts';
import type { TableRow } from './table-row.ts';

type Amount = Extract<AmountReading, { kind: 'amount' }>;

/** Amounts of one loan's row, by key. */
export type LoanAmounts = Partial<Record<'principal' | 'contractAmount' | 'outstandingPrincipal' | 'repaidPrincipal' | 'repaidInterest' | 'overduePrincipal' | 'overdueInterest', Amount | undefined>>;

const wanTimes = 10_000;

/**
 * A bare 300000 in a 万元 column means yuan when balance and repaid principal say so; likewise a bare 30 in a 元 column.
 * Corrected only where the other figures prove it, and reported.
 */
export function correctUnitSlips(row: TableRow, amounts: LoanAmounts): void {
  const { principal, outstandingPrincipal: balance, repaidPrincipal: repaid } = amounts;
  if (!principal || !balance) return;
  if (!principal.hasUnit && principal.fen > 0) {
    const corrected = slipped(principal.fen, balance.fen + (repaid?.fen ?? 0), repaid !== undefined);
    if (corrected !== null) {
      amounts.principal = { ...principal, fen: corrected };
      row.correct('loan.principal', corrected);
      row.report('loan.principal', { kind: 'conflicting_values', severity: 'warning', zh: '金额的单位与表头不一致，已按余额和已还本金核对更正', en: 'The unit differs from the heading; corrected by balance and repaid principal' });
      return;
    }
  }
  if (!balance.hasUnit && balance.fen > 0) {
    const corrected = slipped(balance.fen, principal.fen - (repaid?.fen ?? 0), repaid !== undefined);
    if (corrected === null) return;
    amounts.outstandingPrincipal = { ...balance, fen: corrected };
    row.correct('loan.outstandingPrincipal', corrected);
    row.report('loan.outstandingPrincipal', { kind: 'conflicting_values', severity: 'warning', zh: '余额的单位与表头不一致，已按贷款金额和已还本金核对更正', en: 'The unit differs from the heading; corrected by principal and repaid principal' });
  }
}

/** The figure ten thousand times larger or smaller, when exactly that (or, without a repaid column, at most that) is expected. */
function slipped(fen: number, expectedFen: number, isExact: boolean): number | null {
  if (expectedFen <= 0 || fen === expectedFen) return null;
  for (const candidate of [fen / wanTimes, fen * wanTimes]) {
    if (Math.abs(candidate - expectedFen) <= 100) return Math.round(candidate);
  }
  // Without the repaid principal a balance can only be smaller than the principal; five thousand times is no loan.
  if (!isExact && fen >= expectedFen * 5000) return Math.round(fen / wanTimes);
  return null;
}
