import type { Filter } from '@loanbook/contract/list-query.ts';
import { sql } from 'kysely';
import type { Tx } from '../../platform/database.ts';
import type { FilterAnswer, SqlPart } from '../../platform/lists/list-definition.ts';
import { startsWith } from '../../platform/lists/starts-with.ts';
import { sealerOf } from '../../platform/sealing.ts';
import { denseName, nameGrams } from './customer-name.ts';

/**
 * The customers that one search box means: each part is a sub-query of customer ids with an index of its own.
 * A Chinese name or a piece of it · pinyin from its beginning ("zhangsan", "zhang san") · initials ("zs") · customer
 * number from its beginning · full ID or mobile number · the last four of either.
 */
export async function findCustomers(tx: Tx, text: string): Promise<readonly SqlPart[]> {
  const found: SqlPart[] = [sql`select customer_id from customer where ${startsWith(sql`customer_no`, text)}`];
  const dense = denseName(text);
  if (/[^\d]/.test(dense)) found.push(customersNamed(dense));
  if (/^[a-z ]+$/i.test(text)) found.push(...customersSpelled(text.toLowerCase()));
  if (/^[\w()+-]{4,40}$/.test(dense) && /\d/.test(dense)) found.push(...(await customersNumbered(tx, dense)));
  return found;
}

/** Customers whose name contains the text. */
export function customersNamed(text: string): SqlPart {
  const dense = denseName(text);
  const characters = [...dense];
  const grams = characters.length <= 2 ? [dense] : nameGrams(dense).filter((gram) => [...gram].length === 2);
  // A few pieces narrow enough; the rest is left to the comparison, which also puts the pieces in order.
  const wanted = grams.slice(0, 4).map((gram) => sql`select customer_id from customer_gram where gram = ${gram}`);
  const candidates = sql.join(wanted, sql` intersect `);
  if (characters.length <= 2) return candidates;
  return sql`select customer_id from customer where customer_id in (${candidates}) and position(${dense} in ${denseNameOf(sql`name`)}) > 0`;
}

/** `contains` on a name goes through its pieces; every other filter on it is an ordinary comparison. */
export function nameFilter(customerId: SqlPart): FilterAnswer {
  return (filter: Filter) => (filter.operator === 'contains' && denseName(filter.value) !== '' ? sql`${customerId} in (${customersNamed(filter.value)})` : undefined);
}

function denseNameOf(name: SqlPart): SqlPart {
  return sql`regexp_replace(lower(normalize(${name}, nfkc)), '\\s', '', 'g')`;
}

function customersSpelled(text: string): readonly SqlPart[] {
  const letters = text.replaceAll(' ', '');
  if (letters === '') return [];
  // No syllable but a, e and o is one letter long, so two letters stand together in the stored spelling too.
  const start = letters.slice(0, /^[aeo]/.test(letters) ? 1 : 2);
  return [
    sql`select customer_id from customer where ${startsWith(sql`name_initials`, letters)}`,
    sql`select customer_id from customer where ${startsWith(sql`name_pinyin`, start)} and starts_with(replace(name_pinyin, ' ', ''), ${letters})`,
  ];
}

async function customersNumbered(tx: Tx, text: string): Promise<readonly SqlPart[]> {
  const sealer = await sealerOf(tx);
  const digests = [
    { column: sql`id_number_index`, digest: sealer.indexOf('customer', 'id_number', text) },
    { column: sql`mobile_index`, digest: sealer.indexOf('customer', 'mobile', text) },
    { column: sql`id_number_tail_index`, digest: sealer.tailIndexOf('customer', 'id_number', text) },
    { column: sql`mobile_tail_index`, digest: sealer.tailIndexOf('customer', 'mobile', text) },
  ];
  return digests.flatMap(({ column, digest }) => (digest === null ? [] : [sql`select customer_id from customer where ${column} = ${digest}`]));
}
