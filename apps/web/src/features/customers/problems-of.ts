import type { InputProblem } from '@loanbook/contract/errors.ts';
import { isApiError } from '../../platform/api-error.ts';

const none: readonly InputProblem[] = [];

/** The marked fields of a refused form. A number that another customer has is a problem of its field too. */
export function problemsOf(error: unknown): readonly InputProblem[] {
  if (!isApiError(error)) return none;
  if (error.problems.length > 0) return error.problems;
  if (error.code === 'customer_id_number_taken' || error.code === 'invalid_id_number') return [{ path: 'idNumber', code: error.code, zh: error.zh, en: error.en }];
  return none;
}
