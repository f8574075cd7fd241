import type { Tx } from '../../platform/database.ts';

/** What kind each customer is ('individual', 'business' …), by id; ids that are not there are left out. */
export async function readCustomerKinds(tx: Tx, customerIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (customerIds.length === 0) return new Map();
  const rows = await tx.db.selectFrom('customer').select(['customer_id', 'kind']).where('customer_id', 'in', [...customerIds]).execute();
  return new Map(rows.map((row) => [row.customer_id, row.kind]));
}
