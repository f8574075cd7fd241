import { viewContentSchema, type SavedView } from '@loanbook/contract/features/views.ts';
import { roleSchema } from '@loanbook/contract/features/session.ts';
import { listNameSchema } from '@loanbook/contract/list-query.ts';
import type { Selectable } from 'kysely';
import type { Tx } from '../../platform/database.ts';
import type { SavedViewTable } from '../../platform/database-schema.ts';
import { failure } from '../../platform/failure.ts';
import type { SignedIn } from '../../platform/session-store.ts';

export type StoredView = Selectable<SavedViewTable>;

/** One's own and everybody's, by name. */
export async function listViews(tx: Tx, { personId }: SignedIn): Promise<SavedView[]> {
  const rows = await tx.db.selectFrom('saved_view').selectAll().where((is) => is.or([is('owner_id', '=', personId), is('is_shared', '=', true)])).orderBy('name').orderBy('view_id').execute();
  return rows.map((row) => presentView(row, personId));
}

/** Locked for a change. Another person's own view is as good as absent. Throws Failure not_found, not_allowed. */
export async function lockView(tx: Tx, { personId, rights }: SignedIn, viewId: string): Promise<StoredView> {
  const row = await tx.db.selectFrom('saved_view').selectAll().where('view_id', '=', viewId).forUpdate().executeTakeFirst();
  if (!row || (row.owner_id !== personId && !row.is_shared)) throw failure('not_found');
  if ((row.owner_id !== personId || row.is_shared) && !rights.includes('ledger.write')) throw failure('not_allowed');
  return row;
}

export function presentView(row: StoredView, personId: string): SavedView {
  const content = viewContentSchema.safeParse(row.content);
  return {
    id: row.view_id,
    list: listNameSchema.parse(row.list),
    name: row.name,
    ownerName: row.owner_name,
    isOwn: row.owner_id === personId,
    isShared: row.is_shared,
    defaultRoles: roleSchema.options.filter((role) => row.default_roles.includes(role)),
    version: row.version,
    content: content.success ? content.data : null,
  };
}
