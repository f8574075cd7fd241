import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply } from 'fastify';
import type { AppContext } from './app-context.ts';
import { failure } from './failure.ts';

/** In index.html this text is replaced by a fresh nonce in every reply (Vite: html.cspNonce). */
const noncePlaceholder = '__CSP_NONCE__';

/**
 * Serves the built pages: hashed files under /assets for ever, everything else revalidated, and index.html for any
 * other address, because the browser's router knows the pages. Unknown addresses below /api are `not_found`.
 */
export async function serveWebApp(server: FastifyInstance, app: AppContext): Promise<void> {
  const hasPages = existsSync(path.join(app.webFolder, 'index.html'));
  if (hasPages) {
    await server.register(fastifyStatic, {
      root: app.webFolder,
      index: false,
      dotfiles: 'ignore',
      cacheControl: false,
      // The build lays .br and .gz files beside each asset.
      preCompressed: true,
      setHeaders: (reply, file) => {
        reply.header('cache-control', path.dirname(file).endsWith('assets') ? 'public, max-age=31536000, immutable' : 'no-cache');
      },
    });
  }
  if (hasPages) for (const url of ['/', '/index.html']) server.get(url, async (_, reply) => sendPage(reply, app));
  server.setNotFoundHandler(async (request, reply) => {
    const isPage = hasPages && (request.method === 'GET' || request.method === 'HEAD') && !request.url.startsWith('/api/') && !request.url.startsWith('/assets/');
    if (!isPage) throw failure('not_found');
    return sendPage(reply, app);
  });
}

function sendPage(reply: FastifyReply, app: AppContext): FastifyReply {
  const nonce = randomBytes(16).toString('base64');
  const page = readPage(path.join(app.webFolder, 'index.html')).replaceAll(noncePlaceholder, nonce);
  return reply.header('content-security-policy', pagePolicy(nonce)).header('cache-control', 'no-store').type('text/html; charset=utf-8').send(page);
}

/** The component library writes style elements at run time and marks them with the nonce. Scripts are files of ours. */
function pagePolicy(nonce: string): string {
  return [
    "default-src 'none'", `script-src 'self' 'nonce-${nonce}'`, `style-src 'self' 'nonce-${nonce}'`, "img-src 'self' data: blob:", "font-src 'self' data:",
    "connect-src 'self'", "worker-src 'self'", "manifest-src 'self'", "form-action 'self'", "base-uri 'none'", "frame-ancestors 'none'",
  ].join('; ');
}

const pages = new Map<string, { readonly changedAtMs: number; readonly text: string }>();

/** Kept until the file changes, so that a new build shows without a restart. */
function readPage(file: string): string {
  const changedAtMs = statSync(file).mtimeMs;
  const known = pages.get(file);
  if (known?.changedAtMs === changedAtMs) return known.text;
  const text = readFileSync(file, 'utf8');
  pages.set(file, { changedAtMs, text });
  return text;
}
