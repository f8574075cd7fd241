import { expect, test } from 'vitest';
import { fileNameFrom } from './download.ts';

test.each([
  [`attachment; filename="____.xlsx"; filename*=UTF-8''%E6%94%BE%E6%AC%BE%E5%8F%B0%E8%B4%A6.xlsx`, '放款台账.xlsx'],
  ['attachment; filename="plan 1.pdf"', 'plan 1.pdf'],
  ['attachment; filename=plan.pdf', 'plan.pdf'],
  [`attachment; filename="a.csv"; filename*=UTF-8''%E4`, null],
  ['attachment; filename="../../etc/passwd"', 'passwd'],
  ['attachment', null],
  [null, null],
])('the file name of %s is %s', (header, name) => {
  expect(fileNameFrom(header)).toBe(name);
});
