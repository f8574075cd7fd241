/** What other features may use of overdue. */
export { overdueList } from './overdue.list.ts';
