import type { Customer } from '@loanbook/contract/features/customers.ts';
import { fen, formatYuan } from '@loanbook/engine/money.ts';
import { sql } from 'kysely';
import type { Tx } from '../../platform/database.ts';
import { failure } from '../../platform/failure.ts';
import { queryListPage } from '../../platform/lists/list-page.ts';
import { sealerOf } from '../../platform/sealing.ts';
import { customersList } from './customers.list.ts';

/** A customer's page: the cells of the list, so that both say the same, and the figures of the loans. @throws Failure not_found */
export async function readCustomer(tx: Tx, customerId: string): Promise<Customer> {
  const page = await queryListPage(tx, customersList, { filters: [{ key: 'customerId', operator: 'equals', value: customerId }], limit: 1 });
  const row = await tx.db.selectFrom('customer').select(['version', 'deactivated_at', 'created_at', 'updated_at', 'updated_by']).where('customer_id', '=', customerId).executeTakeFirst();
  const cells = page.rows[0]?.cells;
  if (!row || !cells) throw failure('not_found');
  return {
    id: customerId, version: row.version, isHidden: row.deactivated_at !== null, cells, figures: await readFigures(tx, customerId),
    createdAt: row.created_at, updatedAt: row.updated_at, updatedBy: row.updated_by,
  };
}

async function readFigures(tx: Tx, customerId: string): Promise<Customer['figures']> {
  const figures = await tx.db
    .selectFrom('loan_current')
    .select([
      sql<number>`(count(*) filter (where life <> 'void'))::int`.as('loans'),
      sql<number>`(count(*) filter (where life = 'active'))::int`.as('activeLoans'),
      sql<number>`coalesce(sum(outstanding_principal_fen) filter (where life = 'active'), 0)::bigint`.as('outstandingPrincipalFen'),
      sql<number>`(count(*) filter (where overdue_days > 0))::int`.as('overdueLoans'),
      sql<number>`coalesce(max(overdue_days), 0)::int`.as('maxDaysPastDue'),
    ])
    .where('customer_id', '=', customerId)
    .executeTakeFirstOrThrow();
  const { outstandingPrincipalFen, ...counts } = figures;
  return { ...counts, outstandingPrincipal: formatYuan(fen(outstandingPrincipalFen)) };
}

/** The number of the customer who has this ID number, `exceptId` aside; null when nobody has. */
export async function customerNoByIdNumber(tx: Tx, idNumber: string, exceptId: string | null): Promise<string | null> {
  const found = await findCustomersByIdNumber(tx, [idNumber]);
  const match = found.get(idNumber);
  return match && match.customerId !== exceptId ? match.customerNo : null;
}

export interface CustomerMatch {
  readonly customerId: string;
  readonly customerNo: string;
  readonly name: string;
}

/** Who has which of these ID numbers (whole numbers, as they would be stored), in one look. Unknown numbers are absent. */
export async function findCustomersByIdNumber(tx: Tx, idNumbers: readonly string[]): Promise<ReadonlyMap<string, CustomerMatch>> {
  const sealer = await sealerOf(tx);
  const numberByDigest = new Map<string, string>();
  for (const idNumber of idNumbers) {
    const digest = sealer.indexOf('customer', 'id_number', idNumber);
    if (digest !== null) numberByDigest.set(digest.toString('hex'), idNumber);
  }
  const digests = [...numberByDigest.keys()].map((hex) => Buffer.from(hex, 'hex'));
  const rows = await sql<{ customer_id: string; customer_no: string; name: string; id_number_index: Buffer }>`
    select customer_id, customer_no, name, id_number_index from customer where id_number_index = any(${digests}::bytea[])`.execute(tx.db);
  return new Map(rows.rows.map((row) => [numberByDigest.get(row.id_number_index.toString('hex')) ?? '', { customerId: row.customer_id, customerNo: row.customer_no, name: row.name }]));
}

/** How many customers the book shows, or of them those that one import brought. */
export async function countCustomers(tx: Tx, importId: string | null): Promise<number> {
  let counted = tx.db.selectFrom('customer').select(sql<number>`count(*)::int`.as('count')).where('deactivated_at', 'is', null);
  if (importId !== null) counted = counted.where('import_id', '=', importId);
  return (await counted.executeTakeFirstOrThrow()).count;
}

/** Customers by their numbers; unknown numbers are absent. */
export async function findCustomersByNumber(tx: Tx, numbers: readonly string[]): Promise<readonly CustomerMatch[]> {
  const rows = await sql<{ customer_id: string; customer_no: string; name: string }>`select customer_id, customer_no, name from customer where customer_no = any(${[...numbers]}::text[])`.execute(tx.db);
  return rows.rows.map((row) => ({ customerId: row.customer_id, customerNo: row.customer_no, name: row.name }));
}

/** Customers by exact name; a name may be several people's. */
export async function findCustomersByName(tx: Tx, names: readonly string[]): Promise<ReadonlyMap<string, readonly CustomerMatch[]>> {
  const rows = await sql<{ customer_id: string; customer_no: string; name: string }>`
    select customer_id, customer_no, name from customer where name = any(${[...names]}::text[]) order by customer_id`.execute(tx.db);
  return Map.groupBy(rows.rows.map((row) => ({ customerId: row.customer_id, customerNo: row.customer_no, name: row.name })), (match) => match.name);
}
