import { ledgerLists } from '@loanbook/contract/fields/ledger-lists.ts';
import { sql } from 'kysely';
import { defineList, type ListColumn, type ListDefinition } from '../../platform/lists/list-definition.ts';
import { startsWith } from '../../platform/lists/starts-with.ts';
import { nameFilter } from '../customers/customers.index.ts';
import { searchBorrowers } from '../lists/lists.index.ts';

const customerId = sql`r.customer_id`;
const plain = (column: string): ListColumn => ({ value: sql.ref(`r.${column}`) });

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
    total: { ...plain('total_fen'), sort: { type: 'bigint' } },
    principal: plain('principal_fen'),
    interest: plain('interest_fen'),
    penalty: plain('penalty_fen'),
    compound: plain('compound_fen'),
    fee: plain('fee_fen'),
    credit: plain('credit_fen'),
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
