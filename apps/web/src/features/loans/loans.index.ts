/** What other features may use of loans. */
export { CustomerPicker } from './customer-picker.tsx';
export { FileButton } from './file-button.tsx';
export { loanQuery } from './loan-query.ts';
export { plannedMethods } from './plannable-methods.ts';
export { openFenOf } from './plan-lines.ts';
export { UnsavedGuard } from './unsaved-guard.tsx';
export { useEntryTypeName } from './entry-type-name.ts';
export { TieButton } from './tie-button.tsx';
