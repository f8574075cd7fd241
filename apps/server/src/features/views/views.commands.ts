import type { viewsRoutes, SavedView, ViewContent } from '@loanbook/contract/features/views.ts';
import { ledgerLists, type ListName } from '@loanbook/contract/fields/ledger-lists.ts';
import type { BodyOf } from '@loanbook/contract/route.ts';
import { sql } from 'kysely';
import { changedMeanwhile } from '../../platform/changed-meanwhile.ts';
import { isUniqueViolation, type Tx } from '../../platform/database.ts';
import { failure } from '../../platform/failure.ts';
import { newId } from '../../platform/ids.ts';
import type { SignedIn } from '../../platform/session-store.ts';
import { lockView, presentView, type StoredView } from './views.queries.ts';

/** More than anybody keeps apart; a bound all the same. */
const mostViewsOfPerson = 200;

/** @throws Failure view_name_taken, too_many_views, unknown_field, field_not_filterable */
export async function saveView(tx: Tx, session: SignedIn, { list, name, content }: BodyOf<typeof viewsRoutes.save>): Promise<SavedView> {
  refusePersonalData(list, content);
  const { count } = await tx.db.selectFrom('saved_view').select((row) => row.fn.countAll<number>().as('count')).where('owner_id', '=', session.personId).executeTakeFirstOrThrow();
  if (count >= mostViewsOfPerson) throw failure('too_many_views', { most: mostViewsOfPerson });
  const values = { institution_id: tx.institutionId, view_id: newId(), list, name, owner_id: session.personId, owner_name: session.displayName, content: JSON.stringify(content), updated_by: session.displayName };
  const row = await refusingTakenName(name, tx.db.insertInto('saved_view').values(values).returningAll().executeTakeFirstOrThrow());
  tx.audit({ action: 'saved_view.created', objectType: 'saved_view', objectId: row.view_id, fields: [list] });
  return presentView(row, session.personId);
}

/** @throws Failure not_found, not_allowed, changed_meanwhile, view_name_taken, unknown_field, field_not_filterable */
export async function changeView(tx: Tx, session: SignedIn, viewId: string, { version, name, content }: BodyOf<typeof viewsRoutes.change>): Promise<SavedView> {
  const before = await lockVersion(tx, session, viewId, version);
  const list = presentView(before, session.personId).list;
  if (content) refusePersonalData(list, content);
  const row = await refusingTakenName(name ?? before.name, tx.db.updateTable('saved_view').set({ ...(name !== undefined && { name }), ...(content && { content: JSON.stringify(content) }), ...changeMark(tx, session, version) }).where('view_id', '=', viewId).returningAll().executeTakeFirstOrThrow());
  tx.audit({ action: 'saved_view.changed', objectType: 'saved_view', objectId: viewId, fields: [list, ...(name === undefined ? [] : ['name']), ...(content ? ['content'] : [])] });
  return presentView(row, session.personId);
}

/**
 * A list has one default for each role: the last one said. What is shared no more is nobody's default.
 * @throws Failure not_found, not_allowed, changed_meanwhile
 */
export async function shareView(tx: Tx, session: SignedIn, viewId: string, { version, isShared, defaultRoles }: BodyOf<typeof viewsRoutes.share>): Promise<SavedView> {
  const before = await lockVersion(tx, session, viewId, version);
  const default_roles = isShared ? defaultRoles : [];
  for (const role of default_roles) {
    await tx.db.updateTable('saved_view').set({ default_roles: sql`array_remove(default_roles, ${role})` }).where('list', '=', before.list).where('view_id', '!=', viewId).where(sql<boolean>`${role} = any(default_roles)`).execute();
  }
  const row = await tx.db.updateTable('saved_view').set({ is_shared: isShared, default_roles, ...changeMark(tx, session, version) }).where('view_id', '=', viewId).returningAll().executeTakeFirstOrThrow();
  tx.audit({ action: isShared ? 'saved_view.shared' : 'saved_view.unshared', objectType: 'saved_view', objectId: viewId, fields: [before.list, ...default_roles] });
  return presentView(row, session.personId);
}

/** @throws Failure not_found, not_allowed */
export async function deleteView(tx: Tx, session: SignedIn, viewId: string): Promise<void> {
  const { list } = await lockView(tx, session, viewId);
  await tx.db.deleteFrom('saved_view').where('view_id', '=', viewId).execute();
  tx.audit({ action: 'saved_view.deleted', objectType: 'saved_view', objectId: viewId, fields: [list] });
}

async function lockVersion(tx: Tx, session: SignedIn, viewId: string, version: number): Promise<StoredView> {
  const row = await lockView(tx, session, viewId);
  if (row.version !== version) throw changedMeanwhile(tx, row.updated_by, row.updated_at);
  return row;
}

function changeMark(tx: Tx, session: SignedIn, version: number) {
  return { version: version + 1, updated_at: tx.now.toISOString(), updated_by: session.displayName };
}

/** A view is no place for names and numbers: it is stored in clear and seen by others. */
function refusePersonalData(list: ListName, content: ViewContent): void {
  for (const { key } of content.filters) {
    const field = ledgerLists[list].fields.find((candidate) => candidate.key === key);
    if (!field) throw failure('unknown_field', { field: key });
    if (field.sensitivity === 'C2' && (field.type === 'text' || field.type === 'code')) throw failure('view_with_personal_data', { field: key });
  }
}

async function refusingTakenName<Row>(name: string, write: Promise<Row>): Promise<Row> {
  try {
    return await write;
  } catch (error) {
    if (isUniqueViolation(error, 'saved_view_name')) throw failure('view_name_taken', { name });
    throw error;
  }
}
