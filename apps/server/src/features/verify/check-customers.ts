import { sql } from 'kysely';
import type { Tx } from '../../platform/database.ts';
import { noteDeviation, type BookCheck } from './book-check.ts';

const customersAtATime = 2_000;

interface CustomerBlock {
  readonly customer_id: string;
  readonly customer_no: string;
  readonly has_grams: boolean;
  readonly has_initials: boolean;
}

/**
 * What finds a customer by name: its one- and two-character pieces, cut anew in SQL from the name as it stands, and for
 * names of Chinese characters (but the longest, whose spelling is cut) one syllable a character with their initials. Returns the last id; null at the end.
 */
export async function checkCustomers(tx: Tx, check: BookCheck, afterCustomerId: string): Promise<string | null> {
  const block = await sql<CustomerBlock>`
    with block as (
      select customer_id, customer_no, name, name_pinyin, name_initials, regexp_replace(lower(normalize(name, nfkc)), '\\s', '', 'g') as dense
      from customer where customer_id > ${afterCustomerId}::uuid order by customer_id limit ${customersAtATime}
    )
    select b.customer_id, b.customer_no,
      (select array_agg(distinct piece collate "C" order by piece collate "C") from generate_series(1, length(b.dense)) place, lateral (values (substr(b.dense, place, 1)), (substr(b.dense, place, 2))) cut (piece))
        is not distinct from (select array_agg(g.gram order by g.gram) from customer_gram g where g.customer_id = b.customer_id) as has_grams,
      b.name !~ '^[一-鿿]+$' or length(b.name_pinyin) = 200 or (
        cardinality(string_to_array(b.name_pinyin, ' ')) = length(b.name)
        and b.name_initials = (select string_agg(left(syllable, 1), '' order by place) from unnest(string_to_array(b.name_pinyin, ' ')) with ordinality s (syllable, place))
      ) as has_initials
    from block b order by b.customer_id`.execute(tx.db);
  for (const customer of block.rows) {
    check.checked += 1;
    if (!customer.has_grams) noteDeviation(check, `${customer.customer_no}: search pieces`);
    if (!customer.has_initials) noteDeviation(check, `${customer.customer_no}: spelling`);
  }
  return block.rows.at(-1)?.customer_id ?? null;
}
