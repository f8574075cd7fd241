/** What other features may use of merges. */
export { mergedInto } from './merged-into.ts';
