import { inputSentence, requiredSentence, type InputSentence } from '@loanbook/contract/input-sentence.ts';
import type { z } from 'zod';
import type { Language } from './i18n.ts';

/** What is wrong with one value, said beside the field to the person who typed it. */
export function problemText(issue: z.core.$ZodIssue, language: Language): string {
  return besideField(inputSentence(issue), language);
}

export function requiredText(language: Language): string {
  return besideField(requiredSentence, language);
}

/** The field's name stands there already, so the sentence begins without it. */
function besideField({ zh, en }: InputSentence, language: Language): string {
  return language === 'zh' ? zh : `${en.slice(0, 1).toUpperCase()}${en.slice(1)}`;
}
