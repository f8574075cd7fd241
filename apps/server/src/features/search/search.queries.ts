import type { SearchHits } from '@loanbook/contract/features/search.ts';
import { fen, formatYuan } from '@loanbook/engine/money.ts';
import { sql } from 'kysely';
import type { Tx } from '../../platform/database.ts';
import type { SqlPart } from '../../platform/lists/list-definition.ts';
import { startsWith } from '../../platform/lists/starts-with.ts';
import { suggestCustomers, type SuggestedCustomer } from '../customers/customers.index.ts';

const mostOfAKind = 6;

/**
 * Customers by name or a piece of it, pinyin, initials, number, ID or phone (whole or last four); loans by receipt or
 * contract number from its beginning, and those of the customers found; receipts by their reference or their loan's number.
 */
export async function searchBook(tx: Tx, text: string): Promise<SearchHits> {
  const suggested = await suggestCustomers(tx, text, mostOfAKind);
  const loans = await findLoans(tx, text, suggested);
  return { customers: await withLoanCounts(tx, suggested), loans, receipts: await findReceipts(tx, text) };
}

async function withLoanCounts(tx: Tx, customers: readonly SuggestedCustomer[]): Promise<SearchHits['customers']> {
  if (customers.length === 0) return [];
  const ids = customers.map(({ id }) => id);
  const { rows } = await sql<{ id: string; count: number }>`select customer_id as id, count(*)::int as count from loan_current where customer_id = any(${ids}::uuid[]) and life = 'active' group by customer_id`.execute(tx.db);
  const counts = new Map(rows.map(({ id, count }) => [id, count]));
  return customers.map((customer) => ({ ...customer, activeLoans: counts.get(customer.id) ?? 0 }));
}

interface StoredLoan {
  readonly id: string;
  readonly receiptNo: string;
  readonly contractNo: string | null;
  readonly customerName: string;
  readonly outstandingFen: number;
  readonly status: string;
}

/** Numbers first: who types one means it. Void loans show only by their number. */
async function findLoans(tx: Tx, text: string, customers: readonly SuggestedCustomer[]): Promise<SearchHits['loans']> {
  const byNumber = [startsWith(sql`receipt_no`, text), startsWith(sql`contract_no`, text)].map((way) => loanIds(0, way));
  const byBorrower = customers.length === 0 ? [] : [loanIds(1, sql`customer_id = any(${customers.map(({ id }) => id)}::uuid[]) and life <> 'void'`)];
  const { rows } = await sql<StoredLoan>`
    with found as materialized (select loan_id, min(rank) as rank from (${sql.join([...byNumber, ...byBorrower], sql` union all `)}) hit group by loan_id)
    select l.loan_id as id, l.receipt_no as "receiptNo", l.contract_no as "contractNo", l.customer_name as "customerName", l.outstanding_principal_fen as "outstandingFen", l.status
    from found join loan_current l using (loan_id) order by found.rank, (l.life = 'active') desc, l.disbursed_on desc nulls last, l.loan_id limit ${mostOfAKind}`.execute(tx.db);
  return rows.map(({ outstandingFen, ...loan }) => ({ ...loan, outstanding: formatYuan(fen(outstandingFen)) }));
}

const mostCandidates = 60;

function loanIds(rank: number, condition: SqlPart): SqlPart {
  return sql`(select loan_id, ${sql.lit(rank)} as rank from loan_current where ${condition} limit ${mostCandidates})`;
}

interface StoredReceipt {
  readonly id: string;
  readonly loanId: string;
  readonly receiptNo: string;
  readonly customerName: string;
  readonly paidOn: string | null;
  readonly totalFen: number;
  readonly externalRef: string | null;
  readonly isReversed: boolean;
}

/** A short piece of a number would be the beginning of every receipt there is. */
const shortestReference = 4;

async function findReceipts(tx: Tx, text: string): Promise<SearchHits['receipts']> {
  if ([...text].length < shortestReference || !/\d/.test(text)) return [];
  const byReference = sql`(select repayment_id from repayment_current where ${startsWith(sql`external_ref`, text)} limit ${mostCandidates})`;
  const byLoan = sql`(select p.repayment_id from (select loan_id from loan_current where ${startsWith(sql`receipt_no`, text)} limit 2) l join repayment_current p using (loan_id) order by p.paid_on desc nulls last limit ${mostCandidates})`;
  const { rows } = await sql<StoredReceipt>`
    select repayment_id as id, loan_id as "loanId", receipt_no as "receiptNo", customer_name as "customerName", paid_on as "paidOn", total_fen as "totalFen", external_ref as "externalRef", is_reversed as "isReversed"
    from repayment_current where repayment_id in (${byReference} union ${byLoan}) order by paid_on desc nulls last, repayment_id limit ${mostOfAKind}`.execute(tx.db);
  return rows.map(({ totalFen, ...receipt }) => ({ ...receipt, total: formatYuan(fen(totalFen)) }));
}
