import type { z } from 'zod';
import type { Language } from './i18n.ts';

/** Messages that the contract's schemas give by code. */
const codedProblems: Readonly<Record<string, { readonly zh: string; readonly en: string }>> = {
  invalid_amount: { zh: '请填写金额，最多两位小数，如 12345.60', en: 'Enter an amount with at most two decimals, such as 12345.60' },
  amount_not_positive: { zh: '金额必须大于零', en: 'The amount must be more than zero' },
  invalid_rate: { zh: '请填写百分数，如 12.5', en: 'Enter a percentage, such as 12.5' },
  invalid_date: { zh: '请填写日期，如 2026-03-01', en: 'Enter a date, such as 2026-03-01' },
  control_character: { zh: '含有看不见的控制字符，请删去后重填', en: 'Contains invisible control characters; please remove them' },
  invalid_user_name: { zh: '2–40 个小写字母、数字、点或横线，以字母或数字开头', en: '2–40 lower-case letters, digits, dots or dashes, beginning with a letter or digit' },
  weak_password: { zh: '至少 12 个字符', en: 'At least 12 characters' },
};

/** What is wrong with one value, said to the person who typed it. */
export function problemText(issue: z.core.$ZodIssue, language: Language): string {
  const coded = codedProblems[issue.message];
  if (coded !== undefined) return coded[language];
  const isChinese = language === 'zh';
  switch (issue.code) {
    case 'too_small':
      if (issue.origin !== 'string' && issue.origin !== 'array') return isChinese ? `不能小于 ${issue.minimum}` : `Must be at least ${issue.minimum}`;
      if (issue.minimum === 1) return requiredText(language);
      return isChinese ? `至少 ${issue.minimum} 个字符` : `At least ${issue.minimum} characters`;
    case 'too_big':
      if (issue.origin !== 'string' && issue.origin !== 'array') return isChinese ? `不能大于 ${issue.maximum}` : `Must be at most ${issue.maximum}`;
      return isChinese ? `最多 ${issue.maximum} 个字符` : `At most ${issue.maximum} characters`;
    case 'invalid_type':
      return requiredText(language);
    case 'invalid_value':
      return isChinese ? '请选择' : 'Please choose';
    default:
      return isChinese ? '填写有误' : 'Not valid';
  }
}

export function requiredText(language: Language): string {
  return language === 'zh' ? '必填' : 'Required';
}
