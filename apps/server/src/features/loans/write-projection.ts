import type { LoanEvent } from '@loanbook/engine/events.ts';
import type { LoanTerms } from '@loanbook/engine/terms.ts';
import { databaseValues } from '../../platform/database-values.ts';
import type { Tx } from '../../platform/database.ts';
import { sendTogether } from '../../platform/send-together.ts';
import { installmentColumns, projectLoanChanges, receiptColumns } from './project-loan-changes.ts';
import { projectLoan, type InstallmentRow, type LoanProjection, type ProjectedRows, type ReceiptRow } from './project-loan.ts';
import { writeProjectionChanges } from './write-projection-changes.ts';

/** A loan whose row is locked by this transaction (or was made by it), with all its events. */
export interface ProjectedLoan {
  readonly loanId: string;
  readonly terms: LoanTerms;
  readonly events: readonly LoanEvent[];
}

/** Loans written with one set of statements; 500 plans of 24 rows are some two megabytes of JSON. */
const chunkSize = 500;

/**
 * Makes `loan_state`, `installment` and the posted rows of `repayment` what terms and events say as of the business date:
 * reads the rows that stand there and writes those that differ. A receipt's row has its event's id. Beside the day roll,
 * which knows what stands there, the only writer of the three.
 * Returns the projections in the order of the loans. Throws EngineRefusal when events and terms do not fit.
 */
export async function writeProjections(tx: Tx, loans: readonly ProjectedLoan[]): Promise<LoanProjection[]> {
  const written: LoanProjection[] = [];
  for (let from = 0; from < loans.length; from += chunkSize) {
    const chunk = loans.slice(from, from + chunkSize).map((loan) => ({ loanId: loan.loanId, projection: projectLoan(loan.terms, loan.events, tx.businessDate) }));
    const stored = await readStoredRows(tx, chunk.map(({ loanId }) => loanId));
    await writeProjectionChanges(tx, chunk.map(({ loanId, projection }) => ({ loanId, ...projectLoanChanges(stored.get(loanId) ?? nothingStored, projection) })));
    written.push(...chunk.map(({ projection }) => projection));
  }
  return written;
}

const nothingStored: ProjectedRows = { installments: [], receipts: [] };

interface StoredRows {
  readonly installments: InstallmentRow[];
  readonly receipts: ReceiptRow[];
}

/** The rows of the loans as they arrive: numeric is text in both, so that they compare with those of a projection. */
async function readStoredRows(tx: Tx, loanIds: readonly string[]): Promise<Map<string, StoredRows>> {
  const [installments, receipts] = await sendTogether(tx.client, [
    { name: 'lb_stored_installments', text: readInstallments, values: [loanIds], types: databaseValues },
    { name: 'lb_stored_receipts', text: readReceipts, values: [loanIds], types: databaseValues },
  ]);
  const byLoan = new Map<string, StoredRows>(loanIds.map((loanId) => [loanId, { installments: [], receipts: [] }]));
  // as: the statements below name the columns of these types.
  for (const row of (installments?.rows ?? []) as (InstallmentRow & OfLoan)[]) byLoan.get(row.loan_id)?.installments.push(row);
  for (const row of (receipts?.rows ?? []) as (ReceiptRow & OfLoan)[]) byLoan.get(row.loan_id)?.receipts.push(row);
  return byLoan;
}

interface OfLoan {
  readonly loan_id: string;
}

const readInstallments = `select loan_id, number, ${installmentColumns.join(', ')} from installment where institution_id = current_institution() and loan_id = any($1::uuid[])`;
const readReceipts = `select loan_id, event_id, ${receiptColumns.join(', ')} from repayment where institution_id = current_institution() and loan_id = any($1::uuid[]) and source = 'posted'`;
