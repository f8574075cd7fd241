import { isDeepStrictEqual } from 'node:util';
import type { BodyOf, ReplyOf, Route } from '@loanbook/contract/route.ts';
import type { MultipartFile } from '@fastify/multipart';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import type { AppContext } from './app-context.ts';
import { inInstitution } from './database.ts';
import { failure } from './failure.ts';
import { contentDisposition, isFileReply, type FileReply } from './file-reply.ts';
import { once, readIdempotencyKey } from './idempotency.ts';
import { isId } from './ids.ts';
import { inputProblems } from './input-problems.ts';
import type { Access } from './policy.ts';
import { requireSameOrigin } from './same-origin.ts';
import { sessionCookie, type SessionCookie } from './session-cookie.ts';
import { readSignedIn, type SignedIn } from './session-store.ts';
import type { Tx } from './transaction.ts';

/*
 * Order on every route: rate limit → same origin → session → parse → right → one transaction → present.
 * `serve` is for nearly everything. `serveWithoutTransaction` is for public routes, uploads, streamed files and long
 * work: the handler opens its own transactions with inInstitution(app, session.actor, …).
 */

/** What a feature registers itself on. */
export interface Server {
  readonly app: AppContext;
  readonly fastify: FastifyInstance;
  /** Every route registered, with who may call it; tests walk it. */
  readonly routes: { readonly route: Route; readonly access: Access }[];
}

export interface OpenRequest<Body> {
  readonly app: AppContext;
  /** The parsed body; undefined where the contract has none. */
  readonly body: Body;
  readonly requestId: string;
  /** The caller's network address. */
  readonly address: string;
  readonly userAgent: string;
  readonly cookie: SessionCookie;
  /** A path parameter; those named …Id are proven UUIDs. */
  param(name: string): string;
  /** The files of an upload, one after the other; `limitBytes` each, else Failure `too_large`. */
  files(limitBytes: number, maxFiles: number): AsyncIterableIterator<MultipartFile>;
}

export interface SignedInRequest<Body> extends OpenRequest<Body> {
  readonly session: SignedIn;
}

export interface TransactionRequest<Body> extends SignedInRequest<Body> {
  readonly tx: Tx;
}

/** What a handler returns: the contract's reply, or where that is null a file or nothing (204). */
export type Answer<R extends Route> = R['reply'] extends z.ZodType ? ReplyOf<R> : FileReply | undefined;

type SignedInAccess = Exclude<Access, 'public'>;

/** A route of one transaction. Failures thrown by the handler roll it back. */
export function serve<R extends Route>(server: Server, route: R, access: SignedInAccess, handler: (request: TransactionRequest<BodyOf<R>>) => Promise<Answer<R>>): void {
  register(server, route, access, async (request: OpenRequest<BodyOf<R>>, session, idempotencyHeader) => {
    const signedIn = required(session);
    const clientKey = route.isIdempotent ? readIdempotencyKey(idempotencyHeader()) : null;
    return inInstitution(server.app, signedIn.actor, async (tx) => {
      const work = async (): Promise<Presented> => present(server.app, route, await handler({ ...request, session: signedIn, tx }));
      if (clientKey === null) return work();
      const content = { path: pathContent(route, request), body: request.body ?? null };
      return once(tx, route, clientKey, content, async () => textOf(await work()));
    });
  });
}

type OwnTransactions<R extends Route> =
  | readonly [access: 'public', handler: (request: OpenRequest<BodyOf<R>>) => Promise<Answer<R>>]
  | readonly [access: SignedInAccess, handler: (request: SignedInRequest<BodyOf<R>>) => Promise<Answer<R>>];

/** A route whose handler opens its own transactions. A public handler gets no session. */
export function serveWithoutTransaction<R extends Route>(server: Server, route: R, access: 'public', handler: (request: OpenRequest<BodyOf<R>>) => Promise<Answer<R>>): void;
export function serveWithoutTransaction<R extends Route>(server: Server, route: R, access: SignedInAccess, handler: (request: SignedInRequest<BodyOf<R>>) => Promise<Answer<R>>): void;
export function serveWithoutTransaction<R extends Route>(server: Server, route: R, ...[access, handler]: OwnTransactions<R>): void {
  register(server, route, access, async (request: OpenRequest<BodyOf<R>>, session) => {
    const answer = access === 'public' ? await handler(request) : await handler({ ...request, session: required(session) });
    return present(server.app, route, answer);
  });
}

/** JSON text, a file, or nothing. */
type Presented = string | FileReply | undefined;

