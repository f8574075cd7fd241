import { exitSentences, type ExitCode, type ExitDetails } from './exit-sentences.ts';

/** A refusal to start (or to go on) whose sentence is in exit-sentences.ts; `message` holds both languages. */
export class StartFailure extends Error {
  readonly code: ExitCode;
  readonly exitCode: number;

  constructor(code: ExitCode, details: ExitDetails = {}, cause?: unknown) {
    const sentence = exitSentences[code];
    super(`${sentence.chinese(details)}\n${sentence.english(details)}`, { cause });
    this.name = 'StartFailure';
    this.code = code;
    this.exitCode = sentence.exitCode;
  }
}

/** Operating-system errors that a person can mend get their own sentence; anything else is passed through. */
export function explainSystemError(error: unknown, path: string): unknown {
  if (error instanceof StartFailure) return error;
  const code = systemErrorCode(error);
  if (code === 'ENOSPC' || code === 'EDQUOT') return new StartFailure('disk-full', { path }, error);
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS' || code === 'ENOTDIR') {
    return new StartFailure('no-right', { path, reason: code }, error);
  }
  return error;
}

export function systemErrorCode(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('code' in error)) return undefined;
  return typeof error.code === 'string' ? error.code : undefined;
}

export function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
