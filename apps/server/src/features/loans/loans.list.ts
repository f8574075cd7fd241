import { ledgerLists } from '@loanbook/contract/fields/ledger-lists.ts';
import { sql } from 'kysely';
import { defineList, type ListDefinition } from '../../platform/lists/list-definition.ts';
import { loanListColumns, loanListSource, searchLoans } from '../lists/lists.index.ts';

/** 放款台账. */
export const loansList: ListDefinition = defineList({ ledger: ledgerLists.loans, ...loanListSource, usually: { where: sql`r.life <> 'void'`, unlessFilteredBy: ['status', 'loanId'] }, columns: loanListColumns, search: searchLoans });
