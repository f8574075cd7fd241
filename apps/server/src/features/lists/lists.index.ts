/** What the features with a list of loans share. */
export { loanListColumns, loanListSource, searchBorrowers, searchLoans } from './loan-list-columns.ts';
export { isOverdue } from './overdue-conditions.ts';
export { lentFen, lentInPartsFlag } from './lent-amount.ts';
