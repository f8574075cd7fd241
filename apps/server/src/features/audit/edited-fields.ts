import { sql } from 'kysely';
import type { Tx } from '../../platform/database.ts';

/** What imports note of their own changes; everything else was a person's doing. */
export const importActions = ['customer.updated_by_import', 'loan.updated_by_import'] as const;

/** Of which fields people have ever entered something, by object; with the actions, since some change more than fields say. */
export async function fieldsEnteredByPeople(tx: Tx, objectIds: readonly string[]): Promise<ReadonlyMap<string, { readonly fields: ReadonlySet<string>; readonly actions: ReadonlySet<string> }>> {
  if (objectIds.length === 0) return new Map();
  const rows = await sql<{ object_id: string; fields: string[]; actions: string[] }>`
    select object_id, array_agg(distinct field) filter (where field is not null) as fields, array_agg(distinct action) as actions
    from audit_entry left join lateral unnest(fields) as field on true
    where object_id = any(${[...objectIds]}::text[]) and action <> all(${[...importActions]}::text[]) group by object_id`.execute(tx.db);
  return new Map(rows.rows.map((row) => [row.object_id, { fields: new Set(row.fields ?? []), actions: new Set(row.actions) }]));
}

/** What people do to a record's own facts; entries of loans are events and are asked for there. */
const editActions = ['customer.changed', 'customer.merged', 'customer.merged_away', 'customer.split', 'customer.move_undone', 'customer.handed_over', 'loan.changed', 'loan.handed_over', 'loan.terms_corrected'];

export interface LaterEdit {
  readonly objectType: string;
  readonly objectId: string;
  readonly action: string;
  readonly at: string;
  readonly by: string;
}

/** Edits of any customer or loan after an import was written. */
export async function editsSinceImport(tx: Tx, importId: string): Promise<LaterEdit[]> {
  const rows = await sql<LaterEdit>`
    select object_type as "objectType", object_id as "objectId", action, to_char(at at time zone ${tx.timeZone}, 'YYYY-MM-DD HH24:MI') as at, actor_name as by from audit_entry
    where sequence > (select max(sequence) from audit_entry where object_id = ${importId}::text and action = 'import.committed') and action = any(${editActions}::text[]) and object_id is not null
    order by sequence`.execute(tx.db);
  return rows.rows;
}
