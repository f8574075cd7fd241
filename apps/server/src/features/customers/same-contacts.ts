import type { CustomersWithSameContacts } from '@loanbook/contract/features/customers.ts';
import { sql } from 'kysely';
import type { Tx } from '../../platform/database.ts';
import { failure } from '../../platform/failure.ts';

const mostShown = 20;

/**
 * Other customers with the mobile number, bank account or emergency contact of this one: the signs of borrowed identities.
 * Compared by keyed digest, nothing is opened. Customers put away do not count. Throws Failure `not_found`.
 */
export async function customersWithSameContacts(tx: Tx, customerId: string): Promise<CustomersWithSameContacts> {
  const known = await tx.db.selectFrom('customer').select('customer_id').where('customer_id', '=', customerId).executeTakeFirst();
  if (!known) throw failure('not_found');
  const found = await sql<{ id: string; name: string; customer_no: string; shared: CustomersWithSameContacts['customers'][number]['shared'] }>`
    with own as (select mobile_index, bank_account_index, emergency_contact_index from customer where customer_id = ${customerId}),
    hit as (
      select c.customer_id, 'mobile' as field from own join customer c on c.institution_id = ${tx.institutionId} and c.mobile_index = own.mobile_index
      union all select c.customer_id, 'bankAccount' from own join customer c on c.institution_id = ${tx.institutionId} and c.bank_account_index = own.bank_account_index
      union all select c.customer_id, 'emergencyContact' from own join customer c on c.institution_id = ${tx.institutionId} and c.emergency_contact_index = own.emergency_contact_index
    )
    select c.customer_id as id, c.name, c.customer_no, array_agg(distinct hit.field) as shared from hit join customer c on c.customer_id = hit.customer_id
    where c.customer_id <> ${customerId} and c.deactivated_at is null group by c.customer_id, c.name, c.customer_no order by c.customer_no limit ${mostShown + 1}`.execute(tx.db);
  return { customers: found.rows.slice(0, mostShown).map(({ customer_no: customerNo, ...row }) => ({ ...row, customerNo })), hasMore: found.rows.length > mostShown };
}
