import { inInstitution, type Tx } from '../../platform/database.ts';
import type { AppContext } from '../../platform/app-context.ts';
import { failure } from '../../platform/failure.ts';
import { inputProblem } from '../../platform/input-problems.ts';
import { hashPassword, isPassword, requireStrongPassword } from '../../platform/password.ts';
import { openSession, type SignedIn } from '../../platform/session-store.ts';
import { countFailure, forgetFailures, isThrottled } from './sign-in-throttle.ts';

export interface PasswordChange {
  readonly currentPassword: string;
  readonly newPassword: string;
}

/**
 * Sets a person's own password and ends all their sessions; returns the cookie of the new one.
 * Throws Failure `invalid_input` (current password wrong, or new one the same), `weak_password`, `too_many_requests`.
 */
export async function changePassword(app: AppContext, session: SignedIn, change: PasswordChange, userAgent: string): Promise<string> {
  await requireCurrentPassword(app, session, change.currentPassword);
  if (change.newPassword === change.currentPassword) throw wrong('newPassword', '不能与当前密码相同', 'must differ from the current one');
  requireStrongPassword(change.newPassword, [session.userName, session.institutionName]);
  const passwordHash = await hashPassword(change.newPassword);
  return inInstitution(app, session.actor, (tx) => replacePassword(tx, session, passwordHash, userAgent));
}

/** A stolen open browser must not be able to guess: counted like sign-ins. */
async function requireCurrentPassword(app: AppContext, session: SignedIn, currentPassword: string): Promise<void> {
  const key = `device:password ${session.personId}` as const;
  if (isThrottled(app, key)) throw failure('too_many_requests');
  countFailure(app, key);
  const row = await inInstitution(app, session.actor, (tx) =>
    tx.db.selectFrom('person').select('password_hash').where('institution_id', '=', tx.institutionId).where('person_id', '=', session.personId).executeTakeFirstOrThrow());
  if (!(await isPassword(row.password_hash, currentPassword))) throw wrong('currentPassword', '不正确', 'is wrong');
  forgetFailures(app, key);
}

async function replacePassword(tx: Tx, session: SignedIn, passwordHash: string, userAgent: string): Promise<string> {
  await tx.db.updateTable('person').set((column) => ({ password_hash: passwordHash, must_change_password: false, version: column('version', '+', 1) })).where('institution_id', '=', tx.institutionId).where('person_id', '=', session.personId).execute();
  await tx.db.deleteFrom('person_session').where('institution_id', '=', tx.institutionId).where('person_id', '=', session.personId).execute();
  tx.audit({ action: 'person.password_changed', objectType: 'person', objectId: session.personId });
  return openSession(tx, session.personId, userAgent);
}

function wrong(path: string, zh: string, en: string): Error {
  return failure('invalid_input', {}, [inputProblem(path, { code: 'wrong_password', zh, en })]);
}
