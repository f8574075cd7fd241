import { sql } from 'kysely';
import type { Tx } from '../../platform/database.ts';

/** The loans of a customer, void ones too, in the order of their ids; locked, so that nobody moves them meanwhile. */
export async function lockLoansOfCustomer(tx: Tx, customerId: string): Promise<string[]> {
  const rows = await tx.db.selectFrom('loan').select('loan_id').where('customer_id', '=', customerId).orderBy('loan_id').forUpdate().execute();
  return rows.map((row) => row.loan_id);
}

/** Gives loans another borrower. What was posted to them goes along, since it hangs on the loan. Returns those moved. */
export async function moveLoans(tx: Tx, loanIds: readonly string[], fromCustomerId: string, toCustomerId: string): Promise<string[]> {
  const moved = await sql<{ loan_id: string }>`
    update loan set customer_id = ${toCustomerId}, version = version + 1, updated_at = ${tx.now}, updated_by = ${tx.actor.name}
    where loan_id = any(${[...loanIds]}::uuid[]) and customer_id = ${fromCustomerId} returning loan_id`.execute(tx.db);
  return moved.rows.map((row) => row.loan_id);
}