type Run<Body> = (request: OpenRequest<Body>, session: SignedIn | null, idempotencyHeader: () => string | string[] | undefined) => Promise<Presented>;

function register<R extends Route>(server: Server, route: R, access: Access, run: Run<BodyOf<R>>): void {
  const { app, fastify } = server;
  const sessions = new WeakMap<FastifyRequest, SignedIn>();
  server.routes.push({ route, access });
  fastify.route<{ Params: Params }>({
    method: route.method,
    url: route.path,
    // Before the body is read: a stranger's megabyte is not worth parsing.
    onRequest: async (request, reply) => {
      requireSameOrigin(app, request.method, request.headers);
      if (access === 'public') return;
      const session = await readSignedIn(app, sessionCookie(app, request, reply).read());
      if (!session) throw failure('not_signed_in');
      sessions.set(request, session);
    },
    handler: async (request, reply) => {
      const session = sessions.get(request) ?? null;
      const parsed = parseRequest(app, route, request, request.params, reply);
      authorise(access, session);
      await send(reply, await run(parsed, session, () => request.headers['idempotency-key']));
      return reply;
    },
  });
}

type Params = Readonly<Record<string, string>>;

function parseRequest<R extends Route>(app: AppContext, route: R, request: FastifyRequest, params: Params, reply: FastifyReply): OpenRequest<BodyOf<R>> {
  for (const [name, value] of Object.entries(params)) if (name.endsWith('Id') && !isId(value)) throw failure('not_found');
  return {
    app,
    // as: what this route's own schema has produced, or undefined where it has none.
    body: parseBody(route, request.body) as BodyOf<R>,
    requestId: request.id,
    address: request.ip,
    userAgent: request.headers['user-agent'] ?? '',
    cookie: sessionCookie(app, request, reply),
    param(name) {
      const value = params[name];
      if (value === undefined) throw new Error(`${route.path} has no parameter ${name}`);
      return value;
    },
    files: (limitBytes, maxFiles) => request.files({ limits: { fileSize: limitBytes, files: maxFiles, fields: 20, parts: maxFiles + 20 } }),
  };
}

function parseBody(route: Route, body: unknown): unknown {
  if (route.isUpload) return undefined;
  if (route.body === null) {
    if (body !== undefined && !isDeepStrictEqual(body, {})) throw failure('invalid_input');
    return undefined;
  }
  const parsed = route.body.safeParse(body);
  if (!parsed.success) throw failure('invalid_input', {}, inputProblems(parsed.error));
  return parsed.data;
}

function authorise(access: Access, session: SignedIn | null): void {
  if (access === 'public' || access === 'signed_in') return;
  const signedIn = required(session);
  if (signedIn.mustChangePassword) throw failure('password_change_required');
  if (!signedIn.rights.includes(access.right)) throw failure('not_allowed');
}

function required(session: SignedIn | null): SignedIn {
  if (!session) throw failure('not_signed_in');
  return session;
}

function pathContent<Body>(route: Route, request: OpenRequest<Body>): string[] {
  return [...route.path.matchAll(/:(\w+)/g)].map((match) => request.param(match[1] ?? ''));
}

/** Makes the text inside the transaction, so that a reply that breaks its contract also undoes the change. */
function present(app: AppContext, route: Route, answer: unknown): Presented {
  if (answer === undefined || isFileReply(answer)) return answer;
  const text = JSON.stringify(answer);
  if (app.checksReplies && route.reply) {
    const plain: unknown = JSON.parse(text);
    const parsed = route.reply.safeParse(plain);
    if (!parsed.success) throw new TypeError(`${route.method} ${route.path} answers against its contract: ${parsed.error.issues.map((issue) => `${issue.path.join('.')} ${issue.code}`).join(', ')}`);
    if (!isDeepStrictEqual(parsed.data, plain)) throw new TypeError(`${route.method} ${route.path} answers more than its contract declares`);
  }
  return text;
}

function textOf(presented: Presented): string {
  if (typeof presented !== 'string') throw new Error('an idempotent route answers with JSON');
  return presented;
}

async function send(reply: FastifyReply, presented: Presented): Promise<void> {
  if (presented === undefined) await reply.code(204).send();
  else if (typeof presented === 'string') await reply.header('content-type', 'application/json; charset=utf-8').send(presented);
  else {
    reply.header('content-type', presented.contentType).header('content-disposition', contentDisposition(presented.fileName));
    await reply.send(presented.content);
  }
}
