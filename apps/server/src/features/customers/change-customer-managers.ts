import { sql } from 'kysely';
import type { Tx } from '../../platform/database.ts';

/** A customer with the manager that the change takes him from, as his loans say it. */
export interface ManagedCustomer {
  readonly customerId: string;
  readonly fromManager: string | null;
}

/**
 * Gives customers another manager where they have the one their loans are handed over by, or none yet; a customer whom
 * somebody else looks after stays with them. The caller keeps the history and audits.
 */
export async function changeCustomerManagers(tx: Tx, customers: readonly ManagedCustomer[], toManager: string): Promise<readonly ManagedCustomer[]> {
  const changed = await sql<ManagedCustomer>`
    with wanted as (
      select distinct c.customer_id, c.manager from customer c
      join json_to_recordset(${JSON.stringify(customers)}::json) as w ("customerId" uuid, "fromManager" text) on w."customerId" = c.customer_id
      where c.institution_id = ${tx.institutionId} and c.manager is distinct from ${toManager} and (c.manager is null or c.manager = w."fromManager")
    ), picked as (select c.customer_id, c.manager from customer c where c.institution_id = ${tx.institutionId} and c.customer_id in (select customer_id from wanted) order by c.customer_id for update)
    update customer set manager = ${toManager}, version = version + 1, updated_at = ${tx.now}, updated_by = ${tx.actor.name}
    from picked where customer.institution_id = ${tx.institutionId} and customer.customer_id = picked.customer_id
    returning customer.customer_id as "customerId", picked.manager as "fromManager"`.execute(tx.db);
  return changed.rows;
}
