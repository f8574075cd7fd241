import type { ReplyOf, Route } from '@loanbook/contract/route.ts';
import type { z } from 'zod';
import { ApiError, apiErrorFrom, isApiError } from './api-error.ts';

/** What a caller sends: the schema's input, so fields with a default may be left out. */
export type RequestBody<R extends Route> = R['body'] extends z.ZodType ? z.input<R['body']> : undefined;

export interface CallOptions<R extends Route> {
  /** Fills `:name` in the route's path. */
  readonly params?: Readonly<Record<string, string | number>>;
  readonly body?: RequestBody<R>;
  /** For upload routes: one part for each file. */
  readonly form?: FormData;
  /** Required by routes that post money; see `useIdempotencyKey`. */
  readonly idempotencyKey?: string;
  readonly signal?: AbortSignal;
  /** A missing session is an answer here, not a reason to leave the page. */
  readonly isSessionProbe?: boolean;
}

type SessionProblem = 'not_signed_in' | 'password_change_required';
type SessionProblemListener = (code: SessionProblem) => void;
const sessionProblemListeners = new Set<SessionProblemListener>();
const retryPausesMs = [400, 1_200];

/** Calls one route of the contract. @throws ApiError for every failure a person can be told. */
export async function call<R extends Route>(route: R, options: CallOptions<R> = {}): Promise<ReplyOf<R>> {
  const response = await send(route, options);
  if (route.reply === null) {
    await response.body?.cancel();
    return undefined as ReplyOf<R>; // ReplyOf is undefined exactly for routes without a reply
  }
  const parsed = route.reply.safeParse(await jsonOf(response));
  if (!parsed.success) throw ApiError.local('unreadable_reply');
  return parsed.data as ReplyOf<R>; // parsed by this very route's schema
}

/** Sends the request and returns a successful response, body unread. */
export async function send<R extends Route>(route: R, options: CallOptions<R>): Promise<Response> {
  if (route.isIdempotent && options.idempotencyKey === undefined) throw new Error(`${route.path} needs an idempotency key`);
  // Only a keyed call may be repeated by itself: any other might be done twice. Reads are repeated by the query cache.
  const pauses = route.isIdempotent ? retryPausesMs : [];
  for (const pauseMs of pauses) {
    try {
      return await sendOnce(route, options);
    } catch (error) {
      if (!isApiError(error) || !error.isRetryable || options.signal?.aborted) throw error;
      await pause(pauseMs);
    }
  }
  return sendOnce(route, options);
}

/** Tells the application that the session ended or waits for a new password. Returns the way to stop listening. */
export function onSessionProblem(listener: SessionProblemListener): () => void {
  sessionProblemListeners.add(listener);
  return () => sessionProblemListeners.delete(listener);
}

export function fillPath(path: string, params: Readonly<Record<string, string | number>> = {}): string {
  return path.replace(/:([A-Za-z]\w*)/g, (_whole, name: string) => {
    const value = params[name];
    if (value === undefined) throw new Error(`${path} needs the parameter ${name}`);
    return encodeURIComponent(String(value));
  });
}

async function sendOnce<R extends Route>(route: R, options: CallOptions<R>): Promise<Response> {
  const response = await fetchOrSay(fillPath(route.path, options.params), requestOf(route, options));
  if (response.ok) return response;
  const error = apiErrorFrom(response.status, await jsonOf(response));
  if (!options.isSessionProbe && (error.code === 'not_signed_in' || error.code === 'password_change_required')) {
    for (const listener of sessionProblemListeners) listener(error.code);
  }
  throw error;
}

function requestOf<R extends Route>(route: R, options: CallOptions<R>): RequestInit {
  const headers: Record<string, string> = { accept: 'application/json' };
  if (options.idempotencyKey !== undefined) headers['idempotency-key'] = options.idempotencyKey;
  if (route.isUpload) return { method: route.method, headers, body: options.form ?? new FormData(), signal: options.signal ?? null };
  if (route.body === null) return { method: route.method, headers, signal: options.signal ?? null };
  headers['content-type'] = 'application/json';
  return { method: route.method, headers, body: JSON.stringify(options.body ?? {}), signal: options.signal ?? null };
}

async function fetchOrSay(url: string, request: RequestInit): Promise<Response> {
  try {
    return await fetch(url, request);
  } catch (error) {
    if (request.signal?.aborted) throw error;
    throw ApiError.local('unreachable');
  }
}

/** null for a body that is not JSON; the schema then refuses it. */
async function jsonOf(response: Response): Promise<unknown> {
  try {
    return await response.json();
  } catch {
    return null; // A proxy's HTML page, or a connection cut short: both are told as an unreadable reply.
  }
}

function pause(durationMs: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, durationMs);
  });
}
