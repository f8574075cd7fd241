/** What other features may use of repayments. */
export { repaymentsList } from './repayments.list.ts';
export { registerRepayments } from './repayments.routes.ts';
