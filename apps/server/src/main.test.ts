import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { spawnServer, waitUntilUp, type ServerProcess, type ServerProcessOptions } from '../test/server-process.ts';
import { prepareDataFolder } from './platform/data-folder.ts';
import { exitSentences } from './platform/exit-sentences.ts';
import { findEmbeddedDatabase } from './platform/host/embedded-database.ts';

// One data folder for all tests of this file, in order: making a cluster anew each time would take most of their time.
const folder = realpathSync(mkdtempSync(path.join(os.tmpdir(), 'loanbook-main-')));
const dataFolder = path.join(folder, 'data');
const cluster = path.join(dataFolder, 'postgres/pg18');
let server: ServerProcess;

beforeAll(async () => {
  chmodSync(folder, 0o755);
  server = await spawnServer({ dataFolder });
  await waitUntilUp(server);
});
afterAll(async () => {
  server.kill('SIGTERM');
  await server.ended;
  rmSync(folder, { recursive: true, force: true });
});

/** Starts a server that must refuse, and returns its exit code and what it said. */
async function refusalOf(options: ServerProcessOptions): Promise<{ code: number | null; output: string }> {
  const refused = await spawnServer(options);
  return { code: await refused.ended, output: refused.output() };
}

async function stopAndRun(work: () => Promise<void>): Promise<void> {
  server.kill('SIGTERM');
  expect(await server.ended).toBe(0);
  await work();
  server = await spawnServer({ dataFolder });
  await waitUntilUp(server);
}

test('the first start prints the address and a one-time link, and answers', async () => {
  expect(server.output()).toContain(server.baseUrl);
  expect(server.setupLink()).toMatch(/\/setup#/);
  expect((await fetch(`${server.baseUrl}/api/health`)).status).toBe(200);
});

test('a second start on the same data folder is refused and leaves the first alone', async () => {
  const { code, output } = await refusalOf({ dataFolder });
  expect(code).toBe(exitSentences['second-start'].exitCode);
  expect(output).toContain(server.baseUrl);
  expect((await fetch(`${server.baseUrl}/api/health`)).status).toBe(200);
});

test('a busy port is refused before a database is made', async () => {
  const listener = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => listener.once('listening', resolve));
  const address = listener.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const other = path.join(folder, 'busy');
  expect((await refusalOf({ dataFolder: other, port })).code).toBe(exitSentences['busy-port'].exitCode);
  expect(existsSync(path.join(other, 'postgres'))).toBe(false);
  listener.close();
});

test('a folder without rights is refused', async ({ skip }) => {
  const readOnly = path.join(folder, 'read-only');
  mkdirSync(readOnly, { mode: 0o555 });
  // Root may write everywhere, so this is tried as an account that owns nothing.
  const isRoot = process.getuid?.() === 0;
  const { code, output } = await refusalOf({ dataFolder: readOnly, ...(isRoot ? { userId: 65_534 } : {}) });
  skip(isRoot && !output.includes('LOANBOOK_DATA'), 'the account that owns nothing cannot even read this checkout');
  expect({ code, output }).toMatchObject({ code: exitSentences['no-right'].exitCode });
});

test('unknown options and settings are refused with their name', async () => {
  expect(await refusalOf({ dataFolder: path.join(folder, 'none'), options: ['--prot', '1'] })).toMatchObject({ code: exitSentences['bad-setting'].exitCode });
  expect((await refusalOf({ dataFolder: path.join(folder, 'none'), environment: { PORT: '80a' } })).output).toContain('PORT=80a');
});

test('SIGTERM and SIGINT end server and database with exit code 0', async () => {
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    server.kill(signal);
    expect(await server.ended).toBe(0);
    expect(existsSync(path.join(cluster, 'postmaster.pid'))).toBe(false);
    expect(existsSync(path.join(dataFolder, 'loanbook.lock'))).toBe(false);
    server = await spawnServer({ dataFolder });
    await waitUntilUp(server);
  }
});

test('a lock that a dead process left is taken over, also when its number lives again', async () => {
  for (const holder of [{ pid: 4_194_000, startTicks: 5 }, { pid: process.pid, startTicks: 1 }]) {
    await stopAndRun(async () => writeFileSync(path.join(dataFolder, 'loanbook.lock'), JSON.stringify({ ...holder, role: 'server', note: '', isStopping: false })));
  }
  expect((await fetch(`${server.baseUrl}/api/health`)).status).toBe(200);
});

test('a damaged or missing database is never replaced by an empty one', async () => {
  const broken = exitSentences['database-broken'].exitCode;
  await stopAndRun(async () => {
    for (const part of ['PG_VERSION', 'global/pg_control', '.']) {
      const file = path.join(cluster, part);
      renameSync(file, path.join(folder, 'aside'));
      expect(await refusalOf({ dataFolder })).toMatchObject({ code: broken });
      renameSync(path.join(folder, 'aside'), file);
    }
  });
});

test('a lost or foreign master key is refused', async () => {
  const bad = exitSentences['bad-master-key'].exitCode;
  await stopAndRun(async () => {
    const keyFile = path.join(dataFolder, 'keys/master.key');
    renameSync(keyFile, path.join(folder, 'key'));
    expect(await refusalOf({ dataFolder })).toMatchObject({ code: bad });
    expect(await refusalOf({ dataFolder, environment: { LOANBOOK_MASTER_KEY: Buffer.alloc(32, 1).toString('base64') } })).toMatchObject({ code: bad });
    renameSync(path.join(folder, 'key'), keyFile);
  });
});

test('the master key is made once, for its owner only', () => {
  expect(readFileSync(path.join(dataFolder, 'keys/master.key'))).toHaveLength(32);
  expect(process.platform === 'win32' || (existsSync(path.join(dataFolder, 'keys/master.key')) && modeOf('keys/master.key') === 0o400 && modeOf('keys') === 0o700)).toBe(true);
});

// Last, because it leaves the database unusable.
test('a database that a newer program upgraded is refused', async () => {
  const client = new pg.Client({ connectionString: (await findEmbeddedDatabase(prepareDataFolder(dataFolder))) ?? '' });
  await client.connect();
  await client.query("insert into schema_migration (version, name, checksum) values (9999, 'loans_from_the_future', 'x')");
  await client.end();
  server.kill('SIGTERM');
  await server.ended;
  expect(await refusalOf({ dataFolder })).toMatchObject({ code: exitSentences['schema-newer'].exitCode });
});

function modeOf(file: string): number {
  return statSync(path.join(dataFolder, file)).mode & 0o777;
}
