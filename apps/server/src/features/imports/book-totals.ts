import { fen, formatYuan } from '@loanbook/engine/money.ts';
import { sql } from 'kysely';
import type { Tx } from '../../platform/database.ts';
import { countCustomers } from '../customers/customers.index.ts';
import type { ImportReport } from './import-report.ts';

type Totals = ImportReport['written'];

/** Sums over the whole book: what it held before the import. */
export function bookTotals(tx: Tx): Promise<Totals> {
  return readTotals(tx, null);
}

/** Sums over what this import wrote, read back from the database. */
export function importedTotals(tx: Tx, importId: string): Promise<Totals> {
  return readTotals(tx, importId);
}

/** Sums over these loans, whoever brought them. */
export function totalsOfLoans(tx: Tx, loanIds: readonly string[]): Promise<Totals> {
  return readSums(tx, sql`loan_id = any(${[...loanIds]}::uuid[])`, 0);
}

interface TotalsRow {
  readonly loans: string;
  readonly principal: string;
  readonly outstanding: string;
  readonly repayments: string;
  readonly repaid: string;
}

async function readTotals(tx: Tx, importId: string | null): Promise<Totals> {
  return readSums(tx, importId === null ? sql`true` : sql`import_id = ${importId}`, await countCustomers(tx, importId));
}

async function readSums(tx: Tx, condition: ReturnType<typeof sql>, customers: number): Promise<Totals> {
  // text: sums of a large book exceed what a number holds exactly only in theory, but are then refused by fen().
  const answer = await sql<TotalsRow>`
    select (select count(*) from loan_current where ${condition} and life <> 'void')::text as loans,
      (select coalesce(sum(principal_fen), 0) from loan_current where ${condition} and life <> 'void')::text as principal,
      (select coalesce(sum(outstanding_principal_fen), 0) from loan_current where ${condition})::text as outstanding,
      (select count(*) from repayment_current where ${condition})::text as repayments,
      (select coalesce(sum(total_fen) filter (where not is_reversed), 0) from repayment_current where ${condition})::text as repaid`.execute(tx.db);
  const row = answer.rows[0];
  if (!row) throw new Error('a sum has always one row');
  const yuan = (text: string): string => formatYuan(fen(Number(text)));
  return { customers, loans: Number(row.loans), repayments: Number(row.repayments), principal: yuan(row.principal), outstanding: yuan(row.outstanding), repaid: yuan(row.repaid) };
}
