import { expect, test } from 'vitest';
import { safeBackPath } from './links.ts';

test.each([
  ['/loans?search=%E7%8E%8B', '/loans?search=%E7%8E%8B'],
  ['//evil.example', '/'],
  ['/\\evil.example', '/'],
  ['https://evil.example', '/'],
  ['javascript:alert(1)', '/'],
  ['/sign-in?back=/loans', '/'],
  [undefined, '/'],
])('after signing in, back %s leads to %s', (back, path) => {
  expect(safeBackPath(back)).toBe(path);
});
