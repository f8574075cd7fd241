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
