import { ledgerLists } from '@loanbook/contract/fields/ledger-lists.ts';
import { sql } from 'kysely';
import { defineList, type ListColumn, type ListDefinition } from '../../platform/lists/list-definition.ts';
import { startsWith } from '../../platform/lists/starts-with.ts';
import { nameFilter } from '../customers/customers.index.ts';
import { searchBorrowers } from '../lists/lists.index.ts';

const customerId = sql`r.customer_id`;
const plain = (column: string): ListColumn => ({ value: sql.ref(`r.${column}`) });
/** A receipt that was taken back stays in the list, and out of its sums. */
const money = (column: string): ListColumn => ({ ...plain(column), sumValue: sql`case when r.is_reversed then 0 else ${sql.ref(`r.${column}`)} end` });

/** 还款台账. */
export const repaymentsList: ListDefinition = defineList({
  ledger: ledgerLists.repayments,
  from: sql`repayment_current r`,
  id: [{ by: sql`r.repayment_id`, type: 'uuid' }],
  loanId: sql`r.loan_id`,
  customerId,
  columns: {
    paidOn: { ...plain('paid_on'), sort: { type: 'date', isNullable: true } },
    customerName: { ...plain('customer_name'), filter: nameFilter(customerId) },
    receiptNo: plain('receipt_no'),
    contractNo: plain('contract_no'),
    installmentNo: plain('installment_no'),
    dueOn: plain('due_on'),
    total: { ...money('total_fen'), sort: { type: 'bigint' } },
    principal: money('principal_fen'),
    interest: money('interest_fen'),
    penalty: money('penalty_fen'),
    compound: money('compound_fen'),
    fee: money('fee_fen'),
    credit: money('credit_fen'),
    channel: plain('channel'),
    externalRef: plain('external_ref'),
    payerName: plain('payer_name'),
    reversed: plain('is_reversed'),
    source: plain('source'),
    note: plain('note'),
  },
  search: async (tx, text) => [
    ...(await searchBorrowers(tx, text)),
    startsWith(sql`r.receipt_no`, text),
    startsWith(sql`r.contract_no`, text),
    startsWith(sql`r.external_ref`, text),
  ],
});
