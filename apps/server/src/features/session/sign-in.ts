import { sql } from 'kysely';
import type { AppContext } from '../../platform/app-context.ts';
import { inInstitution, institutionsForSignIn, type Actor, type Tx } from '../../platform/database.ts';
import { failure } from '../../platform/failure.ts';
import { isPassword } from '../../platform/password.ts';
import { openSession } from '../../platform/session-store.ts';
import { makeDeviceCookie, readDevice } from './device-cookie.ts';
import { countFailure, forgetAfterMs, forgetFailures, isThrottled, waitAfterFailures, type ThrottleKey } from './sign-in-throttle.ts';

export interface SignInAttempt {
  readonly userName: string;
  readonly password: string;
  readonly address: string;
  readonly userAgent: string;
  readonly deviceCookie: string | undefined;
}

export interface SignInResult {
  readonly sessionCookie: string;
  readonly deviceCookie: string;
}

interface Candidate {
  readonly institutionId: string;
  readonly personId: string;
  readonly displayName: string;
  readonly passwordHash: string;
  readonly isDisabled: boolean;
  readonly throttledUntilMs: number;
}

/** A wrong password also writes a failure down, an unknown name does not; no failure is answered before this. */
export const failureFloorMs = 150;

/**
 * Checks name and password and starts a session. An unknown name, a wrong password and a throttled attempt cannot be
 * told apart from a known name's. Throws Failure `too_many_requests`, `sign_in_failed`, `account_disabled`.
 */
export async function signIn(app: AppContext, attempt: SignInAttempt): Promise<SignInResult> {
  const floor = new Promise((resolve) => setTimeout(resolve, failureFloorMs));
  const userName = attempt.userName.trim().toLowerCase();
  const candidates = await findCandidates(app, userName);
  const device = deviceOf(app, attempt, candidates);
  refuseTooMany(app, attempt, userName, candidates, device);
  // Counted before the slow check, so that guesses sent at once are counted too.
  for (const key of keysOf(attempt, userName, device)) countFailure(app, key);
  const person = await firstWithPassword(candidates, attempt.password);
  if (!person) {
    await noteFailure(app, candidates, device);
    await floor;
    throw failure('sign_in_failed');
  }
  // Only who knows the password learns that the account is disabled.
  if (person.isDisabled) throw failure('account_disabled');
  for (const key of keysOf(attempt, userName, device)) forgetFailures(app, key);
  const sessionCookie = await inInstitution(app, actorOf(person), (tx) => begin(tx, person, attempt.userAgent));
  return { sessionCookie, deviceCookie: device && attempt.deviceCookie ? attempt.deviceCookie : makeDeviceCookie(app, person.institutionId, person.personId) };
}

/** The sign-in page asks for no institution, so the name is looked for in each; there are few on one installation. */
async function findCandidates(app: AppContext, userName: string): Promise<Candidate[]> {
  const found: Candidate[] = [];
  for (const { institutionId } of await institutionsForSignIn(app)) {
    const row = await inInstitution(app, { institutionId, personId: null, name: 'session' }, (tx) =>
      tx.db.selectFrom('person').select(['person_id', 'display_name', 'password_hash', 'disabled_at', 'throttled_until']).where('institution_id', '=', institutionId).where('user_name', '=', userName).executeTakeFirst());
    if (!row) continue;
    found.push({
      institutionId, personId: row.person_id, displayName: row.display_name, passwordHash: row.password_hash,
      isDisabled: row.disabled_at !== null, throttledUntilMs: row.throttled_until === null ? 0 : Date.parse(row.throttled_until),
    });
  }
  return found;
}

function deviceOf(app: AppContext, attempt: SignInAttempt, candidates: readonly Candidate[]): string | null {
  for (const candidate of candidates) {
    const device = readDevice(app, attempt.deviceCookie, candidate.institutionId, candidate.personId);
    if (device) return device;
  }
  return null;
}

/** A device that the person signed in from before is counted by itself; strangers share the name's and the address' count. */
function keysOf(attempt: SignInAttempt, userName: string, device: string | null): ThrottleKey[] {
  return device ? [`device:${device}`] : [`name:${userName}`, `address:${attempt.address}`];
}

function refuseTooMany(app: AppContext, attempt: SignInAttempt, userName: string, candidates: readonly Candidate[], device: string | null): void {
  const isPersonThrottled = device === null && candidates.some((candidate) => candidate.throttledUntilMs > app.now().getTime());
  if (isPersonThrottled || keysOf(attempt, userName, device).some((key) => isThrottled(app, key))) throw failure('too_many_requests');
}

/** Always at least one hash, so that an unknown name takes as long as a known one. */
async function firstWithPassword(candidates: readonly Candidate[], password: string): Promise<Candidate | null> {
  if (candidates.length === 0) await isPassword(null, password);
  for (const candidate of candidates) if (await isPassword(candidate.passwordHash, password)) return candidate;
  return null;
}

async function noteFailure(app: AppContext, candidates: readonly Candidate[], device: string | null): Promise<void> {
  for (const candidate of candidates) {
    await inInstitution(app, { institutionId: candidate.institutionId, personId: null, name: 'session' }, async (tx) => {
      if (device === null) await countPersonFailure(tx, candidate.personId);
      tx.audit({ action: 'person.sign_in_failed', objectType: 'person', objectId: candidate.personId });
    });
  }
}

/** For all servers beside the database; forgotten an hour after the last wait ended. */
async function countPersonFailure(tx: Tx, personId: string): Promise<void> {
  const forgotten = new Date(tx.now.getTime() - forgetAfterMs).toISOString();
  const row = await tx.db.updateTable('person')
    .set({ failed_sign_ins: sql<number>`case when throttled_until < ${forgotten} then 1 else failed_sign_ins + 1 end` })
    .where('institution_id', '=', tx.institutionId).where('person_id', '=', personId).returning('failed_sign_ins').executeTakeFirstOrThrow();
  const waitMs = waitAfterFailures(row.failed_sign_ins);
  if (waitMs > 0) await tx.db.updateTable('person').set({ throttled_until: new Date(tx.now.getTime() + waitMs) }).where('institution_id', '=', tx.institutionId).where('person_id', '=', personId).execute();
}

async function begin(tx: Tx, person: Candidate, userAgent: string): Promise<string> {
  await tx.db.updateTable('person').set({ failed_sign_ins: 0, throttled_until: null, last_signed_in_at: tx.now }).where('institution_id', '=', tx.institutionId).where('person_id', '=', person.personId).execute();
  await tx.db.deleteFrom('person_session').where('institution_id', '=', tx.institutionId).where('person_id', '=', person.personId).where('expires_at', '<=', tx.now.toISOString()).execute();
  tx.audit({ action: 'person.signed_in', objectType: 'person', objectId: person.personId });
  return openSession(tx, person.personId, userAgent);
}

function actorOf(person: Candidate): Actor {
  return { institutionId: person.institutionId, personId: person.personId, name: person.displayName };
}
