import { fen, formatYuan } from '@loanbook/engine/money.ts';
import { sql } from 'kysely';
import type { Tx } from '../../platform/database.ts';
import type { ImportReport } from './import-report.ts';

type Totals = ImportReport['written'];

/** Sums over the whole book: what it held before the import. */
export function bookTotals(tx: Tx): Promise<Totals> {
  return readTotals(tx, sql`true`);
}

/** Sums over what this import wrote, read back from the database. */
export function importedTotals(tx: Tx, importId: string): Promise<Totals> {
  return readTotals(tx, sql`import_id = ${importId}`);
}

interface TotalsRow {
  readonly customers: string;
  readonly loans: string;
  readonly principal: string;
  readonly outstanding: string;
  readonly repayments: string;
  readonly repaid: string;
}

async function readTotals(tx: Tx, condition: ReturnType<typeof sql>): Promise<Totals> {
  // text: sums of a large book exceed what a number holds exactly only in theory, but are then refused by fen().
  const answer = await sql<TotalsRow>`
    select (select count(*) from customer where ${condition})::text as customers,
      (select count(*) from loan where ${condition})::text as loans,
      (select coalesce(sum(principal_fen), 0) from loan where ${condition})::text as principal,
      (select coalesce(sum(s.outstanding_principal_fen), 0) from loan_state s join loan l using (institution_id, loan_id) where ${condition})::text as outstanding,
      (select count(*) from repayment where ${condition})::text as repayments,
      (select coalesce(sum(total_fen) filter (where not is_reversed), 0) from repayment where ${condition})::text as repaid`.execute(tx.db);
  const row = answer.rows[0];
  if (!row) throw new Error('a sum has always one row');
  const yuan = (text: string): string => formatYuan(fen(Number(text)));
  return { customers: Number(row.customers), loans: Number(row.loans), repayments: Number(row.repayments), principal: yuan(row.principal), outstanding: yuan(row.outstanding), repaid: yuan(row.repaid) };
}
