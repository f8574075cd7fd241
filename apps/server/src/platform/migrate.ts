import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import { reasonOf, StartFailure } from './start-failure.ts';

/** One numbered SQL file; `checksum` is SHA-256 over its text with LF line ends. */
export interface Migration {
  readonly version: number;
  readonly name: string;
  readonly sql: string;
  readonly checksum: string;
}

/** Any number that no other program uses as its advisory lock on the same database. */
const migrationLock = 7_305_418_264;

const migrationTable = `
  create table if not exists schema_migration (
    version integer primary key check (version > 0),
    name text not null,
    checksum text not null,
    applied_at timestamptz not null default now()
  )`;

/** The migrations of a folder in order; throws when a number is missing, doubled or misspelt. */
export function readMigrations(folder: string): Migration[] {
  const files = readdirSync(folder).filter((file) => file.endsWith('.sql')).toSorted();
  return files.map((file, index) => {
    const match = /^(\d{4})_([a-z][a-z0-9_]*)\.sql$/.exec(file);
    if (!match || Number(match[1]) !== index + 1) {
      throw new Error(`${file}: migrations are named NNNN_<feature>[_<what>].sql and numbered without gaps; expected ${String(index + 1).padStart(4, '0')}_…`);
    }
    // A checkout on Windows may have CRLF; the checksum must not depend on it.
    const sql = readFileSync(path.join(folder, file), 'utf8').replaceAll('\r\n', '\n');
    return { version: index + 1, name: file.slice(5, -4), sql, checksum: createHash('sha256').update(sql).digest('hex') };
  });
}

/**
 * Brings the database to the newest migration, as the owner. Several servers may call it at once: an advisory lock
 * lets one work while the others wait and then find nothing to do.
 * Returns the names it applied. Throws StartFailure: schema-newer, migration-changed, migration-failed.
 */
export async function migrate(ownerUrl: string, migrations: readonly Migration[], onApply: (migration: Migration) => void = () => undefined): Promise<string[]> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query('set client_min_messages = warning; set search_path = public');
    await client.query('select pg_advisory_lock($1)', [migrationLock]);
    await client.query(migrationTable);
    await client.query('grant select on schema_migration to loanbook_app');
    const applied = await readApplied(client);
    refuseForeignHistory(migrations, applied);
    const pending = migrations.filter((migration) => !applied.has(migration.version));
    for (const migration of pending) {
      onApply(migration);
      await applyOne(client, migration);
    }
    return pending.map((migration) => migration.name);
  } finally {
    // Closing the connection also lets the advisory lock go.
    await client.end();
  }
}

async function readApplied(client: pg.Client): Promise<Map<number, { name: string; checksum: string }>> {
  const answer = await client.query<{ version: number; name: string; checksum: string }>('select version, name, checksum from schema_migration order by version');
  return new Map(answer.rows.map((row) => [row.version, { name: row.name, checksum: row.checksum }]));
}

function refuseForeignHistory(migrations: readonly Migration[], applied: ReadonlyMap<number, { name: string; checksum: string }>): void {
  for (const [version, record] of applied) {
    const migration = migrations[version - 1];
    if (!migration) throw new StartFailure('schema-newer', { reason: `${String(version).padStart(4, '0')}_${record.name}` });
    if (migration.checksum !== record.checksum) throw new StartFailure('migration-changed', { reason: `${String(version).padStart(4, '0')}_${migration.name}.sql` });
  }
}

async function applyOne(client: pg.Client, migration: Migration): Promise<void> {
  try {
    await client.query('begin');
    await client.query(migration.sql);
    await client.query('insert into schema_migration (version, name, checksum) values ($1, $2, $3)', [migration.version, migration.name, migration.checksum]);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    throw new StartFailure('migration-failed', { reason: `${String(migration.version).padStart(4, '0')}_${migration.name}.sql: ${reasonOf(error)}` }, error);
  }
}
