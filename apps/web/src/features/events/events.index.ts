/** What other features may use of a loan's further events. */
export { AsOfBar } from './as-of-bar.tsx';
export { MoreActions } from './more-actions.tsx';
export { useEventWords } from './event-words.ts';
export { useLoanAsOf } from './use-loan-as-of.ts';
