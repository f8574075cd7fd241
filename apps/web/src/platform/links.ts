/** Every address of the application. The router is built from these, and pages link through them only. */
export const links = {
  dashboard: '/',
  customers: '/customers',
  newCustomer: '/customers/new',
  customer: '/customers/$customerId',
  loans: '/loans',
  newLoan: '/loans/new',
  loan: '/loans/$loanId',
  repayments: '/repayments',
  batchRepayments: '/repayments/batch',
  overdue: '/overdue',
  due: '/due',
  classes: '/classes',
  imports: '/imports',
  import: '/imports/$importId',
  people: '/people',
  settings: '/settings',
  backup: '/backup',
  audit: '/audit',
  help: '/help',
  helpPage: '/help/$page',
  signIn: '/sign-in',
  setup: '/setup',
  password: '/password',
} as const;

/** Where to go after signing in: a path of this application, never another site. */
export function safeBackPath(back: string | undefined): string {
  if (back === undefined || !/^\/(?![/\\])/.test(back) || back.includes('\\')) return links.dashboard;
  return [links.signIn, links.setup].some((link) => back.startsWith(link)) ? links.dashboard : back;
}
