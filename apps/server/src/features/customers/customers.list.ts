import { customerFields } from '@loanbook/contract/fields/customer-fields.ts';
import type { Field } from '@loanbook/contract/fields/field.ts';
import { ledgerLists } from '@loanbook/contract/fields/ledger-lists.ts';
import type { Filter } from '@loanbook/contract/list-query.ts';
import { sql } from 'kysely';
import type { Tx } from '../../platform/database.ts';
import { defineList, type ListColumn, type ListDefinition, type SqlPart } from '../../platform/lists/list-definition.ts';
import { startsWith } from '../../platform/lists/starts-with.ts';
import { sealerOf } from '../../platform/sealing.ts';
import { customerColumns } from './customer-columns.ts';
import { findCustomers, nameFilter } from './customer-search.ts';

const outstandingFen = sql`select coalesce(sum(l.outstanding_principal_fen), 0)::bigint from loan_current l where l.life = 'active'`;
const customerId = sql`r.customer_id`;

/** 客户台账. */
export const customersList: ListDefinition = defineList({
  ledger: ledgerLists.customers,
  from: sql`customer r`,
  id: [{ by: customerId, type: 'uuid' }],
  customerId,
  // Hidden customers have a page of their own, and stand in no list.
  usually: { where: sql`r.deactivated_at is null`, unlessFilteredBy: ['customerId'] },
  columns: {
    ...Object.fromEntries(customerFields.map((field) => [field.key, factColumn(field)])),
    customerNo: { value: sql`r.customer_no`, sort: { type: 'text' } },
    name: { value: sql`r.name`, sort: { type: 'text', by: sql`r.name_pinyin` }, filter: nameFilter(customerId) },
    idNumber: { value: sql`r.id_number_mask`, filter: (filter, tx) => numberCondition(tx, 'id_number', filter) },
    mobile: { value: sql`r.mobile_mask`, filter: (filter, tx) => numberCondition(tx, 'mobile', filter) },
    openedOn: { value: sql`r.opened_on`, sort: { type: 'date', isNullable: true } },
    activeLoans: { value: sql`(select count(*)::int from loan_current l where l.customer_id = r.customer_id and l.life = 'active')` },
    outstandingPrincipal: { value: sql`(${outstandingFen} and l.customer_id = r.customer_id)`, sumOver: (ids) => sql`${outstandingFen} and l.customer_id in (${ids})` },
  },
  search: async (tx, text) => [...(await findCustomers(tx, text)), borrowersOf(sql`receipt_no`, text), borrowersOf(sql`contract_no`, text)].map((customers) => sql`r.customer_id in (${customers})`),
});

/** A loan's number in the search box of customers means its borrower. */
function borrowersOf(column: SqlPart, text: string): SqlPart {
  return sql`select customer_id from loan_current where ${startsWith(column, text)}`;
}

function factColumn(field: Field): ListColumn {
  const stored = customerColumns.get(field.key);
  if (!stored) throw new Error(`${field.key} is not stored`);
  return { value: sql.ref(`r.${stored.kind === 'sealed' ? `${stored.column}_mask` : stored.column}`) };
}

/** Sealed numbers are found whole, or by their last four characters, never by a piece. */
async function numberCondition(tx: Tx, column: 'id_number' | 'mobile', filter: Filter): Promise<SqlPart | undefined> {
  if (filter.operator !== 'equals' && filter.operator !== 'contains') return undefined;
  const sealer = await sealerOf(tx);
  if (filter.operator === 'equals') {
    const digest = sealer.indexOf('customer', column, filter.value);
    return digest === null ? sql`false` : sql`${sql.ref(`r.${column}_index`)} = ${digest}`;
  }
  const digest = sealer.tailIndexOf('customer', column, filter.value);
  return digest === null ? undefined : sql`${sql.ref(`r.${column}_tail_index`)} = ${digest}`;
}
