import type { Readable } from 'node:stream';
import { once } from 'node:events';
import { createGunzip } from 'node:zlib';
import type pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { z } from 'zod';
import { rewrapKey, type WrappedKey } from '../../platform/keyring.ts';
import { listBackupTables, quoteName } from './backup-tables.ts';
import { BackupFileError, OpenFrames } from './sealed-frames.ts';

const headerSchema = z.object({ format: z.literal('loanbook-backup'), schemaVersion: z.int().positive(), createdAt: z.string() });
const tableSchema = z.object({ table: z.string(), columns: z.array(z.string()).min(1) });
const endSchema = z.object({ end: z.literal(true), rows: z.record(z.string(), z.int()) });

export interface RestoreResult {
  readonly createdAt: string;
  readonly rows: Readonly<Record<string, number>>;
}

/** The database already holds a book: restoring over it would mix two. */
export class DatabaseNotEmptyError extends Error {}

/** What brings an empty database to the backup's schema version, and afterwards to the program's own. */
export interface SchemaSteps {
  readonly newestVersion: number;
  /** Makes the database anew at an older version. */
  startAt(version: number): Promise<void>;
  migrateToNewest(): Promise<void>;
}

/**
 * Fills an empty database from a backup, in one transaction, as the owner. Row counts are held against those the backup
 * states at its end. `masterKey` is the key of the installation that made the backup, `ownMasterKey` this one's. Throws BackupFileError or DatabaseNotEmptyError; then nothing has been written.
 */
export async function restoreBackup(client: pg.ClientBase, backup: Readable, masterKey: Buffer, ownMasterKey: Buffer, schema: SchemaSteps): Promise<RestoreResult> {
  const lines = new LineReader(contentOf(backup, masterKey));
  const header = headerSchema.parse(JSON.parse(await lines.nextText()));
  if (header.schemaVersion > schema.newestVersion) throw new BackupFileError('newer_format');
  const present = await client.query('select 1 from institution limit 1');
  if ((present.rowCount ?? 0) > 0) throw new DatabaseNotEmptyError('the database holds a book already');
  if (header.schemaVersion < schema.newestVersion) await schema.startAt(header.schemaVersion);
  await client.query('begin');
  try {
    await client.query("set local datestyle = 'ISO, YMD'; set local timezone = 'UTC'");
    const rows = await restoreTables(client, lines);
    await rewrapDataKeys(client, masterKey, ownMasterKey);
    await client.query('commit');
    await client.query('analyze');
    await schema.migrateToNewest();
    return { createdAt: header.createdAt, rows };
  } catch (error) {
    await client.query('rollback');
    throw error;
  }
}

/** Every installation wraps with its own master key; the sealed fields themselves stay as they are. */
async function rewrapDataKeys(client: pg.ClientBase, from: Buffer, to: Buffer): Promise<void> {
  const keys = await client.query<WrappedKey & { institution_id: string }>('select institution_id, key_id, purpose, wrapped from data_key');
  for (const key of keys.rows) {
    const wrapped = rewrapKey(key, { masterKey: from, institutionId: key.institution_id }, { masterKey: to, institutionId: key.institution_id });
    await client.query('update data_key set wrapped = $1 where institution_id = $2 and key_id = $3 and purpose = $4', [wrapped, key.institution_id, key.key_id, key.purpose]);
  }
}

function contentOf(backup: Readable, masterKey: Buffer): Readable {
  const frames = new OpenFrames(masterKey);
  const gunzip = createGunzip();
  backup.on('error', (error) => frames.destroy(error));
  frames.on('error', (error) => gunzip.destroy(error));
  return backup.pipe(frames).pipe(gunzip);
}

async function restoreTables(client: pg.ClientBase, lines: LineReader): Promise<Record<string, number>> {
  const known = new Map((await listBackupTables(client)).map((table) => [table.name, table]));
  const restored: Record<string, number> = {};
  for (;;) {
    const entry: unknown = JSON.parse(await lines.nextText());
    const end = endSchema.safeParse(entry);
    if (end.success) return holdAgainst(end.data.rows, restored);
    const { table, columns } = tableSchema.parse(entry);
    const target = known.get(table);
    if (!target || columns.some((column) => !target.columns.includes(column))) throw new BackupFileError('newer_format');
    restored[table] = await restoreTable(client, table, columns, lines);
  }
}

function holdAgainst(stated: Readonly<Record<string, number>>, restored: Record<string, number>): Record<string, number> {
  const differs = Object.entries(stated).some(([table, count]) => restored[table] !== count);
  if (differs) throw new BackupFileError('cut_off');
  return restored;
}

/** Through a temporary table: COPY straight into a table under row-level security is refused to an owner who is no superuser. */
async function restoreTable(client: pg.ClientBase, table: string, columns: readonly string[], lines: LineReader): Promise<number> {
  const list = columns.map(quoteName).join(', ');
  await client.query(`create temporary table restoring on commit drop as select ${list} from ${quoteName(table)} with no data`);
  const copy = client.query(copyFrom(`copy restoring (${list}) from stdin`));
  // A failing COPY reports when it is ended; until then an unheard error event would end the process.
  const finished = once(copy, 'finish');
  finished.catch(() => undefined);
  for await (const block of lines.blocks()) if (!copy.write(block)) await Promise.race([once(copy, 'drain'), finished]);
  copy.end();
  await finished;
  const inserted = await client.query(`insert into ${quoteName(table)} (${list}) select ${list} from restoring`);
  await client.query('drop table restoring');
  return inserted.rowCount ?? 0;
}

const blockLength = 1 << 16;

/** Lines of a byte stream, each with its line end. */
class LineReader {
  readonly #chunks: AsyncIterator<Buffer>;
  #rest: Buffer = Buffer.alloc(0);

  constructor(content: Readable) {
    this.#chunks = content[Symbol.asyncIterator]();
  }

  async next(): Promise<Buffer> {
    for (;;) {
      const end = this.#rest.indexOf(0x0a);
      if (end >= 0) {
        const row = this.#rest.subarray(0, end + 1);
        this.#rest = this.#rest.subarray(end + 1);
        return row;
      }
      const chunk = await this.#chunks.next();
      if (chunk.done === true) throw new BackupFileError('cut_off');
      this.#rest = this.#rest.length === 0 ? chunk.value : Buffer.concat([this.#rest, chunk.value]);
    }
  }

  /** The lines up to the one that ends a table, in blocks of some size. */
  async *blocks(): AsyncGenerator<Buffer> {
    let block: Buffer[] = [];
    let length = 0;
    for (;;) {
      const row = await this.next();
      const isEnd = row.length === 3 && row[0] === 0x5c && row[1] === 0x2e;
      if (!isEnd) {
        block.push(row);
        length += row.length;
      }
      if (length >= blockLength || (isEnd && length > 0)) {
        yield Buffer.concat(block, length);
        block = [];
        length = 0;
      }
      if (isEnd) return;
    }
  }

  async nextText(): Promise<string> {
    return (await this.next()).toString('utf8');
  }
}
