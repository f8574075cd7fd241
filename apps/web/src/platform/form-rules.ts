import type { FormInstance } from 'antd';
import type { z } from 'zod';
import { isApiError } from './api-error.ts';
import type { Language } from './i18n.ts';
import { problemText, requiredText } from './problem-text.ts';

/** A rule for antd's Form.Item that holds a value against the contract's schema. Empty is right where the schema takes null. */
export function schemaRule(schema: z.ZodType, language: Language): { readonly validator: (rule: unknown, value: unknown) => Promise<void> } {
  return {
    validator: async (_rule, value) => {
      const problem = valueProblem(schema, value, language);
      if (problem !== null) throw new Error(problem);
    },
  };
}

/** What is wrong with the value in words, or null. */
export function valueProblem(schema: z.ZodType, value: unknown, language: Language): string | null {
  const isEmpty = value === undefined || value === null || value === '';
  if (isEmpty) return schema.safeParse(null).success || schema.safeParse(undefined).success ? null : requiredText(language);
  const [issue] = schema.safeParse(value).error?.issues ?? [];
  return issue === undefined ? null : problemText(issue, language);
}

/** Marks the fields that the server refused. Returns whether any was marked; otherwise show the error's own sentence. */
export function markProblems(form: Pick<FormInstance, 'setFields' | 'getFieldInstance' | 'scrollToField'>, error: unknown, language: Language): boolean {
  if (!isApiError(error) || error.problems.length === 0) return false;
  const fields = error.problems.map((problem) => ({ name: fieldPath(problem.path), errors: [problem[language]] }));
  form.setFields(fields);
  const [first] = fields;
  if (first !== undefined) form.scrollToField(first.name, { block: 'center' });
  return true;
}

/** "rows.3.amount" → ["rows", 3, "amount"]. */
export function fieldPath(path: string): (string | number)[] {
  return path.split('.').map((part) => (/^\d+$/.test(part) ? Number(part) : part));
}
