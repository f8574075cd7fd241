import { expect, test } from 'vitest';
import { copiedLine, LinesById, readCopiedValue } from './copied-text.ts';

test('a row is written as COPY writes it', () => {
  expect(copiedLine('a', ['amount', 'on', 'note', 'isLate'], { amount: 120, on: '2026-01-15', note: null, isLate: true })).toBe('a\t120\t2026-01-15\t\\N\tt\n');
  expect(copiedLine('a', ['missing'], {})).toBeUndefined();
});

test.each([['\\N', null], ['plain', 'plain'], ['a\\tb\\\\c\\n', 'a\tb\\c\n']])('%s is read', (text, value) => {
  expect(readCopiedValue(text)).toBe(value);
});

test('lines are right only when they are exactly the expected ones, and either way the next id follows', () => {
  const lines = (): LinesById => new LinesById('a\t1\na\t2\nb\t3\n');
  const whole = lines();
  expect([whole.takeExpected('a', 'a\t1\na\t2\n'), whole.takeExpected('b', 'b\t3\n'), whole.isAtEnd]).toEqual([true, true, true]);
  const tooFew = lines();
  expect([tooFew.takeExpected('a', 'a\t1\n'), tooFew.takeExpected('b', 'b\t3\n')]).toEqual([false, true]);
  const unknown = lines();
  expect([unknown.takeExpected('a', undefined), unknown.next()]).toEqual([false, 'b\t3']);
});
