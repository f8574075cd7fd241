import type { InputProblem } from '@loanbook/contract/errors.ts';
import type { z } from 'zod';
import { labelOf } from './input-labels.ts';

type Issue = z.core.$ZodIssue;

interface Sentence {
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

/** Every problem of a body, one entry a field, in both languages. Never repeats the value that was sent. */
export function inputProblems(error: z.ZodError): InputProblem[] {
  return error.issues.flatMap((issue) => {
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.map((key) => problem([...issue.path, key], { code: 'unknown_field', zh: '不是可填写的项目', en: 'is not a known field' }));
    }
    return [problem(issue.path, sentenceOf(issue))];
  });
}

/** A problem found by a feature's own check, worded like those of the contract. */
export function inputProblem(path: string, sentence: Sentence): InputProblem {
  return problem(path.split('.'), sentence);
}

function problem(path: readonly PropertyKey[], sentence: Sentence): InputProblem {
  const label = labelOf(path);
  return { path: path.map(String).join('.'), code: sentence.code, zh: `${label.zh}：${sentence.zh}。`, en: `${label.en} ${sentence.en}.` };
}

function sentenceOf(issue: Issue): Sentence {
  const own = ownSentences[issue.message];
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

function tooSmall(issue: Extract<Issue, { code: 'too_small' }>): Sentence {
  if (issue.origin === 'string' && Number(issue.minimum) <= 1) return { code: 'required', zh: '必须填写', en: 'is required' };
  if (issue.origin === 'string') return { code: 'too_short', zh: `至少 ${issue.minimum} 个字符`, en: `needs at least ${issue.minimum} characters` };
  if (issue.origin === 'array') return { code: 'too_few', zh: `至少 ${issue.minimum} 项`, en: `needs at least ${issue.minimum} entries` };
  return { code: 'too_small', zh: `不能小于 ${issue.minimum}`, en: `must be at least ${issue.minimum}` };
}

function tooBig(issue: Extract<Issue, { code: 'too_big' }>): Sentence {
  if (issue.origin === 'string') return { code: 'too_long', zh: `最多 ${issue.maximum} 个字符`, en: `takes at most ${issue.maximum} characters` };
  if (issue.origin === 'array') return { code: 'too_many', zh: `最多 ${issue.maximum} 项`, en: `takes at most ${issue.maximum} entries` };
  return { code: 'too_big', zh: `不能大于 ${issue.maximum}`, en: `must be at most ${issue.maximum}` };
}
