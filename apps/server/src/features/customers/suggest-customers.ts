import { sql } from 'kysely';
import type { Tx } from '../../platform/database.ts';
import { denseName } from './customer-name.ts';
import { findCustomers } from './customer-search.ts';

export interface SuggestedCustomer {
  readonly id: string;
  readonly name: string;
  readonly customerNo: string;
  readonly mobileMask: string | null;
  readonly idNumberMask: string | null;
}

/** Of one way to match, before the best are chosen: a common syllable has tens of thousands of hits, and nobody reads them. */
const mostOfOneWay = 60;

/** The first customers for a text in every way that the search knows, whole names first; hidden ones are left out. */
export async function suggestCustomers(tx: Tx, text: string, most: number): Promise<readonly SuggestedCustomer[]> {
  const ways = (await findCustomers(tx, text)).map((way) => sql`(select customer_id from (${way}) way limit ${mostOfOneWay})`);
  const { rows } = await sql<SuggestedCustomer>`
    select c.customer_id as id, c.name, c.customer_no as "customerNo", c.mobile_mask as "mobileMask", c.id_number_mask as "idNumberMask"
    from (select customer_id from (${sql.join(ways, sql` union all `)}) hit group by customer_id) found
    join customer c using (customer_id)
    where c.deactivated_at is null
    order by (c.name = ${denseName(text)}) desc, length(c.name), c.name_pinyin, c.customer_no
    limit ${most}`.execute(tx.db);
  return rows;
}
