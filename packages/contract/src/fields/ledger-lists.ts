import { customerFields, customerFigureFields } from './customer-fields.ts';
import type { Field } from './field.ts';
import { installmentFields } from './installment-fields.ts';
import { loanFields } from './loan-fields.ts';
import { repaymentFields } from './repayment-fields.ts';

export type ListName = 'customers' | 'loans' | 'installments' | 'repayments' | 'overdue';

export interface LedgerList {
  readonly name: ListName;
  readonly zh: string;
  readonly en: string;
  readonly fields: readonly Field[];
  readonly defaultSort: { readonly key: string; readonly direction: 'asc' | 'desc' };
}

const overdueKeys = [
  'receiptNo', 'contractNo', 'customerName', 'mobile', 'product', 'principal', 'outstandingPrincipal', 'overdueDays', 'overdueBucket',
  'overdueInstallments', 'overduePrincipal', 'overdueInterest', 'penalty', 'compound', 'openFee', 'amountOverdue', 'interestAccrued', 'payoff', 'class', 'status', 'disbursedOn', 'maturesOn', 'guarantee', 'guarantors', 'collateral', 'manager', 'branch',
];
const mobileField: Field = { key: 'mobile', zh: '手机', en: 'Mobile', type: 'code', group: 'borrower', sensitivity: 'C2', mask: 'phone', width: 130 };

const hiddenOverdueKeys = new Set(['openFee', 'interestAccrued']);
/** Computed for the day; over the overdue loans that is quick enough to sum, over the whole book it is not. */
const summedOverdueKeys = new Set(['penalty', 'compound', 'openFee', 'amountOverdue', 'interestAccrued', 'payoff']);

/** 逾期台账 is the loan list, narrowed to loans past due, with the columns a collector needs first. */
const overdueFields: readonly Field[] = overdueKeys.flatMap((key) => {
  const field = key === 'mobile' ? mobileField : loanFields.find((candidate) => candidate.key === key);
  return field ? [{ ...field, isShown: !hiddenOverdueKeys.has(key), ...(summedOverdueKeys.has(key) && { isSummed: true }) }] : [];
});

export const ledgerLists: Readonly<Record<ListName, LedgerList>> = {
  customers: { name: 'customers', zh: '客户台账', en: 'Customers', fields: [...customerFields, ...customerFigureFields], defaultSort: { key: 'customerNo', direction: 'desc' } },
  loans: { name: 'loans', zh: '放款台账', en: 'Loans', fields: loanFields, defaultSort: { key: 'disbursedOn', direction: 'desc' } },
  installments: { name: 'installments', zh: '还款计划', en: 'Installments', fields: installmentFields, defaultSort: { key: 'dueOn', direction: 'asc' } },
  repayments: { name: 'repayments', zh: '还款台账', en: 'Repayments', fields: repaymentFields, defaultSort: { key: 'paidOn', direction: 'desc' } },
  overdue: { name: 'overdue', zh: '逾期台账', en: 'Overdue loans', fields: overdueFields, defaultSort: { key: 'overdueDays', direction: 'desc' } },
};

export const listNames = ['customers', 'loans', 'installments', 'repayments', 'overdue'] as const satisfies readonly ListName[];
