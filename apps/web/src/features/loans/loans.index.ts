/** What other features may use of loans. */
export { FileButton } from './file-button.tsx';
export { loanQuery } from './loan-query.ts';
export { plannableMethods } from './plannable-methods.ts';
export { openFenOf } from './plan-lines.ts';
export { UnsavedGuard } from './unsaved-guard.tsx';
