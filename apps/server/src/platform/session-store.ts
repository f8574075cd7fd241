import { createHash, randomBytes } from 'node:crypto';
import type { Right } from '@loanbook/contract/features/session.ts';
import type { CivilDate } from '@loanbook/engine/civil-date.ts';
import { z } from 'zod';
import type { AppContext } from './app-context.ts';
import { askInstitution, inInstitution, type Actor, type Tx } from './database.ts';
import { isId } from './ids.ts';
import { isRole, rightsOf, type Role } from './policy.ts';

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
  return findSignedIn(app, institutionId, hashToken(token));
}

async function findSignedIn(app: AppContext, institutionId: string, sessionHash: Buffer): Promise<SignedIn | null> {
  const now = app.now();
  const { clock, rows } = await askInstitution(app, institutionId, now, {
    name: 'signed_in', text: signedInText, values: [institutionId, sessionHash, now.toISOString(), new Date(now.getTime() - idleLimitMs).toISOString()],
  });
  const found = signedInSchema.parse(rows)[0];
  if (!found) return null;
  const actor = { institutionId, personId: found.person_id, name: found.display_name };
  if (now.getTime() - Date.parse(found.last_seen_at) > touchIntervalMs) await inInstitution(app, actor, (tx) => touch(tx, sessionHash));
  return {
    actor, institutionId, institutionName: found.institution_name, ...clock,
    personId: found.person_id, userName: found.user_name, displayName: found.display_name, role: found.role, language: found.language,
    mustChangePassword: found.must_change_password, rights: rightsOf(found.role), sessionHash,
  };
}

const signedInText = `
  select p.person_id, p.user_name, p.display_name, p.role, p.language, p.must_change_password, s.last_seen_at, i.name as institution_name
  from person_session s join person p on p.institution_id = s.institution_id and p.person_id = s.person_id join institution i on i.institution_id = s.institution_id
  where s.institution_id = $1 and s.session_hash = $2 and p.disabled_at is null and s.expires_at > $3 and s.last_seen_at > $4`;

const signedInSchema = z.array(z.object({
  person_id: z.string(), user_name: z.string(), display_name: z.string(), role: z.custom<Role>((value) => typeof value === 'string' && isRole(value)), language: z.enum(['zh', 'en']),
  must_change_password: z.boolean(), last_seen_at: z.string(), institution_name: z.string(),
}));

/** At most once a minute, so that reading does not write. */
async function touch(tx: Tx, sessionHash: Buffer): Promise<void> {
  await tx.db.updateTable('person_session').set({ last_seen_at: tx.now }).where('session_hash', '=', sessionHash).execute();
  tx.markBookkeeping();
}

export function hashToken(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}
