import { installmentStatuses } from '../choices.ts';
import type { Field } from './field.ts';

/** 还款计划 as a list over all loans: what is due and what has been paid on it. */
export const installmentFields: readonly Field[] = [
  { key: 'dueOn', zh: '应还日期', en: 'Due on', type: 'date', group: 'plan', sensitivity: 'C2', isSortable: true, isFilterable: true, isShown: true, width: 110 },
  { key: 'customerName', zh: '借款人', en: 'Borrower', type: 'text', group: 'plan', sensitivity: 'C2', isFilterable: true, isShown: true, width: 120 },
  { key: 'mobile', zh: '手机', en: 'Mobile', type: 'code', group: 'plan', sensitivity: 'C2', mask: 'phone', isShown: true, width: 130 },
  { key: 'receiptNo', zh: '借据号', en: 'Loan receipt no.', type: 'code', group: 'plan', sensitivity: 'C2', isFilterable: true, isShown: true, width: 150 },
  { key: 'installmentNo', zh: '期次', en: 'Installment no.', type: 'integer', group: 'plan', sensitivity: 'C1', isShown: true, width: 70 },
  { key: 'principal', zh: '应还本金', en: 'Principal due', type: 'money', group: 'plan', sensitivity: 'C2', isShown: true, isSummed: true, width: 130 },
  { key: 'interest', zh: '应还利息', en: 'Interest due', type: 'money', group: 'plan', sensitivity: 'C2', isShown: true, isSummed: true, width: 120 },
  { key: 'fee', zh: '应还费用', en: 'Fee due', type: 'money', group: 'plan', sensitivity: 'C2', isSummed: true, width: 110 },
  { key: 'total', zh: '应还合计', en: 'Total due', type: 'money', group: 'plan', sensitivity: 'C2', isShown: true, isSummed: true, width: 130 },
  { key: 'paidPrincipal', zh: '已还本金', en: 'Principal paid', type: 'money', group: 'plan', sensitivity: 'C2', isShown: true, isSummed: true, width: 130 },
  { key: 'paidInterest', zh: '已还利息', en: 'Interest paid', type: 'money', group: 'plan', sensitivity: 'C2', isShown: true, isSummed: true, width: 120 },
  { key: 'unpaid', zh: '未还合计', en: 'Unpaid', type: 'money', group: 'plan', sensitivity: 'C2', isShown: true, isSummed: true, width: 130 },
  { key: 'paidOn', zh: '还清日期', en: 'Paid on', type: 'date', group: 'plan', sensitivity: 'C2', width: 110 },
  { key: 'status', zh: '状态', en: 'Status', type: 'choice', group: 'plan', sensitivity: 'C2', choices: installmentStatuses, isFilterable: true, isShown: true, width: 90 },
  { key: 'manager', zh: '客户经理', en: 'Loan officer', type: 'text', group: 'plan', sensitivity: 'C1', isFilterable: true, isShown: true, width: 100 },
];
