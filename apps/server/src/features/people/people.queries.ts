import type { Person } from '@loanbook/contract/features/people.ts';
import type { Tx } from '../../platform/database.ts';
import { failure } from '../../platform/failure.ts';

/** Everybody of the institution, disabled people included, in the order they came. */
export async function readPeople(tx: Tx): Promise<Person[]> {
  const rows = await personRows(tx).orderBy('created_at').orderBy('person_id').execute();
  return rows.map(personOf);
}

/** Throws Failure `not_found`. */
export async function readPerson(tx: Tx, personId: string): Promise<Person> {
  const row = await personRows(tx).where('person_id', '=', personId).executeTakeFirst();
  if (!row) throw failure('not_found');
  return personOf(row);
}

function personRows(tx: Tx) {
  return tx.db
    .selectFrom('person')
    .select(['person_id', 'user_name', 'display_name', 'role', 'disabled_at', 'must_change_password', 'created_at', 'last_signed_in_at'])
    .where('institution_id', '=', tx.institutionId);
}

type PersonRow = Awaited<ReturnType<ReturnType<typeof personRows>['executeTakeFirstOrThrow']>>;

function personOf(row: PersonRow): Person {
  return {
    id: row.person_id, userName: row.user_name, displayName: row.display_name, role: row.role, isDisabled: row.disabled_at !== null,
    mustChangePassword: row.must_change_password, createdAt: row.created_at, lastSignedInAt: row.last_signed_in_at,
  };
}
