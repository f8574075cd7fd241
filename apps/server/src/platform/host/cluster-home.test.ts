import { chmodSync, mkdirSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { canReach } from './cluster-home.ts';
import { readAccounts } from './server-user.ts';

let folder: string;
beforeEach(() => {
  folder = realpathSync(mkdtempSync(path.join(os.tmpdir(), 'loanbook-home-')));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const stranger = { userId: 54_321, groupId: 54_321 };

test.skipIf(process.platform === 'win32')('an account reaches a folder only when it may pass every folder above it', () => {
  const inner = path.join(folder, 'home/project/data');
  mkdirSync(inner, { recursive: true });
  chmodSync(folder, 0o755);
  expect(canReach(inner, stranger)).toBe(true);
  chmodSync(path.join(folder, 'home'), 0o700);
  expect(canReach(inner, stranger)).toBe(false);
  expect(canReach(inner, { userId: process.getuid?.() ?? 0, groupId: 0 })).toBe(true);
});

test('accounts are read from the lines of /etc/passwd', () => {
  const accounts = readAccounts('root:x:0:0:root:/root:/bin/bash\n\nnobody:x:65534:65534::/:/bin/false\nbroken\n');
  expect(accounts.get('nobody')).toEqual({ userId: 65_534, groupId: 65_534 });
  expect(accounts.size).toBe(2);
});
