import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { loadMasterKey, masterKeyFingerprint } from './master-key.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'loanbook-key-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('the first start makes 32 random bytes that only the owner can read; later starts read the same', () => {
  const key = loadMasterKey(folder, null, true);
  expect(key).toHaveLength(32);
  expect(loadMasterKey(folder, null, false)).toEqual(key);
  expect(readFileSync(path.join(folder, 'master.key'))).toEqual(key);
  if (process.platform !== 'win32') expect(statSync(path.join(folder, 'master.key')).mode & 0o777).toBe(0o400);
});

test('the environment outranks the file and makes none', () => {
  const key = Buffer.alloc(32, 9);
  expect(loadMasterKey(folder, key.toString('base64'), true)).toEqual(key);
  expect(() => loadMasterKey(folder, null, false)).toThrow('master.key');
});

test.each([['too short', Buffer.alloc(16)], ['too long', Buffer.alloc(33)]])('a key that is %s is refused', (_what, key) => {
  expect(() => loadMasterKey(folder, key.toString('base64'), true)).toThrow('LOANBOOK_MASTER_KEY');
  writeFileSync(path.join(folder, 'master.key'), key, { mode: 0o400 });
  expect(() => loadMasterKey(folder, null, true)).toThrow('32');
});

test.skipIf(process.platform === 'win32')('a key that others may read is refused', () => {
  loadMasterKey(folder, null, true);
  chmodSync(path.join(folder, 'master.key'), 0o444);
  expect(() => loadMasterKey(folder, null, false)).toThrow('chmod 400');
});

test('fingerprints tell keys apart', () => {
  expect(masterKeyFingerprint(Buffer.alloc(32, 1))).toMatch(/^[0-9a-f]{16}$/);
  expect(masterKeyFingerprint(Buffer.alloc(32, 1))).not.toBe(masterKeyFingerprint(Buffer.alloc(32, 2)));
});
