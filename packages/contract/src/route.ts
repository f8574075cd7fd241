import type { z } from 'zod';

export type HttpMethod = 'GET' | 'POST' | 'PATCH' | 'DELETE';

/**
 * One operation over HTTP, declared once for server and browser.
 * `body` null: nothing is sent. `reply` null: the reply is a file or empty. Path parameters are written `:name`.
 * `upload`: the body is multipart; its parts are read by the feature.
 */
export interface Route<Body extends z.ZodType | null = z.ZodType | null, Reply extends z.ZodType | null = z.ZodType | null> {
  readonly method: HttpMethod;
  readonly path: string;
  readonly body: Body;
  readonly reply: Reply;
  readonly isUpload?: true;
  /** Posts money: the client sends an `idempotency-key` header and may repeat the call safely. */
  readonly isIdempotent?: true;
}

export function route<const Body extends z.ZodType | null, const Reply extends z.ZodType | null>(definition: Route<Body, Reply>): Route<Body, Reply> {
  return definition;
}

export type BodyOf<R> = R extends Route<infer Body, z.ZodType | null> ? (Body extends z.ZodType ? z.infer<Body> : undefined) : never;
export type ReplyOf<R> = R extends Route<z.ZodType | null, infer Reply> ? (Reply extends z.ZodType ? z.infer<Reply> : undefined) : never;
