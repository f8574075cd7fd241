import { installmentStatuses } from '@loanbook/contract/choices.ts';
import { ledgerLists } from '@loanbook/contract/fields/ledger-lists.ts';
import { sql } from 'kysely';
import { defineList, type FilterAnswer, type ListDefinition } from '../../platform/lists/list-definition.ts';
import { parseOperand } from '../../platform/lists/list-operand.ts';
import { startsWith } from '../../platform/lists/starts-with.ts';
import { findCustomers, nameFilter } from '../customers/customers.index.ts';

const paidFen = sql`(r.paid_principal_fen + r.paid_interest_fen + r.paid_fee_fen)`;
const totalFen = sql`(r.principal_fen + r.interest_fen + r.fee_fen)`;
const isOpen = sql`(r.settled_on is null and ${totalFen} > ${paidFen})`;

/** As the engine says it: past its due date is overdue, grace or not; paid in part before that is partial. What is to be collected today is called so. Nothing is left of a settled loan. */
const status = sql`case
  when l.life = 'settled' then 'paid'
  when not ${isOpen} then case when r.settled_on is not null or r.due_on <= business_date() then 'paid' else 'pending' end
  when r.due_on < business_date() then 'overdue'
  when r.due_on = business_date() then 'due_today'
  when ${paidFen} > 0 then 'partial'
  else 'pending' end`;

/** Says "open" beside the status where every wanted status is an open one: the index over open installments is small. */
const openStatusFilter: FilterAnswer = (filter, _tx, path) => {
  const wanted = filter.operator === 'equals' ? [filter.value] : filter.operator === 'in' ? filter.values : [];
  for (const value of wanted) parseOperand({ choices: installmentStatuses }, value, path);
  return wanted.length === 0 || wanted.includes('paid') ? undefined : sql`r.settled_on is null and (${status}) = any(${wanted}::text[])`;
};

/** 还款计划 over all loans that live or are settled; a plan not yet begun, void or written off is nobody's due list. */
export const installmentsList: ListDefinition = defineList({
  ledger: ledgerLists.installments,
  from: sql`installment_current r join loan_current l on l.loan_id = r.loan_id`,
  id: [{ by: sql`r.loan_id`, type: 'uuid' }, { by: sql`r.number`, type: 'integer' }],
  loanId: sql`r.loan_id`,
  customerId: sql`l.customer_id`,
  where: sql`l.life in ('active', 'settled')`,
  columns: {
    dueOn: { value: sql`r.due_on`, sort: { type: 'date' } },
    customerName: { value: sql`l.customer_name`, filter: nameFilter(sql`l.customer_id`) },
    mobile: { value: sql`l.customer_mobile_mask` },
    receiptNo: { value: sql`l.receipt_no` },
    installmentNo: { value: sql`r.number` },
    principal: { value: sql`r.principal_fen` },
    interest: { value: sql`r.interest_fen` },
    fee: { value: sql`r.fee_fen` },
    total: { value: totalFen },
    paidPrincipal: { value: sql`r.paid_principal_fen` },
    paidInterest: { value: sql`r.paid_interest_fen` },
    unpaid: { value: sql`(${totalFen} - ${paidFen})` },
    paidOn: { value: sql`r.settled_on` },
    status: { value: status, filter: openStatusFilter },
    manager: { value: sql`l.manager` },
  },
  search: async (tx, text) => [...(await findCustomers(tx, text)).map((customers) => sql`l.customer_id in (${customers})`), startsWith(sql`l.receipt_no`, text), startsWith(sql`l.contract_no`, text)],
});
