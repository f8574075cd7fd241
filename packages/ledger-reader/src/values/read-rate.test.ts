import { expect, test } from 'vitest';
import { readRate } from './read-rate.ts';

const monthPermille = { period: 'month', scale: 'permille' } as const;
const yearPercent = { period: 'year', scale: 'percent' } as const;
const monthPercent = { period: 'month', scale: 'percent' } as const;

test.each([
  [8.7, monthPermille, 10_440_000],
  ['7.25‰', monthPermille, 8_700_000],
  ['0.95%/月', monthPermille, 11_400_000],
  ['月息1.5分', monthPermille, 18_000_000],
  ['年利率14.4%', monthPermille, 14_400_000],
  [9.6, yearPercent, 9_600_000],
  [0.108, yearPercent, 10_800_000],
  ['9%', yearPercent, 9_000_000],
  ['月利率1.4%', yearPercent, 16_800_000],
  ['月12‰', yearPercent, 14_400_000],
  ['6厘', monthPercent, 7_200_000],
  ['10厘', monthPercent, 12_000_000],
  ['年息8厘', yearPercent, 8_000_000],
  ['年息一分', yearPercent, 10_000_000],
  ['日息万分之五', yearPercent, 18_000_000],
  ['万三', yearPercent, 10_800_000],
  ['免息', yearPercent, 0],
  [0.0065, monthPercent, 7_800_000],
])('%s in %j is %d e-8 a year', (content, unit, annualE8) => {
  expect(readRate(content, unit)).toEqual({ kind: 'rate', annualE8 });
});

test('a percent cell holds the raw fraction', () => {
  expect(readRate(0.12, yearPercent, true)).toEqual({ kind: 'rate', annualE8: 12_000_000 });
});

test('LPR with a spread, with or without its base', () => {
  expect(readRate('LPR-20bp', yearPercent)).toEqual({ kind: 'lpr', spreadBp: -20 });
  expect(readRate('LPR(3.45%)+150BP', yearPercent)).toEqual({ kind: 'lpr', spreadBp: 150, baseE8: 3_450_000 });
  expect(readRate('1年期LPR加1.5%', yearPercent)).toEqual({ kind: 'lpr', spreadBp: 150 });
});

test('blank, broken and unreadable cells', () => {
  expect(readRate('-', yearPercent)).toEqual({ kind: 'blank' });
  expect(readRate({ error: '#N/A' }, yearPercent)).toEqual({ kind: 'broken', error: '#N/A' });
  expect(readRate('面议', yearPercent)).toEqual({ kind: 'unreadable' });
});
