import { expect, test } from 'vitest';
import { contentKeys, newIdempotencyKey } from './idempotency-key.ts';

test('a key is long, printable and never the same', () => {
  const keys = Array.from({ length: 200 }, newIdempotencyKey);
  expect(new Set(keys).size).toBe(200);
  for (const key of keys) expect(key).toMatch(/^[0-9a-f]{32}$/);
});

test('the same content keeps its key until it is done, other content gets another', () => {
  const keys = contentKeys();
  const first = keys.keyFor({ amount: '100.00' });
  expect(keys.keyFor({ amount: '100.00' })).toBe(first);
  const corrected = keys.keyFor({ amount: '200.00' });
  expect(corrected).not.toBe(first);
  keys.done();
  expect(keys.keyFor({ amount: '200.00' })).not.toBe(corrected);
});
