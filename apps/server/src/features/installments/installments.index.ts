/** What other features may use of installments. */
export { installmentsList } from './installments.list.ts';
