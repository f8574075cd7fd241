/** What other features may use of the five-tier classes. */
export { ChargesPanel } from './charges-panel.tsx';
export { LoanClassPanel } from './loan-class-panel.tsx';
export { ObligorNotice } from './obligor-notice.tsx';
