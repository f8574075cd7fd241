import { channels, repaymentSources } from '../choices.ts';
import type { Field } from './field.ts';

/** 还款台账: one row a receipt. Taken-over rows keep the split the old book stated. */
export const repaymentFields: readonly Field[] = [
  { key: 'paidOn', zh: '还款日期', en: 'Paid on', type: 'date', group: 'receipt', sensitivity: 'C2', isSortable: true, isFilterable: true, isShown: true, width: 110 },
  { key: 'customerName', zh: '借款人', en: 'Borrower', type: 'text', group: 'receipt', sensitivity: 'C2', isFilterable: true, isShown: true, width: 120 },
  { key: 'receiptNo', zh: '借据号', en: 'Loan receipt no.', type: 'code', group: 'receipt', sensitivity: 'C2', isFilterable: true, isShown: true, width: 150 },
  { key: 'contractNo', zh: '合同编号', en: 'Contract no.', type: 'code', group: 'receipt', sensitivity: 'C2', isFilterable: true, width: 170 },
  { key: 'installmentNo', zh: '期次', en: 'Installment no.', type: 'integer', group: 'receipt', sensitivity: 'C1', width: 70 },
  { key: 'dueOn', zh: '应还日期', en: 'Due on', type: 'date', group: 'receipt', sensitivity: 'C2', width: 110 },
  { key: 'total', zh: '还款金额', en: 'Amount paid', type: 'money', group: 'receipt', sensitivity: 'C2', isSortable: true, isFilterable: true, isShown: true, isSummed: true, width: 150 },
  { key: 'principal', zh: '本金', en: 'Principal', type: 'money', group: 'receipt', sensitivity: 'C2', isShown: true, isSummed: true, width: 130 },
  { key: 'interest', zh: '利息', en: 'Interest', type: 'money', group: 'receipt', sensitivity: 'C2', isShown: true, isSummed: true, width: 120 },
  { key: 'penalty', zh: '罚息', en: 'Penalty', type: 'money', group: 'receipt', sensitivity: 'C2', isShown: true, isSummed: true, width: 110 },
  { key: 'compound', zh: '复利', en: 'Compound interest', type: 'money', group: 'receipt', sensitivity: 'C2', isSummed: true, width: 110 },
  { key: 'fee', zh: '费用', en: 'Fee', type: 'money', group: 'receipt', sensitivity: 'C2', isSummed: true, width: 110 },
  { key: 'credit', zh: '暂收款', en: 'Credit', type: 'money', group: 'receipt', sensitivity: 'C2', isSummed: true, width: 110 },
  { key: 'channel', zh: '收款渠道', en: 'Channel', type: 'choice', group: 'receipt', sensitivity: 'C1', choices: channels, isFilterable: true, isShown: true, width: 100 },
  { key: 'externalRef', zh: '流水号', en: 'Reference', type: 'code', group: 'receipt', sensitivity: 'C2', isFilterable: true, isShown: true, width: 150 },
  { key: 'payerName', zh: '付款人', en: 'Payer', type: 'text', group: 'receipt', sensitivity: 'C2', width: 110 },
  { key: 'reversed', zh: '已冲正', en: 'Reversed', type: 'boolean', group: 'receipt', sensitivity: 'C1', isFilterable: true, isShown: true, width: 80 },
  { key: 'source', zh: '来源', en: 'Source', type: 'choice', group: 'receipt', sensitivity: 'C1', choices: repaymentSources, isFilterable: true, width: 100 },
  { key: 'note', zh: '备注', en: 'Note', type: 'text', group: 'receipt', sensitivity: 'C2', width: 200 },
];
