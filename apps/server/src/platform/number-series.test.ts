import { parseCivilDate } from '@loanbook/engine/civil-date.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestApp, type TestApp, type TestUser } from '../../test/app-fixture.ts';
import { customerNo, loanReceiptNo, loanSeries, receiptNo, receiptSeries, takeNumbers, type SeriesName } from './number-series.ts';

let world: TestApp;
beforeAll(async () => { world = await startTestApp(); });
afterAll(() => world.stop());

function take(user: TestUser, series: SeriesName, count?: number): Promise<number> {
  return user.inTransaction(async (tx) => {
    tx.audit({ action: 'test.numbered', objectType: 'test', objectId: null });
    return takeNumbers(tx, series, count);
  });
}

test('numbers of a series follow each other, one by one or many at once', async () => {
  const user = world.as('full');
  expect(await take(user, 'customer')).toBe(1);
  expect(await take(user, 'customer', 10)).toBe(2);
  expect(await take(user, 'customer')).toBe(12);
  expect(await take(world.as('full', 'second'), 'customer')).toBe(1);
});

test('twenty at once get twenty numbers without gap or double', async () => {
  const taken = await Promise.all(Array.from({ length: 20 }, () => take(world.as('full'), 'loan-202603')));
  expect(taken.toSorted((left, right) => left - right)).toEqual(Array.from({ length: 20 }, (_, index) => index + 1));
});

test('a number taken by a transaction that fails is given again', async () => {
  const user = world.as('full');
  await expect(user.inTransaction(async (tx) => { await takeNumbers(tx, 'receipt-20260316'); throw new Error('undone'); })).rejects.toThrow('undone');
  expect(await take(user, 'receipt-20260316')).toBe(1);
});

test('numbers are written in the usual forms', () => {
  const day = parseCivilDate('2026-03-05');
  if (day === null) throw new Error('a real day');
  expect([customerNo(7), loanSeries(day), loanReceiptNo(day, 12), receiptSeries(day), receiptNo(day, 3)]).toEqual(['K000007', 'loan-202603', 'J202603-0012', 'receipt-20260305', 'S20260305-003']);
});
