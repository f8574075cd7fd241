import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { lockDataFolder, readLockHolder } from './data-folder-lock.ts';
import { pause } from './pause.ts';
import { processStartTicks } from './process-identity.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'loanbook-lock-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('the holder is known until it lets go, and nothing is left behind', async () => {
  const lock = await lockDataFolder(folder, 'server', '');
  lock.update({ note: 'http://localhost:8080' });
  expect(readLockHolder(folder)).toMatchObject({ pid: process.pid, role: 'server', note: 'http://localhost:8080' });
  lock.release();
  expect(readLockHolder(folder)).toBeNull();
  expect(readdirSync(folder)).toEqual([]);
});

test('a second holder is refused with the first one’s address', async () => {
  const lock = await lockDataFolder(folder, 'server', 'http://localhost:8080');
  await expect(lockDataFolder(folder, 'command', 'backup')).rejects.toThrow('http://localhost:8080');
  lock.release();
});

test('a holder that is stopping is waited for', async () => {
  const lock = await lockDataFolder(folder, 'server', '');
  lock.update({ isStopping: true });
  const second = lockDataFolder(folder, 'server', 'second');
  await pause(2_000);
  lock.release();
  (await second).release();
  expect(existsSync(path.join(folder, 'loanbook.lock'))).toBe(false);
});

test.each([
  ['a process that is gone', JSON.stringify({ pid: 4_194_000, startTicks: 1, role: 'server', note: '', isStopping: false })],
  ['half a file', '{"pid": 1'],
])('the lock of %s is taken over', async (_what, content) => {
  writeFileSync(path.join(folder, 'loanbook.lock'), content);
  const lock = await lockDataFolder(folder, 'server', '');
  expect(readLockHolder(folder)?.pid).toBe(process.pid);
  lock.release();
});

test.skipIf(processStartTicks(process.pid) === 0)('a number that another process got since is no holder', async () => {
  writeFileSync(path.join(folder, 'loanbook.lock'), JSON.stringify({ pid: process.pid, startTicks: 1, role: 'server', note: '', isStopping: false }));
  expect(readLockHolder(folder)).toBeNull();
  (await lockDataFolder(folder, 'server', '')).release();
});

test('of many that ask at once exactly one gets it', async () => {
  const results = await Promise.allSettled(Array.from({ length: 8 }, () => lockDataFolder(folder, 'server', '')));
  expect(results.filter((result) => result.status === 'fulfilled')).toHaveLength(1);
});
