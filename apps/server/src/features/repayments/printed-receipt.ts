import type { Tx } from '../../platform/database.ts';
import { failure } from '../../platform/failure.ts';
import { readEvents, type ReceiptSnapshot } from '../loans/loans.index.ts';
import type { PrintedReceipt, ReceiptSplit } from './receipt-pdf.ts';

/** What a receipt's paper says: the snapshot of its posting, and how it stands now where that differs. Throws Failure `not_found`. */
export async function readPrintedReceipt(tx: Tx, repaymentId: string): Promise<PrintedReceipt> {
  const row = await tx.db.selectFrom('repayment_current').selectAll().where('repayment_id', '=', repaymentId).executeTakeFirst();
  if (!row) throw failure('not_found');
  const stored = (await readEvents(tx, [row.loan_id])).get(row.loan_id) ?? [];
  const own = stored.find((one) => one.event.id === row.event_id);
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
