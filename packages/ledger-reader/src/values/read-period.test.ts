import { expect, test } from 'vitest';
import { readPeriod } from './read-period.ts';

test.each(['2024.1.5-2025.1.5', '2024年1月5日至2025年1月5日', '2024-01-05 — 2025-01-05', '20240105~20250105'])('%s is two days', (text) => {
  expect(readPeriod(text)).toEqual([{ kind: 'date', date: '2024-01-05' }, { kind: 'date', date: '2025-01-05' }]);
});

test('a single day or a number of months is no period', () => {
  expect([readPeriod('2024-01-05'), readPeriod('12个月'), readPeriod(12)]).toEqual([null, null, null]);
});
