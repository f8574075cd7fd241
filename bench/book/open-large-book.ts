import { createHash } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { projectLoan } from '../../apps/server/src/features/loans/loans.index.ts';
import { seededRandom } from '../../apps/server/src/features/demo/seeded-random.ts';
import type { AppContext } from '../../apps/server/src/platform/app-context.ts';
import { prepareDataFolder, type DataFolder } from '../../apps/server/src/platform/data-folder.ts';
import { inInstitution, type Actor } from '../../apps/server/src/platform/database.ts';
import { startEmbeddedDatabase, type EmbeddedDatabase } from '../../apps/server/src/platform/host/embedded-database.ts';
import { loadMasterKey } from '../../apps/server/src/platform/master-key.ts';
import { readMigrations } from '../../apps/server/src/platform/migrate.ts';
import { migrationsFolder, prepareDatabase } from '../../apps/server/src/platform/prepare-database.ts';
import { openSession } from '../../apps/server/src/platform/session-store.ts';
import type { LoanEvent } from '@loanbook/engine/events.ts';
import { bookDate, bookNow, inventLoan } from './invented-loan.ts';
import { sizeOf, writeLargeBook, type BookSize } from './write-large-book.ts';

/** A book of some size in a database of its own, as the server finds it. */
export interface LargeBook extends BookSize {
  readonly app: AppContext;
  readonly actor: Actor & { readonly personId: string };
  readonly appUrl: string;
  readonly ownerUrl: string;
  readonly postmasterPid: number;
  /** Seconds that writing it took; null when it was there from an earlier run. */
  readonly writtenInSeconds: number | null;
  /** Says that so many receipts were added: a book that is no longer what it was is written anew. */
  notePostings(count: number): void;
  /** The value of a session's cookie. */
  openSession(): Promise<string>;
  close(): Promise<void>;
}

const prefix = 'loanbook-bench-book-';

/** Opens the book of that many loans (0: an institution without any, new each time), written anew when the schema or what the program stores of a loan has changed. */
export async function openLargeBook(loans: number): Promise<LargeBook> {
  const root = path.join(realpathSync(os.tmpdir()), `${prefix}${loans}`);
  const key = bookKey();
  const isKept = loans > 0 && keptKey(root) === key && postedIn(root) < loans / 2;
  if (!isKept && existsSync(root)) await removeBook(root);
  mkdirSync(root, { recursive: true });
  chmodSync(root, 0o755);
  const folder = prepareDataFolder(path.join(root, 'data'));
  const database = await startEmbeddedDatabase(folder, () => undefined);
  const masterKey = loadMasterKey(folder.keys, null, folder.isNew);
  const appUrl = await prepareDatabase(database.ownerUrl, masterKey, () => undefined);
  const app = bookApp(appUrl, masterKey, folder);
  const started = performance.now();
  const actor = isKept ? readActor(root) : await writeLargeBook(app, database.ownerUrl, loans, (text) => console.error(`  … ${text}`));
  const writtenInSeconds = isKept ? null : (performance.now() - started) / 1000;
  writeFileSync(actorFile(root), JSON.stringify(actor));
  writeFileSync(keyFile(root), key);
  return {
    ...sizeOf(loans), app, actor, appUrl, ownerUrl: database.ownerUrl, postmasterPid: database.cluster.pid, writtenInSeconds,
    notePostings: (count) => writeFileSync(postedFile(root), String(postedIn(root) + count)),
    openSession: () => newSession(app, actor), close: () => closeBook(app, database),
  };
}

/** The files of all books together can be tens of gigabytes. */
export async function removeLargeBooks(): Promise<void> {
  const folder = realpathSync(os.tmpdir());
  for (const name of readdirSync(folder).filter((entry) => entry.startsWith(prefix))) await removeBook(path.join(folder, name));
}

async function removeBook(root: string): Promise<void> {
  // A measurement that was killed leaves its database running.
  const database = existsSync(path.join(root, 'data', 'keys', 'database.password')) ? await startEmbeddedDatabase(prepareDataFolder(path.join(root, 'data')), () => undefined).catch(() => null) : null;
  await database?.stop();
  rmSync(root, { recursive: true, force: true });
}

/** Changes with the schema and with any figure that the program stores of a loan. */
function bookKey(): string {
  const random = seededRandom(1);
  const hash = createHash('sha256');
  for (const migration of readMigrations(migrationsFolder)) hash.update(JSON.stringify(migration));
  for (let index = 0; index < 200; index += 1) {
    const { terms, events } = inventLoan(random, index, '');
    const known = events.map((event): LoanEvent => ({ ...event, id: String(event.sequence) }));
    const { replayed: _replayed, ...stored } = projectLoan(terms, known, bookDate);
    hash.update(JSON.stringify(stored));
  }
  return hash.digest('hex');
}

function bookApp(appUrl: string, masterKey: Buffer, folder: DataFolder): AppContext {
  const appPool = new pg.Pool({ connectionString: appUrl, max: 20 });
  appPool.on('error', () => undefined);
  return { appPool, masterKey, webFolder: path.join(folder.root, 'no-web'), dataFolder: folder.root, now: () => new Date(bookNow), baseUrl: 'http://localhost:8080', requestsPerMinute: 100_000_000 };
}

function newSession(app: AppContext, actor: LargeBook['actor']): Promise<string> {
  return inInstitution(app, actor, (tx) => {
    tx.markBookkeeping();
    return openSession(tx, actor.personId, 'bench');
  });
}

async function closeBook(app: AppContext, database: EmbeddedDatabase): Promise<void> {
  await app.appPool.end();
  await database.stop();
}

function keptKey(root: string): string | null {
  return existsSync(keyFile(root)) ? readFileSync(keyFile(root), 'utf8') : null;
}

function readActor(root: string): LargeBook['actor'] {
  // as: only `openLargeBook` writes this file.
  return JSON.parse(readFileSync(actorFile(root), 'utf8')) as LargeBook['actor'];
}

function keyFile(root: string): string {
  return path.join(root, 'key');
}

function postedIn(root: string): number {
  return existsSync(postedFile(root)) ? Number(readFileSync(postedFile(root), 'utf8')) : 0;
}

function postedFile(root: string): string {
  return path.join(root, 'posted');
}

function actorFile(root: string): string {
  return path.join(root, 'actor.json');
}
