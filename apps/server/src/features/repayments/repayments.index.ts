/** What other features may use of repayments. */
export { repaymentsList } from './repayments.list.ts';
