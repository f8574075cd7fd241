import { expect, test } from 'vitest';
import { plainFigure } from './plain-figure.ts';

test.each([
  ['12,345.60', '12345.60'],
  ['１２，３４５．６０ 元', '12345.60'],
  ['¥ 1 000', '1000'],
  ['12。5%', '12.5'],
  ['-3', '-3'],
  ['一万', '一万'],
])('%s is read as %s', (typed, plain) => {
  expect(plainFigure(typed)).toBe(plain);
});
