import type { InputProblem } from '@loanbook/contract/errors.ts';
import { inputSentence, type InputSentence } from '@loanbook/contract/input-sentence.ts';
import type { z } from 'zod';
import { labelOf } from './input-labels.ts';

/** Every problem of a body, one entry a field, in both languages. Never repeats the value that was sent. */
export function inputProblems(error: z.ZodError): InputProblem[] {
  return error.issues.flatMap((issue) => {
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.map((key) => problem([...issue.path, key], { code: 'unknown_field', zh: '不是可填写的项目', en: 'is not a known field' }));
    }
    return [problem(issue.path, inputSentence(issue))];
  });
}

/** A problem found by a feature's own check, worded like those of the contract. */
export function inputProblem(path: string, sentence: InputSentence): InputProblem {
  return problem(path.split('.'), sentence);
}

function problem(path: readonly PropertyKey[], sentence: InputSentence): InputProblem {
  const label = labelOf(path);
  return { path: path.map(String).join('.'), code: sentence.code, zh: `${label.zh}：${sentence.zh}。`, en: `${label.en} ${sentence.en}.` };
}
