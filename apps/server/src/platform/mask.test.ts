import fc from 'fast-check';
import type { MaskKind } from '@loanbook/contract/fields/field.ts';
import { expect, test } from 'vitest';
import { maskLongNumbers, maskOf } from './mask.ts';

const kinds: readonly MaskKind[] = ['id_number', 'phone', 'account', 'address', 'email', 'contact'];

test.each<[MaskKind, string, string]>([
  ['id_number', '11010519900307123X', '110105********123X'],
  ['id_number', '91110105MA01234567', '911101********4567'],
  ['id_number', 'E12345678', '****78'],
  ['phone', '138 1234 5678', '138****5678'],
  ['phone', '010-6555123', '****23'],
  ['account', '6222 0212 3456 7890 123', '****0123'],
  ['account', '1234', '****4'],
  ['address', '北京市朝阳区幸福路12号3单元', '北京市朝阳区****'],
  ['address', '浙江省义乌市稠城街道1号', '浙江省义乌市****'],
  ['address', '某村东头', '某****'],
  ['email', 'wang.ming@example.com', 'w***@example.com'],
  ['email', 'not an address', '****'],
  ['contact', '李四 13912345678（配偶）', '李** ****5678'],
  ['contact', '李四', '李**'],
])('a %s %s is shown as %s', (kind, value, shown) => {
  expect(maskOf(kind, value)).toBe(shown);
});

test('no mask of any kind gives the value away', () => {
  fc.assert(fc.property(fc.constantFrom(...kinds), fc.stringMatching(/^[0-9A-Z张李县区]{5,30}$/), (kind, value) => {
    expect(maskOf(kind, value)).not.toContain(value);
    expect(maskOf(kind, value)).toContain('*');
  }));
});

test.each([
  ['15 位旧身份证号，已换算成 11010519491231002X', '15 位旧身份证号，已换算成 110105********002X'],
  ['甲 138-0011-2233、6200 1234 5678 9012', '甲 138****2233、6200 1*********9012'],
  ['91110000600037341L', '911100********341L'],
  ['2025-09-15 至 2026-09-15，120000.00 元，合同 HT-20250915', '2025-09-15 至 2026-09-15，120000.00 元，合同 HT-20250915'],
])('in a text of no known kind only long numbers are hidden: %s', (text, shown) => {
  expect(maskLongNumbers(text)).toBe(shown);
});
