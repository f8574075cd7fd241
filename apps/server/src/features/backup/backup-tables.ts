import type pg from 'pg';

/** A table of the book with its columns in order. */
export interface BackupTable {
  readonly name: string;
  readonly columns: readonly string[];
}

/** Sessions die with the server they were opened on; the migrations' own record is made by the restoring program. */
const leftOut = ['person_session', 'schema_migration'];

interface ColumnRow {
  readonly table_name: string;
  readonly column_name: string;
}

interface ReferenceRow {
  readonly from_table: string;
  readonly to_table: string;
}

/** Every table of the book, a table always after those it refers to. */
export async function listBackupTables(client: pg.ClientBase): Promise<BackupTable[]> {
  const columns = await client.query<ColumnRow>(
    `select c.relname as table_name, a.attname as column_name
     from pg_class c join pg_attribute a on a.attrelid = c.oid
     where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and a.attnum > 0 and not a.attisdropped and a.attgenerated = '' and c.relname <> all ($1)
     order by c.relname, a.attnum`,
    [leftOut],
  );
  const references = await client.query<ReferenceRow>(
    `select conrelid::regclass::text as from_table, confrelid::regclass::text as to_table from pg_constraint
     where contype = 'f' and conrelid <> confrelid and connamespace = 'public'::regnamespace`,
  );
  const byTable = new Map<string, string[]>();
  for (const row of columns.rows) byTable.set(row.table_name, [...(byTable.get(row.table_name) ?? []), row.column_name]);
  return inReferenceOrder([...byTable.keys()], references.rows).map((name) => ({ name, columns: byTable.get(name) ?? [] }));
}

function inReferenceOrder(names: readonly string[], references: readonly ReferenceRow[]): string[] {
  const ordered: string[] = [];
  const remaining = new Set(names);
  while (remaining.size > 0) {
    const ready = [...remaining].filter((name) => !references.some((reference) => reference.from_table === name && remaining.has(reference.to_table)));
    if (ready.length === 0) throw new Error(`foreign keys form a circle among ${[...remaining].join(', ')}`);
    for (const name of ready) {
      ordered.push(name);
      remaining.delete(name);
    }
  }
  return ordered;
}

export function quoteName(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

export function columnList(table: BackupTable): string {
  return table.columns.map(quoteName).join(', ');
}
