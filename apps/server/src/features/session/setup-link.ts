import { randomBytes, timingSafeEqual } from 'node:crypto';
import type { AppContext } from '../../platform/app-context.ts';
import { institutionsForSignIn } from '../../platform/database.ts';
import { hashToken } from '../../platform/session-store.ts';

/** In memory only: whoever reads the disk or the database cannot found the institution, and a restart prints a new link. */
const tokenHashes = new WeakMap<AppContext, Buffer>();

/**
 * The one-time link of the first run, or null once an institution exists. A new link ends the one before. The token
 * stands behind '#', which browsers send to no server and write into no log.
 */
export async function createSetupLink(app: AppContext): Promise<string | null> {
  if ((await institutionsForSignIn(app)).length > 0) return null;
  const token = randomBytes(24).toString('base64url');
  tokenHashes.set(app, hashToken(token));
  return `${app.baseUrl}/setup#token=${token}`;
}

/** Takes the token out of use. Calling `giveBack` (after a failure that a person can mend) makes it valid again. */
export function takeSetupToken(app: AppContext, token: string): { giveBack(): void } | null {
  const expected = tokenHashes.get(app);
  if (!expected || !timingSafeEqual(expected, hashToken(token))) return null;
  tokenHashes.delete(app);
  return { giveBack: () => { tokenHashes.set(app, expected); } };
}
