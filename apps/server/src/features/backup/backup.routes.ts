import { backupRoutes } from '@loanbook/contract/features/backup.ts';
import { inInstitution } from '../../platform/database.ts';
import { fileReply } from '../../platform/file-reply.ts';
import { serveWithoutTransaction, type Server } from '../../platform/http.ts';
import { openSnapshot } from '../../platform/snapshot.ts';
import { backupPolicy } from './backup.policy.ts';
import { writeBackup } from './write-backup.ts';

export function registerBackup(server: Server): void {
  serveWithoutTransaction(server, backupRoutes.download, backupPolicy.download, async ({ app, session }) => {
    const { institutionId } = session.actor;
    await inInstitution(app, session.actor, async (tx) => {
      tx.audit({ action: 'backup.downloaded', objectType: 'institution', objectId: institutionId });
    });
    const snapshot = await openSnapshot(app, institutionId);
    const backup = writeBackup(snapshot.client, app.masterKey, app.now());
    backup.once('close', () => {
      if (backup.readableEnded) void snapshot.close();
      // The browser went away in the middle.
      else snapshot.abandon();
    });
    return fileReply(backupFileName(app.now(), session.timeZone), 'application/octet-stream', backup);
  });
}

/** loanbook-20260316-120000.backup, by the clock on the lender's wall. */
function backupFileName(now: Date, timeZone: string): string {
  // sv-SE writes ISO dates.
  const local = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' }).format(now);
  return `loanbook-${local.replace(/[-:]/g, '').replace(' ', '-')}.backup`;
}
