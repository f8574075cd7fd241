import type { ListName } from '@loanbook/contract/fields/ledger-lists.ts';

/** Which fields of a row a phone shows: who, which, two to four figures, and states. */
export interface CardFields {
  readonly title: string;
  readonly subtitle: string;
  readonly figures: readonly string[];
  readonly states: readonly string[];
}

export const cardFields: Readonly<Record<ListName, CardFields>> = {
  customers: { title: 'name', subtitle: 'customerNo', figures: ['outstandingPrincipal', 'activeLoans', 'mobile', 'manager'], states: ['kind'] },
  loans: { title: 'customerName', subtitle: 'receiptNo', figures: ['outstandingPrincipal', 'overdueDays', 'nextDueOn', 'annualRatePct'], states: ['status', 'class'] },
  installments: { title: 'customerName', subtitle: 'receiptNo', figures: ['unpaid', 'dueOn', 'installmentNo', 'mobile'], states: ['status'] },
  repayments: { title: 'customerName', subtitle: 'receiptNo', figures: ['total', 'paidOn', 'principal', 'interest'], states: ['channel'] },
  overdue: { title: 'customerName', subtitle: 'receiptNo', figures: ['overdueDays', 'amountOverdue', 'outstandingPrincipal', 'mobile'], states: ['status', 'class'] },
};
