import { expect, test } from 'vitest';
import { addMonths, dayFromNumber, dayNumber, daysBetween, monthEnd } from './civil-days.ts';
import { readDate } from './read-date.ts';

test.each([
  [{ date: '2024-03-05' }, '2024-03-05'],
  [45_356, '2024-03-05'],
  [20_240_305, '2024-03-05'],
  ['20240305', '2024-03-05'],
  ['2024-03-05 16:30', '2024-03-05'],
  ['2024-03-05 00:00:00', '2024-03-05'],
  ['2024.3.5号', '2024-03-05'],
  ['2024年3月5日', '2024-03-05'],
  ['２０２４．３．５', '2024-03-05'],
  ['24.3.5', '2024-03-05'],
  ['24/3/25', '2024-03-25'],
  ['85.6.30', '1985-06-30'],
  ['25/3/2024', '2024-03-25'],
  ['3/25/2024', '2024-03-25'],
  ['5-Mar-24', '2024-03-05'],
  ['2024-03-05(星期二)', '2024-03-05'],
])('%j is a day', (content, date) => {
  expect(readDate(content)).toEqual({ kind: 'date', date });
});

test('an order that the cell does not tell is not guessed', () => {
  expect(readDate('5/6/2023')).toEqual({ kind: 'ambiguous', candidates: ['2023-05-06', '2023-06-05'] });
  expect(readDate('4/7/24')).toEqual({ kind: 'ambiguous', candidates: ['2024-04-07', '2024-07-04'] });
  expect(readDate('5/5/2023')).toEqual({ kind: 'date', date: '2023-05-05' });
});

test.each(['2023.2.30', '2024-06-32', '20220631', '2024-13-01', '0000-00-00'])('%s is no day', (text) => {
  expect(readDate(text)).toEqual({ kind: 'impossible' });
});

test('parts of a day, markers, nothing', () => {
  expect(readDate('2024.3')).toEqual({ kind: 'month', month: '2024-03' });
  expect(readDate('4月12日')).toEqual({ kind: 'no_year', month: 4, day: 12 });
  expect(readDate('5.10')).toEqual({ kind: 'no_year', month: 5, day: 10 });
  expect(readDate('长期')).toEqual({ kind: 'marker', marker: 'long-term' });
  expect(readDate('9999-12-31')).toEqual({ kind: 'marker', marker: 'open-ended' });
  expect(readDate('-')).toEqual({ kind: 'blank' });
  expect(readDate('见合同')).toEqual({ kind: 'unreadable' });
});

test('months keep the day or take the last one', () => {
  expect([addMonths('2024-01-31', 1), addMonths('2023-01-31', 1), addMonths('2024-03-31', -1), addMonths('2023-12-15', 13)]).toEqual(['2024-02-29', '2023-02-28', '2024-02-29', '2025-01-15']);
  expect(monthEnd('2018-11-29')).toBe('2018-11-30');
});

test('days count through leap years and back', () => {
  expect(daysBetween('2024-02-28', '2024-03-01')).toBe(2);
  expect(daysBetween('2023-12-31', '2023-01-01')).toBe(-364);
  for (const date of ['1900-03-01', '1970-01-01', '2000-02-29', '2038-12-31']) expect(dayFromNumber(dayNumber(date))).toBe(date);
});

test.each([
  ['二〇二四年三月五日', '2024-03-05'],
  ['二○二四年十二月三十一日', '2024-12-31'],
  ['2024年三月五日', '2024-03-05'],
  ['二四年三月五日', '2024-03-05'],
  ['240305', '2024-03-05'],
  [240_305, '2024-03-05'],
  ['20240305.0', '2024-03-05'],
  ['2024-3-5 上午9:00', '2024-03-05'],
  ['2024-03-05T08:00:00', '2024-03-05'],
  ['Mar 5, 2024', '2024-03-05'],
  ['March 5, 2024', '2024-03-05'],
  ['2024 3 5', '2024-03-05'],
  ['2024·3·5', '2024-03-05'],
  ['2024-3.5', '2024-03-05'],
  ['2024.03.05(补)', '2024-03-05'],
  ['2024年3月5日到期', '2024-03-05'],
  ["'2024-03-05", '2024-03-05'],
  ['2024.3.5.', '2024-03-05'],
  ['24年3月5日', '2024-03-05'],
  ['99.1.5', '1999-01-05'],
])('%j is read as people mean it', (content, date) => {
  expect(readDate(content)).toEqual({ kind: 'date', date });
});

test.each([
  ['202403', { kind: 'month', month: '2024-03' }],
  ['24.3', { kind: 'month', month: '2024-03' }],
  ['2024年3月初', { kind: 'month', month: '2024-03' }],
  ['2024年3月中旬', { kind: 'month', month: '2024-03' }],
  ['200301', { kind: 'ambiguous', candidates: ['2020-03-01'] }],
  ['05/03/2024', { kind: 'ambiguous', candidates: ['2024-05-03', '2024-03-05'] }],
  ['2024-3-5前', { kind: 'unreadable' }],
  ['2024.3.5/2025.3.5', { kind: 'unreadable' }],
  ['大约2024年3月', { kind: 'unreadable' }],
  ['2024年3月5日(农历)', { kind: 'unreadable' }],
  [{ error: '#N/A' }, { kind: 'broken', error: '#N/A' }],
  [true, { kind: 'blank' }],
  [12, { kind: 'unreadable' }],
  ['1'.repeat(200), { kind: 'unreadable' }],
])('%j is not made into a day', (content, reading) => {
  expect(readDate(content)).toEqual(reading);
});
