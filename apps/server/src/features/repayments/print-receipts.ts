import type { Tx } from '../../platform/database.ts';
import { failure } from '../../platform/failure.ts';
import type { Selectable } from 'kysely';
import type { DatabaseSchema } from '../../platform/database-schema.ts';
import { readEvents, type ReceiptSnapshot, type StoredEvent } from '../loans/loans.index.ts';
import type { PrintedReceipt, ReceiptSplit } from './receipts-pdf.ts';

type ReceiptColumns = Selectable<DatabaseSchema['repayment_current']>;

/** The papers of receipts in the order given, noted as printed. Throws Failure `not_found` when one is missing. */
export async function printReceipts(tx: Tx, repaymentIds: readonly string[]): Promise<PrintedReceipt[]> {
  const rows = await tx.db.selectFrom('repayment_current').selectAll().where('repayment_id', 'in', [...repaymentIds]).execute();
  const byId = new Map(rows.map((row) => [row.repayment_id, row]));
  const events = await readEvents(tx, [...new Set(rows.map((row) => row.loan_id))]);
  return repaymentIds.map((repaymentId) => {
    const row = byId.get(repaymentId);
    if (!row) throw failure('not_found');
    tx.audit({ action: 'receipt.printed', objectType: 'loan', objectId: row.loan_id, values: { repaymentId } });
    return printedReceipt(row, (events.get(row.loan_id) ?? []).find((one) => one.event.id === row.event_id));
  });
}

/** What a receipt's paper says: the snapshot of its posting, and how it stands now where that differs. */
function printedReceipt(row: ReceiptColumns, own: StoredEvent | undefined): PrintedReceipt {
  const now: ReceiptSplit = {
    feeFen: row.fee_fen, compoundFen: row.compound_fen, penaltyFen: row.penalty_fen, interestFen: row.interest_fen, principalFen: row.principal_fen, creditFen: row.credit_fen,
  };
  const posted = own?.receipt ?? null;
  return {
    number: own ? (posted?.number ?? `${row.receipt_no}-${own.event.sequence}`) : null,
    paidOn: row.paid_on, borrower: row.customer_name, payer: row.payer_name, loanReceiptNo: row.receipt_no, contractNo: row.contract_no,
    totalFen: row.total_fen, channel: row.channel, externalRef: row.external_ref, note: row.note,
    split: posted ?? now, principalLeftFen: posted?.principalLeftFen ?? null, cashier: own?.recordedBy ?? null,
    isReversed: row.is_reversed, splitNow: posted && !isSameSplit(posted, now) ? now : null,
  };
}

function isSameSplit(posted: ReceiptSnapshot, now: ReceiptSplit): boolean {
  return posted.feeFen === now.feeFen && posted.compoundFen === now.compoundFen && posted.penaltyFen === now.penaltyFen
    && posted.interestFen === now.interestFen && posted.principalFen === now.principalFen && posted.creditFen === now.creditFen;
}
