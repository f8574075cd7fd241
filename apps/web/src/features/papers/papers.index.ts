/** What other features may use of papers. */
export { OverdueNoticesButton } from './overdue-notices-button.tsx';
export { PapersMenu } from './papers-menu.tsx';
export { usePaper } from './use-paper.ts';
