import type { AuditEntry, auditRoutes } from '@loanbook/contract/features/audit.ts';
import type { BodyOf, ReplyOf } from '@loanbook/contract/route.ts';
import type { Tx } from '../../platform/database.ts';

/** Newest first; `before` is the sequence number that the page before ended with. */
export async function readAuditEntries(tx: Tx, query: BodyOf<typeof auditRoutes.list>): Promise<ReplyOf<typeof auditRoutes.list>> {
  let entries = tx.db
    .selectFrom('audit_entry')
    .select(['sequence', 'at', 'actor_name', 'action', 'object_type', 'object_id', 'fields', 'reason'])
    .where('institution_id', '=', tx.institutionId)
    .orderBy('sequence', 'desc')
    .limit(query.limit + 1);
  if (query.before !== undefined) entries = entries.where('sequence', '<', query.before);
  if (query.objectId !== undefined) entries = entries.where('object_id', '=', query.objectId);
  const rows = await entries.execute();
  const page = rows.slice(0, query.limit).map((row): AuditEntry => ({
    sequence: row.sequence, at: row.at, actor: row.actor_name, action: row.action, objectType: row.object_type, objectId: row.object_id, fields: row.fields, reason: row.reason,
  }));
  return { entries: page, next: rows.length > query.limit ? (page.at(-1)?.sequence ?? null) : null };
}
