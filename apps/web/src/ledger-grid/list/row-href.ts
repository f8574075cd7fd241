import type { ListName } from '@loanbook/contract/fields/ledger-lists.ts';
import type { ListRow } from '@loanbook/contract/list-query.ts';
import { links } from '../../platform/links.ts';

export const listLinks = { customers: links.customers, loans: links.loans, installments: links.due, repayments: links.repayments, overdue: links.overdue } as const satisfies Record<ListName, string>;

export function loanHref(loanId: string): string {
  return links.loan.replace('$loanId', encodeURIComponent(loanId));
}

/** The loan's page with its repayment form open. */
export function repaymentHref(loanId: string): string {
  return `${loanHref(loanId)}#repay`;
}

export function customerHref(customerId: string): string {
  return links.customer.replace('$customerId', encodeURIComponent(customerId));
}

/** The page behind a row; null when it has none. */
export function rowHref(list: ListName, row: ListRow): string | null {
  switch (list) {
    case 'customers': return customerHref(row.id);
    case 'loans':
    case 'overdue': return loanHref(row.loanId ?? row.id);
    case 'installments':
    case 'repayments': return row.loanId === undefined ? null : loanHref(row.loanId);
    default: {
      const unknownList: never = list;
      throw new Error(`no page for rows of ${String(unknownList)}`);
    }
  }
}
