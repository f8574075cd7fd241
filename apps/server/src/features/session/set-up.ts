import type { setupSchema } from '@loanbook/contract/features/session.ts';
import { sql } from 'kysely';
import type { z } from 'zod';
import type { AppContext } from '../../platform/app-context.ts';
import { inInstitution, institutionsForSignIn, type Actor, type Tx } from '../../platform/database.ts';
import { failure } from '../../platform/failure.ts';
import { newId } from '../../platform/ids.ts';
import { hashPassword, requireStrongPassword } from '../../platform/password.ts';
import { openSession } from '../../platform/session-store.ts';
import { requireTimeZone } from '../../platform/time-zone.ts';
import { takeSetupToken } from './setup-link.ts';

type SetupInput = z.infer<typeof setupSchema>;
type Founding = Omit<SetupInput, 'token'>;

/** Any number that no other lock of ours uses: servers beside one database must not both found an institution. */
const foundingLock = 7_305_418_265;

/**
 * Founds the institution with its first person, who has every right, and signs them in; returns the cookie's value.
 * Throws Failure `already_set_up`, `setup_link_invalid`, `weak_password`, `invalid_input` (time zone).
 */
export async function setUp(app: AppContext, input: SetupInput, userAgent: string): Promise<string> {
  if ((await institutionsForSignIn(app)).length > 0) throw failure('already_set_up');
  const taken = takeSetupToken(app, input.token);
  if (!taken) throw failure('setup_link_invalid');
  try {
    const actor = await foundInstitution(app, input);
    return await inInstitution(app, actor, (tx) => {
      tx.markBookkeeping();
      return openSession(tx, actor.personId, userAgent);
    });
  } catch (error) {
    taken.giveBack();
    throw error;
  }
}

/** The institution and its first person, without signing in. Throws Failure `already_set_up`, `weak_password`, `invalid_input`. */
export async function foundInstitution(app: AppContext, input: Founding): Promise<Actor & { readonly personId: string }> {
  requireStrongPassword(input.password, [input.userName, input.institutionName]);
  const passwordHash = await hashPassword(input.password);
  const actor = { institutionId: newId(app.now()), personId: newId(app.now()), name: input.displayName };
  await inInstitution(app, actor, (tx) => found(tx, actor.personId, input, passwordHash));
  return actor;
}

async function found(tx: Tx, personId: string, input: Founding, passwordHash: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(${foundingLock})`.execute(tx.db);
  const existing = await sql`select 1 from institutions_for_sign_in()`.execute(tx.db);
  if (existing.rows.length > 0) throw failure('already_set_up');
  await requireTimeZone(tx, input.timeZone);
  await tx.db.insertInto('institution').values({ institution_id: tx.institutionId, name: input.institutionName, time_zone: input.timeZone, created_at: tx.now }).execute();
  await tx.db
    .insertInto('person')
    .values({
      institution_id: tx.institutionId, person_id: personId, user_name: input.userName, display_name: input.displayName, role: 'full', language: input.language,
      password_hash: passwordHash, last_signed_in_at: tx.now, created_at: tx.now,
    })
    .execute();
  tx.audit({ action: 'institution.founded', objectType: 'institution', objectId: tx.institutionId, values: { institutionName: input.institutionName, timeZone: input.timeZone } });
  tx.audit({ action: 'person.added', objectType: 'person', objectId: personId, values: { userName: input.userName, displayName: input.displayName, role: 'full' } });
}
