import { verifyRoutes } from '@loanbook/contract/features/verify.ts';
import { inInstitution } from '../../platform/database.ts';
import { serveWithoutTransaction, type Server } from '../../platform/http.ts';
import { verifyBook } from './verify-book.ts';
import { verifyPolicy } from './verify.policy.ts';

export function registerVerify(server: Server): void {
  serveWithoutTransaction(server, verifyRoutes.verify, verifyPolicy.verify, async ({ app, session }) => {
    const report = await verifyBook(app, session.actor);
    await inInstitution(app, session.actor, async (tx) => {
      const deviating = report.checks.filter((check) => !check.isSound).map((check) => check.name);
      tx.audit({ action: 'book.verified', objectType: 'institution', objectId: tx.institutionId, fields: deviating });
    });
    return report;
  });
}
