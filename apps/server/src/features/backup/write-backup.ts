import { Readable } from 'node:stream';
import { createGzip } from 'node:zlib';
import type pg from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { type BackupTable, columnList, listBackupTables, quoteName } from './backup-tables.ts';
import { SealFrames } from './sealed-frames.ts';

/** First line of a backup's content. */
export interface BackupHeader {
  readonly format: 'loanbook-backup';
  readonly schemaVersion: number;
  readonly createdAt: string;
}

/** One table follows: COPY text lines up to a line of `\.`. */
export interface TableHeader {
  readonly table: string;
  readonly columns: readonly string[];
}

export interface BackupEnd {
  readonly end: true;
  readonly rows: Readonly<Record<string, number>>;
}

/**
 * A sealed, compressed copy of every row the connection may see: as owner the whole database, as the app's role inside the wall
 * one institution. The connection stands in a REPEATABLE READ transaction, so people go on working, and the caller keeps it open
 * until the stream has ended; a stream destroyed before leaves a COPY under way on it.
 */
export function writeBackup(client: pg.ClientBase, masterKey: Buffer, createdAt: Date): Readable {
  const plain = Readable.from(backupLines(client, createdAt), { objectMode: false });
  const gzip = createGzip({ level: 6 });
  const sealed = new SealFrames(masterKey);
  plain.on('error', (error) => gzip.destroy(error));
  gzip.on('error', (error) => sealed.destroy(error));
  sealed.once('close', () => {
    gzip.destroy();
    plain.destroy();
  });
  return plain.pipe(gzip).pipe(sealed);
}

async function* backupLines(client: pg.ClientBase, createdAt: Date): AsyncGenerator<Buffer> {
  // Text as every server version reads it back, whatever this server's settings are.
  await client.query("set local datestyle = 'ISO, YMD'; set local bytea_output = 'hex'; set local timezone = 'UTC'; set local extra_float_digits = 1");
  const version = await client.query<{ version: number }>('select max(version)::integer as version from schema_migration');
  yield line({ format: 'loanbook-backup', schemaVersion: version.rows[0]?.version ?? 0, createdAt: createdAt.toISOString() } satisfies BackupHeader);
  const rows: Record<string, number> = {};
  for (const table of await listBackupTables(client)) {
    yield line({ table: table.name, columns: table.columns } satisfies TableHeader);
    rows[table.name] = yield* tableRows(client, table);
    yield Buffer.from('\\.\n');
  }
  yield line({ end: true, rows } satisfies BackupEnd);
}

async function* tableRows(client: pg.ClientBase, table: BackupTable): AsyncGenerator<Buffer, number> {
  return yield* countLines(client.query(copyTo(`copy (select ${columnList(table)} from ${quoteName(table.name)}) to stdout`)));
}

/**
 * Passes the chunks on and returns how many lines they hold. COPY text ends every row, and nothing else, with a line feed;
 * the database's own count may arrive only after the stream has ended, and was then stated as 0.
 */
export async function* countLines(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer, number> {
  let lines = 0;
  for await (const chunk of chunks) {
    for (let at = chunk.indexOf(0x0a); at >= 0; at = chunk.indexOf(0x0a, at + 1)) lines += 1;
    yield chunk;
  }
  return lines;
}

function line(value: BackupHeader | TableHeader | BackupEnd): Buffer {
  return Buffer.from(`${JSON.stringify(value)}\n`);
}
