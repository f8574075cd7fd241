/*
 * How a feature is written (folder src/features/<feature>/, the same word on the web, in the contract and in SQL):
 *
 *   <feature>.policy.ts    export const peoplePolicy = { listPeople: { right: 'people.manage' }, … }
 *                            as const satisfies FeaturePolicy<typeof peopleRoutes>;   // a missing route does not compile
 *   <feature>.routes.ts    export function registerPeople(server: Server): void {
 *                            serve(server, peopleRoutes.addPerson, peoplePolicy.addPerson, ({ tx, body }) => addPerson(tx, body));
 *                          }
 *   <feature>.commands.ts  export async function addPerson(tx: Tx, input: NewPerson): Promise<…>   one verb each; tx.audit({ … })
 *   <feature>.queries.ts   all SQL that only reads
 *
 * `serve` has done rate limit, session, parsing, right, transaction and idempotency before the handler runs; expected
 * failures are `throw failure('code', details)` with a code of the contract's error table. SQL goes through tx.db
 * (Kysely) and sees one institution only; inserts name institution_id: tx.institutionId. Every change is audited.
 * Files are answered with fileReply(); uploads and streams use serveWithoutTransaction and inInstitution.
 * Tests start with startTestApp() of test/app-fixture.ts.
 */
import type { FastifyInstance } from 'fastify';
import { registerAudit } from './features/audit/audit.routes.ts';
import { registerBackup } from './features/backup/backup.routes.ts';
import { registerCells } from './features/cells/cells.routes.ts';
import { registerClasses } from './features/classes/classes.routes.ts';
import { registerCustomers } from './features/customers/customers.routes.ts';
import { registerDashboard } from './features/dashboard/dashboard.routes.ts';
import { registerEvents } from './features/events/events.routes.ts';
import { registerImports } from './features/imports/imports.routes.ts';
import { registerInstallments } from './features/installments/installments.routes.ts';
import { registerLoans } from './features/loans/loans.routes.ts';
import { registerMerges } from './features/merges/merges.routes.ts';
import { registerOverdue } from './features/overdue/overdue.routes.ts';
import { registerPapers } from './features/papers/papers.routes.ts';
import { registerPeople } from './features/people/people.routes.ts';
import { registerRepayments } from './features/repayments/repayments.routes.ts';
import { registerSearch } from './features/search/search.routes.ts';
import { registerSession } from './features/session/session.routes.ts';
import { createSetupLink } from './features/session/setup-link.ts';
import { registerSettings } from './features/settings/settings.routes.ts';
import { registerVerify } from './features/verify/verify.routes.ts';
import { registerViews } from './features/views/views.routes.ts';
import type { AppContext } from './platform/app-context.ts';
import { registerHealth } from './platform/health.ts';
import type { Server } from './platform/http.ts';
import { createWebServer } from './platform/web-server.ts';

export type Feature = (server: Server) => void;

const features: readonly Feature[] = [
  registerHealth,
  registerSession,
  registerSearch,
  registerPeople,
  registerSettings,
  registerAudit,
  registerCustomers,
  registerOverdue,
  registerInstallments,
  registerCells,
  registerDashboard,
  registerImports,
  registerBackup,
  registerLoans,
  registerRepayments,
  registerPapers,
  registerClasses,
  registerEvents,
  registerMerges,
  registerVerify,
  registerViews,
];

export interface LoanbookApp {
  readonly fastify: FastifyInstance;
  readonly routes: Server['routes'];
  /** The one-time link of the first run, null once an institution exists; each call ends the link before. */
  createSetupLink(): Promise<string | null>;
}

/** Builds the server without listening. Close it with `fastify.close()`; the pool belongs to the caller. */
export async function createApp(context: AppContext, registered: readonly Feature[] = features): Promise<LoanbookApp> {
  const server: Server = { app: context, fastify: await createWebServer(context), routes: [] };
  for (const register of registered) register(server);
  await server.fastify.ready();
  return { fastify: server.fastify, routes: server.routes, createSetupLink: () => createSetupLink(context) };
}
