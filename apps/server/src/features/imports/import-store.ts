import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import type { CivilDate } from '@loanbook/engine/civil-date.ts';
import type { LedgerReading } from '@loanbook/ledger-reader/ledger-reading.ts';
import type { Import } from '@loanbook/contract/features/imports.ts';
import type { AppContext } from '../../platform/app-context.ts';
import type { Tx } from '../../platform/database.ts';
import { failure } from '../../platform/failure.ts';
import { sealerOf, type Sealer } from '../../platform/sealing.ts';
import { maskedSamples } from './mask-reading.ts';

const compress = promisify(gzip);
const expand = promisify(gunzip);

export type ImportState = Import['state'];
export type ImportProgress = Import['progress'];

export interface UploadedFile {
  readonly name: string;
  readonly bytes: Buffer;
}

export async function insertImport(tx: Tx, importId: string, files: readonly UploadedFile[]): Promise<void> {
  const sealer = await sealerOf(tx);
  await tx.db.insertInto('import_batch').values({ institution_id: tx.institutionId, import_id: importId, state: 'reading', created_by: tx.actor.name }).execute();
  for (const [number, file] of files.entries()) {
    const sealed = sealer.sealBytes('import_file', 'content', `${importId}:${number}`, file.bytes);
    await tx.db.insertInto('import_file').values({ institution_id: tx.institutionId, import_id: importId, number, name: file.name, size_bytes: file.bytes.length, content_sealed: sealed }).execute();
  }
}

/** The uploaded bytes; empty once the import has ended. */
export async function readFiles(tx: Tx, importId: string): Promise<UploadedFile[]> {
  const sealer = await sealerOf(tx);
  const rows = await tx.db.selectFrom('import_file').select(['number', 'name', 'content_sealed']).where('import_id', '=', importId).orderBy('number').execute();
  return rows.flatMap((row) => (row.content_sealed === null ? [] : [{ name: row.name, bytes: sealer.openBytes('import_file', 'content', `${importId}:${row.number}`, row.content_sealed) }]));
}

/** True when the book has taken over a ledger of a later day. */
export async function isOlderLedger(tx: Tx, importId: string, { asOf, isAsOfStated }: { readonly asOf: CivilDate; readonly isAsOfStated: boolean }): Promise<boolean> {
  if (!isAsOfStated) return false;
  const later = await tx.db.selectFrom('import_batch').select('import_id').where('state', '=', 'committed').where('import_id', '<>', importId).where('as_of', '>', asOf).limit(1).executeTakeFirst();
  return later !== undefined;
}

export async function forgetFiles(tx: Tx, importId: string): Promise<void> {
  await tx.db.updateTable('import_file').set({ content_sealed: null }).where('import_id', '=', importId).execute();
}

/** Moves the import on; Failure `import_state_changed` when it is no longer in one of the states `from`. */
export async function changeState(tx: Tx, importId: string, from: readonly ImportState[], to: ImportState): Promise<void> {
  const changed = await tx.db.updateTable('import_batch').set({ state: to, failure: null, updated_at: tx.now.toISOString() })
    .where('import_id', '=', importId).where('state', 'in', [...from]).executeTakeFirst();
  if (changed.numUpdatedRows === 1n) return;
  const row = await tx.db.selectFrom('import_batch').select('state').where('import_id', '=', importId).executeTakeFirst();
  throw row ? failure('import_state_changed', { state: row.state }) : failure('not_found');
}

export async function storeReading(tx: Tx, importId: string, reading: LedgerReading): Promise<void> {
  const sealer = await sealerOf(tx);
  const packed = await compress(Buffer.from(JSON.stringify(reading)));
  const recognised: Recognised = { files: reading.files.map(maskedFile), totals: reading.totals, asOfSource: reading.asOfSource, counts: countsOf(reading) };
  await tx.db.updateTable('import_batch')
    .set({
      as_of: reading.asOf, updated_at: tx.now.toISOString(),
      recognised_sealed: sealer.sealBytes('import_batch', 'recognised', importId, Buffer.from(JSON.stringify(recognised))),
      reading_sealed: sealer.sealBytes('import_batch', 'reading', importId, packed),
    })
    .where('import_id', '=', importId).execute();
  keepInMemory(tx.app, importId, reading);
}

function maskedFile(file: LedgerReading['files'][number]): LedgerReading['files'][number] {
  return { ...file, sheets: file.sheets.map((sheet) => ({ ...sheet, tables: sheet.tables.map((table) => ({ ...table, columns: table.columns.map((column) => ({ ...column, samples: maskedSamples(column) })) })) })) };
}

/**
 * The reading before it goes too: committing it after a person corrected it, and that failed, would write what they did not
 * want. The files stay, so that it can be read again.
 */
export async function failReading(tx: Tx, importId: string, sentence: NonNullable<Import['failure']>): Promise<boolean> {
  const failed = await tx.db.updateTable('import_batch')
    .set({ state: 'failed', failure: JSON.stringify(sentence), reading_sealed: null, recognised_sealed: null, updated_at: tx.now.toISOString() })
    .where('import_id', '=', importId).where('state', '=', 'reading').executeTakeFirst();
  return failed.numUpdatedRows > 0n;
}

/** A small part of the reading, masked: what an import's page shows without opening the whole. */
export interface Recognised {
  readonly files: LedgerReading['files'];
  readonly totals: LedgerReading['totals'];
  readonly asOfSource: LedgerReading['asOfSource'];
  readonly counts: { readonly customers: number; readonly repayments: number; readonly error: number; readonly warning: number; readonly info: number };
}

function countsOf(reading: LedgerReading): Recognised['counts'] {
  const ofSeverity = (severity: 'error' | 'warning' | 'info'): number => reading.problems.filter((problem) => problem.severity === severity).length;
  return { customers: reading.customers.length, repayments: reading.repayments.length, error: ofSeverity('error'), warning: ofSeverity('warning'), info: ofSeverity('info') };
}

export function openRecognised(sealer: Sealer, importId: string, sealed: Buffer | null): Recognised | null {
  // as: only storeReading wrote it, and the seal proves that it is unchanged.
  return sealed === null ? null : (JSON.parse(sealer.openBytes('import_batch', 'recognised', importId, sealed).toString('utf8')) as Recognised);
}

/** Throws Failure `not_found` when there is no reading (yet). */
export async function loadReading(tx: Tx, importId: string): Promise<LedgerReading> {
  const row = await tx.db.selectFrom('import_batch').select(['reading_sealed', 'updated_at']).where('import_id', '=', importId).executeTakeFirst();
  if (!row || row.reading_sealed === null) throw failure('not_found');
  const known = inMemory.get(tx.app)?.get(importId);
  if (known) return known;
  const packed = (await sealerOf(tx)).openBytes('import_batch', 'reading', importId, row.reading_sealed);
  // as: only storeReading wrote it, and the seal proves that it is unchanged.
  const reading = JSON.parse((await expand(packed)).toString('utf8')) as LedgerReading;
  keepInMemory(tx.app, importId, reading);
  return reading;
}

/** Opening a large reading takes a second and people page through it, so the last few stay in memory. */
const inMemory = new WeakMap<AppContext, Map<string, LedgerReading>>();
const mostInMemory = 3;

function keepInMemory(app: AppContext, importId: string, reading: LedgerReading): void {
  const readings = inMemory.get(app) ?? new Map<string, LedgerReading>();
  readings.delete(importId);
  readings.set(importId, reading);
  for (const oldest of readings.keys()) {
    if (readings.size <= mostInMemory) break;
    readings.delete(oldest);
  }
  inMemory.set(app, readings);
}
