import { auditRoutes } from '@loanbook/contract/features/audit.ts';
import { serve, type Server } from '../../platform/http.ts';
import { auditPolicy } from './audit.policy.ts';
import { readAuditEntries } from './audit.queries.ts';

/** Who did what, when and why. */
export function registerAudit(server: Server): void {
  serve(server, auditRoutes.list, auditPolicy.list, ({ tx, body }) => readAuditEntries(tx, body));
}
