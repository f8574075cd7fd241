import { z } from 'zod';
import { listViewSchema } from '../list-query.ts';
import { route } from '../route.ts';
import { civilDateText, freeText } from '../values.ts';

/** Where the borrower is to pay, as the lender wants it printed; left out of the paper when empty. */
const payTo = freeText(200).nullish();

/** Notices printed at a time; more in one file nobody folds. */
export const mostNotices = 200;

/** Papers as PDF, in the language of the person who prints them. Each is noted in the audit trail. */
export const papersRoutes = {
  plan: route({ method: 'GET', path: '/api/loans/:loanId/plan.pdf', body: null, reply: null }),
  /** What settles the loan on one day, the business date or later. */
  payoffQuote: route({ method: 'POST', path: '/api/loans/:loanId/payoff-quote.pdf', body: z.strictObject({ on: civilDateText, payTo }), reply: null }),
  overdueNotice: route({ method: 'POST', path: '/api/loans/:loanId/overdue-notice.pdf', body: z.strictObject({ payBy: civilDateText, payTo }), reply: null }),
  /** A notice for every loan that a view of the overdue list shows, in its order. */
  overdueNotices: route({ method: 'POST', path: '/api/overdue/notices.pdf', body: listViewSchema.extend({ payBy: civilDateText, payTo }), reply: null }),
  /** What an entry changed: extension, restructuring, refinancing, new rate, early repayment. */
  changeSummary: route({ method: 'POST', path: '/api/loans/:loanId/events/:eventId/summary.pdf', body: z.strictObject({}), reply: null }),
  /** Every entry of a period, both days included, with the balance after it. */
  statement: route({ method: 'POST', path: '/api/loans/:loanId/statement.pdf', body: z.strictObject({ from: civilDateText, to: civilDateText }), reply: null }),
} as const;
