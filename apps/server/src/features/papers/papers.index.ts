/** What other features may use of papers. */
export { registerPapers } from './papers.routes.ts';
