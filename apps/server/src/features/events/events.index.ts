/** What other features may use of events. */
export { postLoanEvent } from './events.commands.ts';
