import { chmodSync, existsSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { afterAll, expect, test } from 'vitest';
import { spawnServer, waitUntilUp } from '../../../test/server-process.ts';
import { readLockHolder } from './data-folder-lock.ts';
import { pause } from './pause.ts';
import { withDatabase, type DatabaseContext } from './with-database.ts';

const folder = realpathSync(mkdtempSync(path.join(os.tmpdir(), 'loanbook-command-')));
chmodSync(folder, 0o755);
const dataFolder = path.join(folder, 'data');
const environment = { LOANBOOK_DATA: dataFolder };
const postmasterFile = path.join(dataFolder, 'postgres/pg18/postmaster.pid');
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function whoIs(url: string): Promise<string> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const answer = await client.query<{ name: string }>('select current_user::text as name');
  await client.end();
  return answer.rows[0]?.name ?? '';
}

async function look(context: DatabaseContext): Promise<{ owner: string; app: string; holder: string | undefined; isUp: boolean }> {
  return { owner: await whoIs(context.ownerUrl), app: await whoIs(context.appUrl), holder: readLockHolder(dataFolder)?.role, isUp: existsSync(postmasterFile) };
}

test('without a server the database is started for the work and stopped after it', async () => {
  expect(await withDatabase(look, environment)).toEqual({ owner: 'loanbook_owner', app: 'loanbook_app', holder: 'command', isUp: true });
  expect({ isUp: existsSync(postmasterFile), holder: readLockHolder(dataFolder) }).toEqual({ isUp: false, holder: null });
});

test('work that fails stops the database too', async () => {
  await expect(withDatabase(() => Promise.reject(new Error('no such file')), environment)).rejects.toThrow('no such file');
  expect({ isUp: existsSync(postmasterFile), holder: readLockHolder(dataFolder) }).toEqual({ isUp: false, holder: null });
});

test('a second command at the same time is refused, and the first goes on', async () => {
  await withDatabase(async (context) => {
    await expect(withDatabase(look, environment)).rejects.toThrow('LOANBOOK_DATA');
    expect(await whoIs(context.appUrl)).toBe('loanbook_app');
  }, environment);
});

test('beside a running server its database is used and left running', async () => {
  const server = await spawnServer({ dataFolder });
  // As soon as it has the folder, and long before it answers: the command waits for it.
  while (readLockHolder(dataFolder)?.role !== 'server') await pause(20);
  expect(await withDatabase(look, environment)).toEqual({ owner: 'loanbook_owner', app: 'loanbook_app', holder: 'server', isUp: true });
  await waitUntilUp(server);
  expect((await fetch(`${server.baseUrl}/api/health`)).status).toBe(200);
  server.kill('SIGTERM');
  expect(await server.ended).toBe(0);
});
