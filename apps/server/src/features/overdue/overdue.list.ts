import { ledgerLists } from '@loanbook/contract/fields/ledger-lists.ts';
import { sql } from 'kysely';
import { defineList, type ListDefinition } from '../../platform/lists/list-definition.ts';
import { isOverdue, loanListColumns, loanListSource, searchLoans } from '../lists/lists.index.ts';

const keys = new Set(ledgerLists.overdue.fields.map((field) => field.key));

/** 逾期台账: the loan list, narrowed to loans past due today. */
export const overdueList: ListDefinition = defineList({
  ...loanListSource,
  ledger: ledgerLists.overdue,
  where: isOverdue,
  columns: {
    ...Object.fromEntries(Object.entries(loanListColumns).filter(([key]) => keys.has(key))),
    // All of these loans are past due, and their other figures are computed in any case.
    overduePrincipal: { value: sql`f.overdue_principal_fen` },
    overdueInterest: { value: sql`f.overdue_interest_fen` },
    mobile: { value: sql`r.customer_mobile_mask` },
  },
  search: searchLoans,
});
