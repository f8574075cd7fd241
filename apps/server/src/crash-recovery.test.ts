import { chmodSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { afterAll, expect, test } from 'vitest';
import { spawnServer, waitUntilUp, type ServerProcess } from '../test/server-process.ts';
import { prepareDataFolder } from './platform/data-folder.ts';
import { findEmbeddedDatabase } from './platform/host/embedded-database.ts';
import { pause } from './platform/host/pause.ts';
import { readPostmasterFile } from './platform/host/postmaster-file.ts';

// Nightly runs ask for more: LOANBOOK_CRASH_CYCLES=1000.
const cycles = Number(process.env['LOANBOOK_CRASH_CYCLES'] ?? 4);
const cycleLimitMs = 30_000;

const folder = realpathSync(mkdtempSync(path.join(os.tmpdir(), 'loanbook-crash-')));
chmodSync(folder, 0o755);
const dataFolder = path.join(folder, 'data');
let server: ServerProcess | null = null;

afterAll(async () => {
  server?.kill('SIGTERM');
  await server?.ended;
  rmSync(folder, { recursive: true, force: true });
});

async function start(): Promise<ServerProcess> {
  server = await spawnServer({ dataFolder });
  await waitUntilUp(server);
  return server;
}

/** A database of its own beside the book: the server refuses tables that it does not know how to protect. */
async function openProbe(): Promise<pg.Client> {
  const ownerUrl = new URL((await findEmbeddedDatabase(prepareDataFolder(dataFolder))) ?? '');
  const owner = new pg.Client({ connectionString: ownerUrl.href });
  await owner.connect();
  if ((await owner.query("select 1 from pg_database where datname = 'crash_probe'")).rowCount === 0) await owner.query('create database crash_probe');
  await owner.end();
  ownerUrl.pathname = '/crash_probe';
  const probe = new pg.Client({ connectionString: ownerUrl.href });
  probe.on('error', () => undefined);
  await probe.connect();
  await probe.query('create table if not exists committed (number integer primary key)');
  return probe;
}

/** Commits one row after another until the connection dies; returns the last number that was acknowledged. */
async function commitUntilKilled(probe: pg.Client, from: number): Promise<number> {
  let acknowledged = from;
  try {
    for (;;) {
      await probe.query('insert into committed values ($1)', [acknowledged + 1]);
      acknowledged += 1;
    }
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    return acknowledged;
  }
}

function postmasterPid(): number {
  return readPostmasterFile(path.join(dataFolder, 'postgres/pg18'))?.pid ?? 0;
}

const victims = ['both', 'server', 'database'] as const;

test(`after kill -9 of server, database or both (${cycles} cycles) the next start recovers with every acknowledged commit`, async () => {
  let acknowledged = 0;
  for (let cycle = 0; cycle < cycles; cycle += 1) {
    const running = server ?? (await start());
    const probe = await openProbe();
    const found = await probe.query<{ count: number; highest: number }>('select count(*)::int as count, coalesce(max(number), 0)::int as highest from committed');
    // The commit in flight when the database died may have been made, though nobody was told.
    expect(found.rows[0]?.count).toBe(found.rows[0]?.highest);
    expect([acknowledged, acknowledged + 1]).toContain(found.rows[0]?.highest);
    const writing = commitUntilKilled(probe, found.rows[0]?.highest ?? 0);
    await pause(50 + Math.random() * 250);
    const victim = victims[cycle % victims.length];
    if (victim !== 'database') running.kill('SIGKILL');
    if (victim !== 'server') process.kill(postmasterPid(), 'SIGKILL');
    if (victim === 'server') {
      // Its database goes on, as an orphan, and so do the commits; the next start takes it over.
      await running.ended;
      await start();
      expect(server?.output()).toContain('Took over');
      await probe.end();
    }
    acknowledged = await writing;
    if (victim === 'both') {
      await running.ended;
      server = null;
    }
    if (victim === 'database') await waitForOutput(running, 'The database is back');
  }
  expect(acknowledged).toBeGreaterThan(cycles);
}, cycles * cycleLimitMs);

async function waitForOutput(running: ServerProcess, text: string): Promise<void> {
  const deadline = Date.now() + cycleLimitMs;
  while (!running.output().includes(text)) {
    if (Date.now() > deadline) throw new Error(`“${text}” never came:\n${running.output()}`);
    await pause(25);
  }
}
