import type { CivilDate } from '@loanbook/engine/civil-date.ts';
import type { LoanTerms } from '@loanbook/engine/terms.ts';
import type { Tx } from '../../platform/database.ts';
import { lockLoans, type StoredEvent } from '../loans/loans.index.ts';

type Row = Readonly<Record<string, unknown>>;

/** One loan with everything stored about it, read while nobody can post to it. */
export interface VerifiedLoan {
  readonly loanId: string;
  readonly receiptNo: string;
  readonly isTakenOver: boolean;
  readonly asOf: CivilDate;
  readonly terms: LoanTerms;
  readonly columns: Row;
  readonly events: readonly StoredEvent[];
  readonly state: Row | null;
  /** How lists and dashboard show the loan on the day: the view that both of them read. */
  readonly shown: { readonly overdue_days: number; readonly class: string; readonly status: string } | null;
  readonly installments: readonly (Row & { readonly number: number; readonly due_on: CivilDate; readonly principal_fen: number; readonly settled_on: CivilDate | null })[];
  readonly posted: readonly (Row & { readonly event_id: string | null; readonly total_fen: number })[];
  /** What the old book had collected, which the state counts on top of what replay knows. */
  readonly takenOverRepaid: { readonly repaidPrincipalFen: number; readonly repaidInterestFen: number };
}

/** The loans with these ids, in the order of ids; locked, so that facts and projection are of one moment. */
export async function readVerifiedLoans(tx: Tx, loanIds: readonly string[]): Promise<VerifiedLoan[]> {
  const ids = [...loanIds];
  if (ids.length === 0) return [];
  const locked = await lockLoans(tx, ids);
  const loans = await tx.db.selectFrom('loan').selectAll().where('loan_id', 'in', ids).orderBy('loan_id').execute();
  const states = grouped(await tx.db.selectFrom('loan_state').selectAll().where('loan_id', 'in', ids).execute());
  const shown = grouped(await tx.db.selectFrom('loan_current').select(['loan_id', 'overdue_days', 'class', 'status']).where('loan_id', 'in', ids).execute());
  const installments = grouped(await tx.db.selectFrom('installment').selectAll().where('loan_id', 'in', ids).orderBy('number').execute());
  const receipts = grouped(await tx.db.selectFrom('repayment').selectAll().where('loan_id', 'in', ids).where('source', '=', 'posted').execute());
  return loans.flatMap((loan): VerifiedLoan[] => {
    const facts = locked.get(loan.loan_id);
    if (!facts) return [];
    return [{
      loanId: loan.loan_id, receiptNo: loan.receipt_no, isTakenOver: loan.is_taken_over, asOf: tx.businessDate, terms: facts.terms, columns: { ...loan }, events: facts.events,
      state: states.get(loan.loan_id)?.[0] ?? null, shown: shown.get(loan.loan_id)?.[0] ?? null, installments: installments.get(loan.loan_id) ?? [],
      posted: receipts.get(loan.loan_id) ?? [],
      takenOverRepaid: { repaidPrincipalFen: loan.taken_over_repaid_principal_fen, repaidInterestFen: loan.taken_over_repaid_interest_fen },
    }];
  });
}

function grouped<R extends { readonly loan_id: string }>(rows: readonly R[]): Map<string, R[]> {
  const byLoan = new Map<string, R[]>();
  for (const row of rows) {
    const list = byLoan.get(row.loan_id);
    if (list) list.push(row);
    else byLoan.set(row.loan_id, [row]);
  }
  return byLoan;
}
