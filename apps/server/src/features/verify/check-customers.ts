import type { Customer, CustomerFacts } from '@loanbook/contract/features/customers.ts';
import { sql } from 'kysely';
import type { Tx } from '../../platform/database.ts';
import { searchableName } from '../customers/customers.index.ts';
import { firstDifference, noteDeviation, type BookCheck } from './book-check.ts';

const customersAtATime = 2_000;

interface CustomerBlock {
  readonly customer_id: Customer['id'];
  readonly customer_no: string;
  readonly name: string;
  readonly kind: CustomerFacts['kind'];
  readonly name_pinyin: string;
  readonly name_initials: string;
  readonly grams: readonly string[];
}

/** What finds a customer by name, made anew from the name as it stands. Returns the last id; null at the end. */
export async function checkCustomers(tx: Tx, check: BookCheck, afterCustomerId: string): Promise<string | null> {
  const block = await sql<CustomerBlock>`
    select customer_id, customer_no, name, kind, name_pinyin, name_initials,
      (select coalesce(array_agg(g.gram order by g.gram), '{}') from customer_gram g where g.customer_id = customer.customer_id) as grams
    from customer where customer_id > ${afterCustomerId}::uuid order by customer_id limit ${customersAtATime}`.execute(tx.db);
  for (const customer of block.rows) {
    check.checked += 1;
    const { pinyin, initials, grams } = searchableName(customer.name, customer.kind);
    const spelling = firstDifference({ ...customer }, { name_pinyin: pinyin, name_initials: initials });
    if (spelling !== null) noteDeviation(check, `${customer.customer_no}: spelling`);
    const stored = new Set(customer.grams);
    if (stored.size !== grams.length || grams.some((gram) => !stored.has(gram))) noteDeviation(check, `${customer.customer_no}: search pieces`);
  }
  return block.rows.at(-1)?.customer_id ?? null;
}
