import type { newPasswordSchema, newPersonSchema, Person, personChangeSchema } from '@loanbook/contract/features/people.ts';
import type { z } from 'zod';
import { isUniqueViolation, type Tx } from '../../platform/database.ts';
import { failure } from '../../platform/failure.ts';
import { newId } from '../../platform/ids.ts';
import { hashPassword, oneTimePassword } from '../../platform/password.ts';
import { readPerson } from './people.queries.ts';

type NewPerson = z.infer<typeof newPersonSchema>;
type PersonChange = z.infer<typeof personChangeSchema>;
type NewPassword = z.infer<typeof newPasswordSchema>;

/** Adds a person with a password that is shown this once. Throws Failure `user_name_taken`. */
export async function addPerson(tx: Tx, input: NewPerson): Promise<NewPassword> {
  const personId = newId(tx.now);
  const password = oneTimePassword();
  const password_hash = await hashPassword(password);
  try {
    await tx.db
      .insertInto('person')
      .values({
        institution_id: tx.institutionId, person_id: personId, user_name: input.userName, display_name: input.displayName, role: input.role, language: input.language,
        password_hash, must_change_password: true, created_at: tx.now,
      })
      .execute();
  } catch (error) {
    if (isUniqueViolation(error, 'person_institution_id_user_name_key')) throw failure('user_name_taken', { userName: input.userName });
    throw error;
  }
  tx.audit({ action: 'person.added', objectType: 'person', objectId: personId, values: { userName: input.userName, displayName: input.displayName, role: input.role } });
  return { person: await readPerson(tx, personId), oneTimePassword: password };
}

/**
 * Changes name or role, disables or enables. A disabled person's sessions end with the transaction; a new role counts
 * from the next request. Throws Failure `not_found`, `last_administrator`.
 */
export async function changePerson(tx: Tx, personId: string, change: PersonChange): Promise<Person> {
  const administrators = await lockAdministrators(tx);
  const before = await readPerson(tx, personId);
  const losesRights = change.role === 'read_only' || change.isDisabled === true;
  if (losesRights && administrators.every((id) => id === personId)) throw failure('last_administrator');
  const isDisabled = change.isDisabled ?? before.isDisabled;
  await tx.db
    .updateTable('person')
    .set((column) => ({
      display_name: change.displayName ?? before.displayName, role: change.role ?? before.role, version: column('version', '+', 1),
      ...(isDisabled === before.isDisabled ? {} : { disabled_at: isDisabled ? tx.now : null }),
    }))
    .where('institution_id', '=', tx.institutionId).where('person_id', '=', personId)
    .execute();
  if (isDisabled) await endSessions(tx, personId);
  auditChange(tx, before, change);
  return readPerson(tx, personId);
}

/** Gives a new password that is shown this once, ends the person's sessions and any waiting. Throws Failure `not_found`. */
export async function resetPassword(tx: Tx, personId: string): Promise<NewPassword> {
  await readPerson(tx, personId);
  const password = oneTimePassword();
  const passwordHash = await hashPassword(password);
  await tx.db
    .updateTable('person')
    .set((column) => ({ password_hash: passwordHash, must_change_password: true, failed_sign_ins: 0, throttled_until: null, version: column('version', '+', 1) }))
    .where('institution_id', '=', tx.institutionId).where('person_id', '=', personId)
    .execute();
  await endSessions(tx, personId);
  tx.audit({ action: 'person.password_reset', objectType: 'person', objectId: personId });
  return { person: await readPerson(tx, personId), oneTimePassword: password };
}

/** Active people with full rights, locked in one order: two administrators who demote each other must not both succeed. */
async function lockAdministrators(tx: Tx): Promise<string[]> {
  const rows = await tx.db
    .selectFrom('person').select('person_id')
    .where('institution_id', '=', tx.institutionId).where('role', '=', 'full').where('disabled_at', 'is', null)
    .orderBy('person_id').forUpdate()
    .execute();
  return rows.map((row) => row.person_id);
}

async function endSessions(tx: Tx, personId: string): Promise<void> {
  await tx.db.deleteFrom('person_session').where('institution_id', '=', tx.institutionId).where('person_id', '=', personId).execute();
}

function auditChange(tx: Tx, before: Person, change: PersonChange): void {
  const object = { objectType: 'person', objectId: before.id } as const;
  const isToggled = change.isDisabled !== undefined && change.isDisabled !== before.isDisabled;
  if (isToggled) tx.audit({ ...object, action: change.isDisabled ? 'person.disabled' : 'person.enabled' });
  if (change.role !== undefined && change.role !== before.role) tx.audit({ ...object, action: 'person.role_changed', values: { role: change.role } });
  if (change.displayName !== undefined || !isToggled) tx.audit({ ...object, action: 'person.changed', values: change.displayName === undefined ? {} : { displayName: change.displayName } });
}
