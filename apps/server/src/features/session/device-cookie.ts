import { createHmac, hkdfSync, randomBytes, timingSafeEqual } from 'node:crypto';
import type { AppContext } from '../../platform/app-context.ts';

/*
 * Proof that a person has signed in from this browser before. It gives no right at all; it only lets their attempts
 * be counted apart from strangers' attempts on the same name, so that nobody can lock a person out from outside.
 */

/** `nonce.mac`, bound to institution and person. */
export function makeDeviceCookie(app: AppContext, institutionId: string, personId: string): string {
  const nonce = randomBytes(12).toString('base64url');
  return `${nonce}.${mac(app, institutionId, personId, nonce).toString('base64url')}`;
}

/** The device's nonce when the cookie was made for this person, else null. */
export function readDevice(app: AppContext, cookie: string | undefined, institutionId: string, personId: string): string | null {
  const [nonce = '', signature = ''] = (cookie ?? '').split('.');
  const given = Buffer.from(signature, 'base64url');
  const expected = mac(app, institutionId, personId, nonce);
  return given.length === expected.length && timingSafeEqual(given, expected) ? nonce : null;
}

function mac(app: AppContext, institutionId: string, personId: string, nonce: string): Buffer {
  const key = Buffer.from(hkdfSync('sha256', app.masterKey, Buffer.alloc(0), 'loanbook device cookie', 32));
  return createHmac('sha256', key).update(`${institutionId}|${personId}|${nonce}`).digest();
}
