import { randomBytes } from 'node:crypto';
import cookie from '@fastify/cookie';
import helmet from '@fastify/helmet';
import multipart from '@fastify/multipart';
import rateLimit from '@fastify/rate-limit';
import fastify, { type FastifyInstance } from 'fastify';
import { usesTls, type AppContext } from './app-context.ts';
import { refusalOf } from './error-reply.ts';
import { failure } from './failure.ts';
import { serveWebApp } from './web-app.ts';

const jsonLimitBytes = 1_048_576;

/** The bare server: limits, headers, JSON only, errors from the one table, the web app. Features add routes to it. */
export async function createWebServer(app: AppContext): Promise<FastifyInstance> {
  const server = fastify({
    logger: false,
    bodyLimit: jsonLimitBytes,
    genReqId: () => randomBytes(6).toString('hex'),
    // A handler that hangs must not hold its connection for ever; uploads on slow lines still fit.
    requestTimeout: 120_000,
    // TLS ends at a proxy on this machine or network; its word on the caller's address is taken, nobody else's.
    trustProxy: usesTls(app) ? ['loopback', 'linklocal', 'uniquelocal'] : false,
    routerOptions: { maxParamLength: 100 },
  });
  acceptJsonOnly(server);
  answerErrors(server, app);
  await server.register(helmet, { contentSecurityPolicy: false, hsts: usesTls(app) ? { maxAge: 31_536_000 } : false, frameguard: { action: 'deny' }, referrerPolicy: { policy: 'no-referrer' } });
  server.addHook('onRequest', async (request, reply) => {
    reply.header('x-request-id', request.id);
    reply.header('content-security-policy', "default-src 'none'; frame-ancestors 'none'");
    reply.header('permissions-policy', 'camera=(), geolocation=(), microphone=(), payment=()');
    if (request.url.startsWith('/api/')) reply.header('cache-control', 'no-store');
  });
  await server.register(rateLimit, {
    max: app.requestsPerMinute ?? 3000, timeWindow: '1 minute', errorResponseBuilder: () => failure('too_many_requests'),
    // A caller who has hung up already has no address any more.
    keyGenerator: (request) => (request.socket.remoteAddress === undefined ? 'closed' : request.ip),
    // They would tell a route that exists from one that does not.
    addHeadersOnExceeding: { 'x-ratelimit-limit': false, 'x-ratelimit-remaining': false, 'x-ratelimit-reset': false },
    addHeaders: { 'x-ratelimit-limit': false, 'x-ratelimit-remaining': false, 'x-ratelimit-reset': false, 'retry-after': true },
  });
  await server.register(cookie);
  await server.register(multipart);
  await serveWebApp(server, app);
  return server;
}

/** Without the library's text parser; an empty body is allowed, because operations without input send none. */
function acceptJsonOnly(server: FastifyInstance): void {
  const parseJson = server.getDefaultJsonParser('error', 'error');
  server.removeAllContentTypeParsers();
  server.addContentTypeParser('application/json', { parseAs: 'string' }, (request, body, done) => {
    if (body === '') done(null, undefined);
    else void parseJson(request, body.toString(), (error, value) => { if (error || !isStorable(body.toString(), value)) done(failure('not_json')); else done(null, value); });
  });
}

/** Zero bytes and halves of characters are text to JSON, but no text to PostgreSQL. Only escapes can bring them in. */
function isStorable(body: string, value: unknown): boolean {
  return !/\\u(?:0000|d[89a-f])/i.test(body) || isStorableValue(value);
}

function isStorableValue(value: unknown): boolean {
  if (typeof value === 'string') return value.isWellFormed() && !value.includes('\u0000');
  if (typeof value !== 'object' || value === null) return true;
  return Object.entries(value).every(([key, part]) => isStorableValue(key) && isStorableValue(part));
}

function answerErrors(server: FastifyInstance, app: AppContext): void {
  server.setErrorHandler(async (error, request, reply) => {
    const { status, body } = refusalOf(app, error, request.id, `${request.method} ${request.routeOptions.url ?? '?'}`);
    // A file that failed half-way set these for itself.
    reply.removeHeader('content-disposition');
    return reply.code(status).header('content-type', 'application/json; charset=utf-8').send(JSON.stringify(body));
  });
}
