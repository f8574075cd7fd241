import type { IncomingHttpHeaders } from 'node:http';
import type { AppContext } from './app-context.ts';
import { failure } from './failure.ts';

/**
 * Defence against requests that another site makes in the user's browser, beside the SameSite=Strict cookie and the
 * JSON content type. Programs that are no browser send neither header and pass. Throws Failure `cross_site_request`.
 */
export function requireSameOrigin(app: AppContext, method: string, headers: IncomingHttpHeaders): void {
  if (method === 'GET' || method === 'HEAD') return;
  const site = headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin' && site !== 'none') throw failure('cross_site_request');
  const { origin } = headers;
  if (origin === undefined) return;
  const isOurs = URL.canParse(origin) && (new URL(origin).host === headers.host || new URL(origin).origin === new URL(app.baseUrl).origin);
  if (!isOurs) throw failure('cross_site_request');
}
