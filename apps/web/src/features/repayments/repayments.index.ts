/** What other features may use of repayments. */
export { RepaymentDrawer } from './repayment-drawer.tsx';
export { ReverseDialog } from './reverse-dialog.tsx';
