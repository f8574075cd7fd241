import type { CivilDate } from '@loanbook/engine/civil-date.ts';
import { sql } from 'kysely';
import type { Tx } from '../../platform/database.ts';

/** An entry that counts and that the import in question did not write. */
export interface LaterEntry {
  readonly loanId: string;
  readonly receiptNo: string;
  readonly type: string;
  readonly occurredOn: CivilDate;
  readonly enteredBy: string;
  readonly importId: string | null;
}

/** Entries on loans that an import brought, and those after its own entries on loans it only changed; reversed ones do not count. */
export async function entriesSinceImport(tx: Tx, importId: string): Promise<LaterEntry[]> {
  const rows = await sql<LaterEntry>`
    with touched as (select loan_id, min(sequence) as first_sequence from loan_event where import_id = ${importId} group by loan_id)
    select e.loan_id as "loanId", l.receipt_no as "receiptNo", e.type, e.occurred_on::text as "occurredOn", e.actor_name as "enteredBy", e.import_id as "importId"
    from touched t join loan l on l.loan_id = t.loan_id join loan_event e on e.loan_id = t.loan_id
    where e.import_id is distinct from ${importId}::uuid and e.type <> 'reverse' and (l.import_id = ${importId} or e.sequence > t.first_sequence)
      and not exists (select from loan_event r where r.reversed_event_id = e.event_id)
    order by l.receipt_no, e.sequence`.execute(tx.db);
  return rows.rows;
}

/** Nobody can post to loans that the import brought or wrote on until the transaction ends. Returns those it brought. */
export async function lockImportedLoans(tx: Tx, importId: string): Promise<string[]> {
  const rows = await sql<{ loan_id: string; is_own: boolean }>`
    select loan_id, import_id is not distinct from ${importId}::uuid as is_own from loan
    where import_id = ${importId} or loan_id in (select loan_id from loan_event where import_id = ${importId}) order by loan_id for update`.execute(tx.db);
  return rows.rows.filter((row) => row.is_own).map((row) => row.loan_id);
}
