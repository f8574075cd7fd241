import type { ListView } from '@loanbook/contract/list-query.ts';
import { sql } from 'kysely';
import type { Tx } from '../../platform/database.ts';
import type { SqlPart } from '../../platform/lists/list-definition.ts';
import { viewCondition } from '../../platform/lists/list-filter.ts';
import { loansList } from './loans.list.ts';

/** Loans by id, as a view of the list shows them, or all of one manager's; `isOpenOnly` leaves out what is settled or void. */
export type ManagedLoans =
  | { readonly of: 'loans'; readonly loanIds: readonly string[] }
  | { readonly of: 'view'; readonly view: ListView }
  | { readonly of: 'manager'; readonly fromManager: string; readonly isOpenOnly: boolean };

export interface ChangedManager {
  readonly loanId: string;
  readonly customerId: string;
  readonly fromManager: string | null;
}

/** Gives loans another manager; those that have him already are left alone. The caller keeps the history and audits. */
export async function changeLoanManagers(tx: Tx, which: ManagedLoans, toManager: string): Promise<readonly ChangedManager[]> {
  const picked = await pickedLoans(tx, which);
  const changed = await sql<ChangedManager>`
    with picked as (
      select l.loan_id, l.manager from loan l where l.institution_id = ${tx.institutionId} and ${picked} and l.manager is distinct from ${toManager} order by l.loan_id for update
    )
    update loan set manager = ${toManager}, version = version + 1, updated_at = ${tx.now}, updated_by = ${tx.actor.name}
    from picked where loan.institution_id = ${tx.institutionId} and loan.loan_id = picked.loan_id
    returning loan.loan_id as "loanId", loan.customer_id as "customerId", picked.manager as "fromManager"`.execute(tx.db);
  return changed.rows;
}

async function pickedLoans(tx: Tx, which: ManagedLoans): Promise<SqlPart> {
  switch (which.of) {
    case 'loans':
      return sql`l.loan_id = any(${which.loanIds}::uuid[])`;
    case 'view':
      return sql`l.loan_id in (select r.loan_id from ${loansList.from} where ${await viewCondition(tx, loansList, which.view)})`;
    case 'manager':
      return sql`l.manager = ${which.fromManager} and (${!which.isOpenOnly} or exists (
        select from loan_state s where s.institution_id = l.institution_id and s.loan_id = l.loan_id and s.life not in ('settled', 'void')))`;
    default:
      return which satisfies never;
  }
}
