import type { CivilDate } from '@loanbook/engine/civil-date.ts';
import type { LoanTerms } from '@loanbook/engine/terms.ts';
import type { Tx } from '../../platform/database.ts';
import { readEvents, type StoredEvent } from './loan-events.ts';
import { storedTerms } from './lock-loans.ts';

/** What a ledger line is recognised by. */
export interface LoanIdentity {
  readonly loanId: string;
  readonly receiptNo: string;
  readonly contractNo: string | null;
  readonly customerId: string;
  readonly principalFen: number | null;
  readonly disbursedOn: CivilDate | null;
  readonly importId: string | null;
}

/** Columns of `loan` that a newer ledger may change: facts, terms and what lists repeat of them. */
export const restatedColumns = [
  'contract_no', 'product', 'contract_amount_fen', 'rate_type', 'guarantee', 'guarantors', 'collateral', 'purpose', 'industry', 'previous_receipt_no', 'archive_no', 'manager', 'branch', 'note',
  'principal_fen', 'rate_annual_e8', 'penalty_multiplier_e4', 'method', 'interest_mode', 'periods', 'disbursed_on', 'first_due_on', 'matures_on', 'due_day',
  'term_months', 'flags', 'taken_over_repaid_principal_fen', 'taken_over_repaid_interest_fen', 'terms',
] as const;
export type RestatedColumns = Readonly<Record<(typeof restatedColumns)[number], unknown>>;

/** A receipt of the book, posted or taken over; amounts in fen. */
export interface BookReceipt {
  readonly repaymentId: string;
  readonly isPosted: boolean;
  readonly paidOn: CivilDate | null;
  readonly totalFen: number;
  readonly interestFen: number;
  readonly externalRef: string | null;
  readonly isReversed: boolean;
}

/** A loan as the book has it, with all that a ledger may be held against. */
export interface BookLoan {
  readonly loanId: string;
  readonly receiptNo: string;
  readonly customerId: string;
  readonly importId: string | null;
  readonly version: number;
  readonly isTakenOver: boolean;
  readonly columns: RestatedColumns;
  readonly terms: LoanTerms;
  readonly events: readonly StoredEvent[];
  /** Event → the import that wrote it; null: entered in the book itself. */
  readonly importIdByEvent: ReadonlyMap<string, string | null>;
  readonly receipts: readonly BookReceipt[];
}

/** Every loan but those of undone imports. */
export async function readLoanIdentities(tx: Tx): Promise<LoanIdentity[]> {
  const rows = await tx.db.selectFrom('loan').select(['loan_id', 'receipt_no', 'contract_no', 'customer_id', 'principal_fen', 'disbursed_on', 'import_id']).where('undone_with', 'is', null).execute();
  return rows.map((row) => ({ loanId: row.loan_id, receiptNo: row.receipt_no, contractNo: row.contract_no, customerId: row.customer_id, principalFen: row.principal_fen, disbursedOn: row.disbursed_on, importId: row.import_id }));
}

/** The loans in the order of their ids; with `isLocked` nobody can post to them until the transaction ends. */
export async function readBookLoans(tx: Tx, loanIds: readonly string[], isLocked = false): Promise<BookLoan[]> {
  if (loanIds.length === 0) return [];
  const wanted = tx.db.selectFrom('loan').select(['loan_id', 'receipt_no', 'customer_id', 'import_id', 'version', 'is_taken_over', ...restatedColumns]).where('loan_id', 'in', [...loanIds]).orderBy('loan_id');
  const rows = await (isLocked ? wanted.forUpdate() : wanted).execute();
  const events = await readEvents(tx, loanIds);
  const imports = await tx.db.selectFrom('loan_event').select(['event_id', 'import_id']).where('loan_id', 'in', [...loanIds]).execute();
  const importIdByEvent = new Map(imports.map((row) => [row.event_id, row.import_id]));
  const receipts = await readReceipts(tx, loanIds);
  return rows.map(({ loan_id: loanId, receipt_no: receiptNo, customer_id: customerId, import_id: importId, version, is_taken_over: isTakenOver, ...columns }) => ({
    loanId, receiptNo, customerId, importId, version, isTakenOver, columns, terms: storedTerms(columns.terms), events: events.get(loanId) ?? [], importIdByEvent, receipts: receipts.get(loanId) ?? [],
  }));
}

async function readReceipts(tx: Tx, loanIds: readonly string[]): Promise<Map<string, BookReceipt[]>> {
  const rows = await tx.db.selectFrom('repayment_current').select(['repayment_id', 'loan_id', 'source', 'paid_on', 'total_fen', 'interest_fen', 'external_ref', 'is_reversed'])
    .where('loan_id', 'in', [...loanIds]).orderBy('repayment_id').execute();
  const byLoan = new Map<string, BookReceipt[]>();
  for (const row of rows) {
    const receipt = { repaymentId: row.repayment_id, isPosted: row.source === 'posted', paidOn: row.paid_on, totalFen: row.total_fen, interestFen: row.interest_fen ?? 0, externalRef: row.external_ref, isReversed: row.is_reversed };
    const list = byLoan.get(row.loan_id);
    if (list) list.push(receipt);
    else byLoan.set(row.loan_id, [receipt]);
  }
  return byLoan;
}

/** Entries that count: no reversals, nothing reversed. */
export function liveEntries(events: readonly StoredEvent[]): StoredEvent[] {
  const reversedIds = new Set(events.flatMap(({ event }) => (event.type === 'reverse' ? [event.reversedEventId] : [])));
  return events.filter(({ event }) => event.type !== 'reverse' && !reversedIds.has(event.id));
}
