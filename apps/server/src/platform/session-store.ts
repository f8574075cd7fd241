import { createHash, randomBytes } from 'node:crypto';
import type { Right } from '@loanbook/contract/features/session.ts';
import type { CivilDate } from '@loanbook/engine/civil-date.ts';
import type { AppContext } from './app-context.ts';
import { inInstitution, type Actor, type Tx } from './database.ts';
import { isId } from './ids.ts';
import { rightsOf, type Role } from './policy.ts';

export const idleLimitMs: number = 8 * 3_600_000;
export const absoluteLimitMs: number = 7 * 24 * 3_600_000;
const touchIntervalMs = 60_000;

/** A person who proved who they are, as of this request. */
export interface SignedIn {
  readonly actor: Actor;
  readonly institutionId: string;
  readonly institutionName: string;
  readonly timeZone: string;
  readonly businessDate: CivilDate;
  readonly personId: string;
  readonly userName: string;
  readonly displayName: string;
  readonly role: Role;
  readonly language: 'zh' | 'en';
  readonly mustChangePassword: boolean;
  readonly rights: readonly Right[];
  readonly sessionHash: Buffer;
}

/** Starts a session and returns the cookie's value, which exists nowhere else. */
export async function openSession(tx: Tx, personId: string, userAgent: string): Promise<string> {
  const token = randomBytes(32).toString('base64url');
  await tx.db
    .insertInto('person_session')
    .values({
      institution_id: tx.institutionId, session_hash: hashToken(token), person_id: personId, created_at: tx.now, last_seen_at: tx.now,
      expires_at: new Date(tx.now.getTime() + absoluteLimitMs), user_agent: userAgent.slice(0, 400),
    })
    .execute();
  // The institution stands in front because the wall must be up before the session can be looked for.
  return `${tx.institutionId}.${token}`;
}

/** The person behind a cookie, or null: unknown, too old, idle too long, or disabled. */
export async function readSignedIn(app: AppContext, cookie: string | undefined): Promise<SignedIn | null> {
  const [institutionId = '', token = ''] = (cookie ?? '').split('.');
  if (!isId(institutionId) || token.length !== 43) return null;
  return inInstitution(app, { institutionId, personId: null, name: 'session' }, (tx) => findSignedIn(tx, hashToken(token)));
}

async function findSignedIn(tx: Tx, sessionHash: Buffer): Promise<SignedIn | null> {
  const row = await tx.db
    .selectFrom('person_session as s')
    .innerJoin('person as p', (join) => join.onRef('p.institution_id', '=', 's.institution_id').onRef('p.person_id', '=', 's.person_id'))
    .innerJoin('institution as i', 'i.institution_id', 's.institution_id')
    .select(['p.person_id', 'p.user_name', 'p.display_name', 'p.role', 'p.language', 'p.must_change_password', 's.last_seen_at', 'i.name as institution_name'])
    .where('s.institution_id', '=', tx.institutionId)
    .where('s.session_hash', '=', sessionHash)
    .where('p.disabled_at', 'is', null)
    .where('s.expires_at', '>', tx.now.toISOString())
    .where('s.last_seen_at', '>', new Date(tx.now.getTime() - idleLimitMs).toISOString())
    .executeTakeFirst();
  if (!row) return null;
  if (tx.now.getTime() - Date.parse(row.last_seen_at) > touchIntervalMs) await touch(tx, sessionHash);
  return {
    actor: { institutionId: tx.institutionId, personId: row.person_id, name: row.display_name },
    institutionId: tx.institutionId, institutionName: row.institution_name, timeZone: tx.timeZone, businessDate: tx.businessDate,
    personId: row.person_id, userName: row.user_name, displayName: row.display_name, role: row.role, language: row.language,
    mustChangePassword: row.must_change_password, rights: rightsOf(row.role), sessionHash,
  };
}

/** At most once a minute, so that reading does not write. */
async function touch(tx: Tx, sessionHash: Buffer): Promise<void> {
  await tx.db.updateTable('person_session').set({ last_seen_at: tx.now }).where('session_hash', '=', sessionHash).execute();
  tx.markBookkeeping();
}

export function hashToken(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}
