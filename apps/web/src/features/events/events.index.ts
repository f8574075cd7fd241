/** What other features may use of a loan's further events. */
export { AsOfBar } from './as-of-bar.tsx';
export { HandOverButton } from './hand-over-button.tsx';
export { LargeAmountNotice } from './large-amount-notice.tsx';
export { LifeNotice } from './life-notice.tsx';
export { MoreActions } from './more-actions.tsx';
export { RefinanceLinks } from './refinance-links.tsx';
export { useEventWords } from './event-words.ts';
export { useLoanAsOf, type LoanAsOf } from './use-loan-as-of.ts';
export { isUnusualReceipt, isUnusualPrincipal, useUsualAmounts } from './usual-amounts.ts';
export { loanHistoryQuery } from './use-loan-life.ts';
