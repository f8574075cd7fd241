import { expect, test } from 'vitest';
import { commonPasswords } from './common-passwords.ts';
import { hashPassword, isPassword, oneTimePassword, requireStrongPassword } from './password.ts';

const words = ['wang.ming', '青禾小额贷款'];

test.each(['short-one', 'Password 1234', 'P@ssw0rd-1234', '123456789012', '098765432109', 'qwertyuiop[]', 'abcdefghijklm', 'aaaaaaaaaaaaaa', '123123123123', 'woaini-1314520', 'wangming2026', 'Wang.Ming.Wang.Ming', '青禾小额贷款青禾小额贷款1', '1qaz-2wsx-3edc'])('%s is refused', (password) => {
  expect(() => requireStrongPassword(password, words)).toThrow(expect.objectContaining({ code: 'weak_password', details: { minimum: 12 } }));
});

test.each(['plum-river-42-lantern', '春江潮水连海平海上明月共潮生', 'wangming likes copper kettles', 'zq8#kd02LLv!'])('%s is accepted', (password) => {
  expect(() => requireStrongPassword(password, words)).not.toThrow();
});

test('every entry of the list could be typed: long enough and in the spelling that is compared', () => {
  for (const entry of commonPasswords) expect(entry).toBe(entry.normalize('NFKC').toLowerCase().replace(/[\s._-]/gu, ''));
});

test('a hash is argon2id with at least 19 MiB and two passes, salted', async () => {
  const [first, second] = await Promise.all([hashPassword('plum-river-42-lantern'), hashPassword('plum-river-42-lantern')]);
  expect(first).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  expect(first).not.toBe(second);
  expect(await isPassword(first, 'plum-river-42-lantern')).toBe(true);
  expect(await isPassword(first, 'plum-river-42-Lantern')).toBe(false);
  expect(await isPassword(null, 'nobody has this password')).toBe(false);
});

test('the same character typed on two keyboards is the same password', async () => {
  expect(await isPassword(await hashPassword('café-au-lait-99'), 'cafe\u0301-au-lait-99')).toBe(true);
});

test('one-time passwords pass the rules and differ', () => {
  const made = Array.from({ length: 100 }, () => oneTimePassword());
  expect(new Set(made).size).toBe(100);
  for (const password of made) expect(() => requireStrongPassword(password, [])).not.toThrow();
});
