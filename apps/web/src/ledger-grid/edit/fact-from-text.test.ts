import { ledgerLists } from '@loanbook/contract/fields/ledger-lists.ts';
import type { Field } from '@loanbook/contract/fields/field.ts';
import { expect, test } from 'vitest';
import { factFromText } from './fact-from-text.ts';

function customerField(key: string): Field {
  const field = ledgerLists.customers.fields.find((candidate) => candidate.key === key);
  if (field === undefined) throw new Error(key);
  return field;
}

test.each<readonly [key: string, typed: string, fact: unknown]>([
  ['employer', ' 白石建材店 ', '白石建材店'],
  ['employer', '', null],
  ['kind', '农户', 'farmer'],
  ['kind', 'Business', 'business'],
  ['gender', 'male', 'male'],
  ['blacklisted', '是', true],
  ['blacklisted', 'No', false],
  ['birthDate', '1990/3/7', '1990-03-07'],
  ['birthDate', '19900307', '1990-03-07'],
  ['birthDate', '1990年3月7日', '1990-03-07'],
  ['annualIncome', '￥12,000.50 元', '12000.50'],
  ['creditScore', '1,200', 1200],
  ['tags', '老客户，白名单、老客户', ['老客户', '白名单']],
  ['mobile', '138 0013-5678', '13800135678'],
  ['idNumber', '１１０ x', '110X'],
])('%s typed as “%s” is a fact', (key, typed, fact) => {
  expect(factFromText('customers', customerField(key), typed, 'zh')).toEqual({ isValid: true, fact });
});

test.each([
  ['name', '', '必须填写'],
  ['kind', '路人', '可填：个人、个体工商户、企业、农户、合作社'],
  ['blacklisted', '也许', '可填：是、否'],
  ['birthDate', '2026-02-30', '应为真实的日期，写成 YYYY-MM-DD'],
  ['annualIncome', '很多', '金额应写成“1234.50”这样的数字，最多两位小数'],
  ['annualIncome', '-5', '金额不能小于零'],
  ['creditScore', '20000', '不能大于 10000'],
  ['mobile', '138****5678', '这是掩码，不是完整内容；请填写完整内容'],
])('%s typed as “%s” is refused with a sentence', (key, typed, problem) => {
  expect(factFromText('customers', customerField(key), typed, 'zh')).toEqual({ isValid: false, problem });
});
