import type { listRoutes } from '@loanbook/contract/features/lists.ts';
import { serve, type Server } from '../../platform/http.ts';
import type { ListDefinition } from '../../platform/lists/list-definition.ts';
import { groupList } from '../../platform/lists/list-groups.ts';
import { queryListPage } from '../../platform/lists/list-page.ts';
import { summariseList } from '../../platform/lists/list-summary.ts';
import type { Access } from '../../platform/policy.ts';
import { serveExport } from './serve-export.ts';

type SignedInAccess = Exclude<Access, 'public'>;

/** Who may ask a list its questions; a feature's policy has these keys among its own. */
export interface ListAccess {
  readonly query: SignedInAccess;
  readonly summarise: SignedInAccess;
  readonly group: SignedInAccess;
  readonly export: SignedInAccess;
}

/** Registers a list's page, summary, groups and export: `serveList(server, loansRoutes, loansPolicy, loansList)`. */
export function serveList(server: Server, routes: ReturnType<typeof listRoutes>, access: ListAccess, list: ListDefinition): void {
  serve(server, routes.query, access.query, ({ tx, body }) => queryListPage(tx, list, body));
  serve(server, routes.summarise, access.summarise, ({ tx, body }) => summariseList(tx, list, body));
  serve(server, routes.group, access.group, ({ tx, body }) => groupList(tx, list, body));
  serveExport(server, routes.export, access.export, list);
}
