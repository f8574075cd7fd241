import type { ErrorDetails, ErrorReply, InputProblem } from '@loanbook/contract/errors.ts';
import { errorTable } from '@loanbook/contract/errors.ts';
import { z } from 'zod';
import type { Language } from './i18n.ts';

const ownTexts = {
  unreachable: { zh: '连不上服务器。请检查网络，或确认贷款台账仍在运行。', en: 'The server cannot be reached. Check the network, or whether Loanbook is still running.' },
  unreadable_reply: { zh: '服务器的回复无法读取，请刷新页面后重试。', en: 'The server’s reply could not be read; reload the page and try again.' },
} as const;

/** What the browser itself notices: no answer, or an answer that is not of the contract. */
export type LocalErrorCode = keyof typeof ownTexts;

/** A call that failed for a reason a person can be told. Anything else that is thrown is a bug. */
export class ApiError extends Error {
  override readonly name = 'ApiError';
  readonly code: ErrorReply['code'] | LocalErrorCode;
  readonly zh: string;
  readonly en: string;
  readonly isRetryable: boolean;
  readonly details: ErrorDetails;
  readonly problems: readonly InputProblem[];

  constructor(reply: Omit<ErrorReply, 'code' | 'requestId'> & { readonly code: ErrorReply['code'] | LocalErrorCode }) {
    super(reply.en);
    this.code = reply.code;
    this.zh = reply.zh;
    this.en = reply.en;
    this.isRetryable = reply.isRetryable;
    this.details = reply.details;
    this.problems = reply.problems;
  }

  static local(code: LocalErrorCode): ApiError {
    return new ApiError({ code, ...ownTexts[code], isRetryable: code === 'unreachable', details: {}, problems: [] });
  }
}

export function isApiError(error: unknown, code?: ApiError['code']): error is ApiError {
  return error instanceof ApiError && (code === undefined || error.code === code);
}

/** The sentence to show for any failure, in the person's language. */
export function errorSentence(error: unknown, language: Language): string {
  if (error instanceof ApiError) return error[language];
  return language === 'zh' ? '页面出错了，请刷新后重试。' : 'The page ran into an error; reload and try again.';
}

const problemSchema = z.object({ path: z.string(), code: z.string(), zh: z.string(), en: z.string() });
const errorReplySchema = z.object({
  code: z.string().refine((code): code is ErrorReply['code'] => Object.hasOwn(errorTable, code)),
  zh: z.string(),
  en: z.string(),
  isRetryable: z.boolean().default(false),
  details: z.record(z.string(), z.union([z.string(), z.number()])).default({}),
  problems: z.array(problemSchema).default([]),
});

/** Reads the body of a reply with a status of 400 or more; a proxy's own error page becomes a local error. */
export function apiErrorFrom(status: number, json: unknown): ApiError {
  const parsed = errorReplySchema.safeParse(json);
  if (parsed.success) return new ApiError(parsed.data);
  return ApiError.local(status >= 500 ? 'unreachable' : 'unreadable_reply');
}
