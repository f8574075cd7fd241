import type { Session } from '@loanbook/contract/features/session.ts';
import type { QueryClient } from '@tanstack/react-query';
import { createRootRouteWithContext, createRoute, createRouter, lazyRouteComponent, Outlet, redirect } from '@tanstack/react-router';
import { links } from '../platform/links.ts';
import { listSearchSchema } from '../platform/list-search.ts';
import { loadSession } from '../platform/session.ts';
import { BareLayout } from './layout/bare-layout.tsx';
import { guarded } from './layout/guarded.tsx';
import { MissingPage } from './layout/missing-page.tsx';
import { OpenLayout } from './layout/open-layout.tsx';
import { PageFailure } from './layout/page-failure.tsx';
import { PagePending } from './layout/page-pending.tsx';
import { ShellSearch } from './layout/shell-search.tsx';
import { Shell } from './layout/shell.tsx';
import { auditSearchSchema, batchSearchSchema, helpSearchSchema, newLoanSearchSchema, signInSearchSchema } from './search-schemas.ts';

const rootRoute = createRootRouteWithContext<{ queryClient: QueryClient }>()({ component: Outlet });

const signedIn = createRoute({
  getParentRoute: () => rootRoute,
  id: 'signed-in',
  beforeLoad: async ({ context, location }) => {
    const session = await requireSession(context.queryClient, location.href);
    if (session.user.mustChangePassword) throw redirect({ to: links.password });
  },
  component: () => <Shell search={<ShellSearch />} />,
});
// For everybody: inside the shell where somebody is signed in, in the plain frame where nobody is.
const open = createRoute({
  getParentRoute: () => rootRoute,
  id: 'open',
  beforeLoad: ({ context }) => loadSession(context.queryClient).then(() => undefined),
  component: () => <OpenLayout search={<ShellSearch />} />,
});
const bare = createRoute({ getParentRoute: () => rootRoute, id: 'bare', component: BareLayout });

const page = <const Path extends string>(path: Path) => ({ getParentRoute: () => signedIn, path }) as const;
const listPage = <const Path extends string>(path: Path) => ({ ...page(path), validateSearch: listSearchSchema }) as const;

const signedInPages = [
  createRoute({ ...page(links.dashboard), component: lazyRouteComponent(() => import('../features/dashboard/dashboard-page.tsx'), 'DashboardPage') }),
  createRoute({ ...listPage(links.customers), component: lazyRouteComponent(() => import('../features/customers/customers-page.tsx'), 'CustomersPage') }),
  createRoute({ ...page(links.newCustomer), component: guarded(lazyRouteComponent(() => import('../features/customers/new-customer-page.tsx'), 'NewCustomerPage'), 'ledger.write') }),
  createRoute({ ...page(links.customer), component: lazyRouteComponent(() => import('../features/customers/customer-page.tsx'), 'CustomerPage') }),
  createRoute({ ...listPage(links.loans), component: lazyRouteComponent(() => import('../features/loans/loans-page.tsx'), 'LoansPage') }),
  createRoute({ ...page(links.newLoan), validateSearch: newLoanSearchSchema, component: guarded(lazyRouteComponent(() => import('../features/loans/new-loan-page.tsx'), 'NewLoanPage'), 'ledger.write') }),
  createRoute({ ...page(links.loan), component: lazyRouteComponent(() => import('../features/loans/loan-page.tsx'), 'LoanPage') }),
  createRoute({ ...listPage(links.repayments), component: lazyRouteComponent(() => import('../features/repayments/repayments-page.tsx'), 'RepaymentsPage') }),
  createRoute({ ...page(links.batchRepayments), validateSearch: batchSearchSchema, component: guarded(lazyRouteComponent(() => import('../features/repayments/batch-repayments-page.tsx'), 'BatchRepaymentsPage'), 'ledger.write') }),
  createRoute({ ...listPage(links.overdue), component: lazyRouteComponent(() => import('../features/overdue/overdue-page.tsx'), 'OverduePage') }),
  createRoute({ ...listPage(links.due), component: lazyRouteComponent(() => import('../features/installments/due-page.tsx'), 'DuePage') }),
  createRoute({ ...page(links.classes), component: lazyRouteComponent(() => import('../features/classes/classes-page.tsx'), 'ClassesPage') }),
  createRoute({ ...page(links.imports), component: lazyRouteComponent(() => import('../features/imports/imports-page.tsx'), 'ImportsPage') }),
  createRoute({ ...page(links.import), component: lazyRouteComponent(() => import('../features/imports/import-page.tsx'), 'ImportPage') }),
  createRoute({ ...page(links.people), component: guarded(lazyRouteComponent(() => import('../features/people/people-page.tsx'), 'PeoplePage'), 'people.manage') }),
  createRoute({ ...page(links.settings), component: guarded(lazyRouteComponent(() => import('../features/settings/settings-page.tsx'), 'SettingsPage'), 'settings.manage') }),
  createRoute({ ...page(links.backup), component: guarded(lazyRouteComponent(() => import('../features/backup/backup-page.tsx'), 'BackupPage'), 'backup') }),
  createRoute({ ...page(links.audit), validateSearch: auditSearchSchema, component: lazyRouteComponent(() => import('../features/audit/audit-page.tsx'), 'AuditPage') }),
  // Any other address: said inside the shell, so that the way on is at hand.
  createRoute({ ...page('$'), component: MissingPage }),
] as const;

const barePages = [
  createRoute({ getParentRoute: () => bare, path: links.signIn, validateSearch: signInSearchSchema, component: lazyRouteComponent(() => import('../features/session/sign-in-page.tsx'), 'SignInPage') }),
  createRoute({ getParentRoute: () => bare, path: links.setup, component: lazyRouteComponent(() => import('../features/session/setup-page.tsx'), 'SetupPage') }),
  createRoute({ getParentRoute: () => bare, path: links.password, beforeLoad: ({ context }) => requireSession(context.queryClient, links.password).then(() => undefined), component: lazyRouteComponent(() => import('../features/session/password-page.tsx'), 'PasswordPage') }),
] as const;

const openPages = [
  createRoute({ getParentRoute: () => open, path: links.help, validateSearch: helpSearchSchema, component: lazyRouteComponent(() => import('../features/help/help-page.tsx'), 'HelpPage') }),
  createRoute({ getParentRoute: () => open, path: links.helpPage, validateSearch: helpSearchSchema, component: lazyRouteComponent(() => import('../features/help/help-page.tsx'), 'HelpPage') }),
] as const;

const routeTree = rootRoute.addChildren([signedIn.addChildren(signedInPages), open.addChildren(openPages), bare.addChildren(barePages)]);

async function requireSession(queryClient: QueryClient, back: string): Promise<Session> {
  const session = await loadSession(queryClient);
  if (session === null) throw redirect({ to: links.signIn, search: back === links.dashboard ? {} : { back } });
  return session;
}

export function newRouter(queryClient: QueryClient) {
  return createRouter({
    routeTree,
    context: { queryClient },
    defaultPendingComponent: PagePending,
    defaultErrorComponent: PageFailure,
    defaultNotFoundComponent: MissingPage,
    defaultPendingMs: 250,
    defaultPreload: 'intent',
    scrollRestoration: true,
  });
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof newRouter>;
  }
}
