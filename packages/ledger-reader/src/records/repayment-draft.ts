import type { RecordSource } from '../ledger-reading.ts';
import type { DraftValues } from './draft-values.ts';
import type { LoanDraft } from './loan-draft.ts';
import type { CellAt } from './problem-list.ts';

export interface RepaymentDraft {
  readonly source: RecordSource;
  readonly values: DraftValues;
  readonly loan: LoanDraft | null;
  /** Where the payment's day stands, for checks against the loan. */
  readonly paidOnAt: CellAt;
}

export interface InstallmentDraft {
  readonly source: RecordSource;
  readonly values: DraftValues;
  readonly loan: LoanDraft | null;
}

/** What a payment takes off the principal, net: a payment flagged as voided takes nothing, a red one gives back. */
export function netPrincipalFen(values: DraftValues): number {
  const text = values.principal;
  if (typeof text !== 'string') return 0;
  const fen = Math.round(Number(text) * 100);
  return values.reversed === true && fen > 0 ? 0 : fen;
}
