import { errorText, type ErrorCode, type ErrorDetails, type InputProblem } from '@loanbook/contract/errors.ts';

/** An expected failure that the caller is told of: a code of the contract's error table with what fills its text. */
export class Failure extends Error {
  readonly code: ErrorCode;
  readonly details: ErrorDetails;
  readonly problems: readonly InputProblem[];

  constructor(code: ErrorCode, details: ErrorDetails, problems: readonly InputProblem[]) {
    super(errorText(code, 'en', details));
    this.name = 'Failure';
    this.code = code;
    this.details = details;
    this.problems = problems;
  }
}

/** `throw failure('customer_no_taken', { customerNo })`; `problems` name the input fields that are wrong. */
export function failure(code: ErrorCode, details: ErrorDetails = {}, problems: readonly InputProblem[] = []): Failure {
  return new Failure(code, details, problems);
}
