import type { z } from 'zod';

type Issue = z.core.$ZodIssue;

/** What is wrong with one input: `zh` and `en` follow the field's name ("放款金额：必须大于零", "Principal must be more than zero"). */
export interface InputSentence {
  readonly code: string;
  readonly zh: string;
  readonly en: string;
}

/** Codes that the contract's own rules carry as their message. */
const ownSentences: Readonly<Record<string, readonly [zh: string, en: string]>> = {
  invalid_amount: ['金额应写成“1234.50”这样的数字，最多两位小数', 'must be an amount such as 1234.50 with at most two decimals'],
  amount_not_positive: ['必须大于零', 'must be more than zero'],
  invalid_rate: ['应写成“12.5”这样的百分数', 'must be a percentage such as 12.5'],
  invalid_date: ['应为真实的日期，写成 YYYY-MM-DD', 'must be a real date written YYYY-MM-DD'],
  control_character: ['含有不可见的控制字符', 'contains invisible control characters'],
  invalid_user_name: ['只能用小写字母、数字和 . _ -，以字母或数字开头，2–40 个字符', 'takes 2–40 lower-case letters, digits and . _ -, starting with a letter or digit'],
  weak_password: ['至少 12 个字符', 'needs at least 12 characters'],
};

export const requiredSentence: InputSentence = { code: 'required', zh: '必须填写', en: 'is required' };

/** One issue of a contract schema in words, for the server's replies and the browser's forms alike. Never repeats the value. */
export function inputSentence(issue: Issue): InputSentence {
  const own = Object.hasOwn(ownSentences, issue.message) ? ownSentences[issue.message] : undefined;
  if (own) return { code: issue.message, zh: own[0], en: own[1] };
  switch (issue.code) {
    // The value sent is not in the issue unless asked for: absent and of a wrong kind read the same to a person.
    case 'invalid_type': return { code: 'required', zh: '必须填写，且格式正确', en: 'is required in the right form' };
    case 'too_small': return tooSmall(issue);
    case 'too_big': return tooBig(issue);
    case 'invalid_value': return { code: 'not_a_choice', zh: '不在可选范围内', en: 'is not one of the choices' };
    case 'invalid_format': return { code: 'invalid_format', zh: '格式不正确', en: 'is not well formed' };
    default: return { code: 'invalid', zh: '内容不正确', en: 'is not valid' };
  }
}

function tooSmall(issue: Extract<Issue, { code: 'too_small' }>): InputSentence {
  if (issue.origin === 'string' && Number(issue.minimum) <= 1) return requiredSentence;
  if (issue.origin === 'string') return { code: 'too_short', zh: `至少 ${issue.minimum} 个字符`, en: `needs at least ${issue.minimum} characters` };
  if (issue.origin === 'array') return { code: 'too_few', zh: `至少 ${issue.minimum} 项`, en: `needs at least ${issue.minimum} entries` };
  return { code: 'too_small', zh: `不能小于 ${issue.minimum}`, en: `must be at least ${issue.minimum}` };
}

function tooBig(issue: Extract<Issue, { code: 'too_big' }>): InputSentence {
  if (issue.origin === 'string') return { code: 'too_long', zh: `最多 ${issue.maximum} 个字符`, en: `takes at most ${issue.maximum} characters` };
  if (issue.origin === 'array') return { code: 'too_many', zh: `最多 ${issue.maximum} 项`, en: `takes at most ${issue.maximum} entries` };
  return { code: 'too_big', zh: `不能大于 ${issue.maximum}`, en: `must be at most ${issue.maximum}` };
}
