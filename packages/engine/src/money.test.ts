import { expect, test } from 'vitest';
import { addMonths, civilDateOf, dayNumber, parseCivilDate } from './civil-date.ts';
import { fen, formatYuan, parseYuan } from './money.ts';
import { present } from './present.ts';
import { formatPercent, parsePercent, rateE8 } from './rate.ts';
import { day } from './testing/events.ts';

test.each([
  ['0', 0, '0.00'], ['1234.5', 123_450, '1234.50'], ['0.01', 1, '0.01'], ['-0.05', -5, '-0.05'], ['-0', 0, '0.00'],
  ['9999999999999.99', 999_999_999_999_999, '9999999999999.99'],
])('%s yuan is %i fen', (text, amountFen, written) => {
  expect(parseYuan(text)).toBe(amountFen);
  expect(formatYuan(fen(amountFen))).toBe(written);
});

test.each(['', '1.234', '1,000', '1e3', '.5', '+1', ' 1', '12345678901234'])('%j is no plain amount', (text) => {
  expect(parseYuan(text)).toBeNull();
});

test.each([['4.9', 4_900_000, '4.9000'], ['0', 0, '0.0000'], ['12.345678', 12_345_678, '12.345678'], ['3.14159', 3_141_590, '3.141590'], ['24.1234', 24_123_400, '24.1234']])(
  '%s %% is %i', (text, rate, written) => {
    expect(parsePercent(text)).toBe(rate);
    expect(formatPercent(rateE8(rate))).toBe(written);
  },
);

test.each(['', '-1', '1.1234567', '12345', '5%'])('%j is no plain percentage', (text) => {
  expect(parsePercent(text)).toBeNull();
});

test('a fraction of a fen and a negative rate are bugs', () => {
  expect(() => fen(0.5)).toThrow(RangeError);
  expect(() => rateE8(-1)).toThrow(RangeError);
  expect(() => rateE8(0.5)).toThrow(RangeError);
});

test.each(['2023-02-29', '2024-13-01', '2024-00-10', '2024-04-31', '2024-01-00', '0999-01-01', '2024-1-1', '20240101', ''])('%j is no day', (text) => {
  expect(parseCivilDate(text)).toBeNull();
});

test.each(['2024-02-29', '2000-02-29', '2024-12-31', '1000-01-01', '9999-12-31'])('%s is a day', (text) => {
  expect(parseCivilDate(text)).toBe(text);
});

test('months outside the kept range are counted all the same', () => {
  expect(addMonths(day('1899-12-31'), 2)).toBe('1900-02-28');
  expect(addMonths(day('2199-12-31'), 2)).toBe('2200-02-28');
  expect(civilDateOf(dayNumber(day('2160-05-05')))).toBe('2160-05-05');
});

test('what must be there and is not is a bug', () => {
  expect(present('x')).toBe('x');
  expect(() => present(undefined)).toThrow(Error);
  expect(() => present(null)).toThrow(Error);
});
