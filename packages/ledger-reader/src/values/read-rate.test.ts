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

test.each([
  ['2分', 24_000_000],
  ['月息两分', 24_000_000],
  ['1分5', 18_000_000],
  ['一分五厘', 18_000_000],
  ['分半', 18_000_000],
  ['月息一分半', 18_000_000],
  ['月利8厘', 9_600_000],
  ['年息1分2', 12_000_000],
  ['日息万五', 18_000_000],
  ['万分之5/日', 18_000_000],
  ['0.05%/天', 18_000_000],
  ['千分之八', 9_600_000],
  ['月利率千分之8.7', 10_440_000],
  ['百分之十二', 12_000_000],
  ['1%（月）', 12_000_000],
  ['10‰（月）', 12_000_000],
  ['12（年）', 12_000_000],
  ['年化12%', 12_000_000],
  ['12% p.a.', 12_000_000],
  ['固定12%', 12_000_000],
  ['5.5%(浮动)', 5_500_000],
  ['3.45%+150BP', 4_950_000],
  ['3.45%+1.5%', 4_950_000],
])('%s is %d e-8 a year', (text, annualE8) => {
  expect(readRate(text, yearPercent)).toEqual({ kind: 'rate', annualE8 });
});

test.each([
  ['一年期LPR+150BP', { spreadBp: 150 }],
  ['LPR加点150BP', { spreadBp: 150 }],
  ['LPR加150个基点', { spreadBp: 150 }],
  ['LPR上浮150BP', { spreadBp: 150 }],
  ['LPR下浮20%', { spreadBp: 0, factor: 0.8 }],
  ['LPR上浮50%', { spreadBp: 0, factor: 1.5 }],
  ['4倍LPR', { spreadBp: 0, factor: 4 }],
  ['LPR×1.5', { spreadBp: 0, factor: 1.5 }],
])('%s follows the LPR', (text, spread) => {
  expect(readRate(text, yearPercent)).toEqual({ kind: 'lpr', ...spread });
});
