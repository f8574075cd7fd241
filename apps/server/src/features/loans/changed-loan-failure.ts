import { changedMeanwhile } from '../../platform/changed-meanwhile.ts';
import type { Tx } from '../../platform/database.ts';
import { failure, type Failure } from '../../platform/failure.ts';

/** Why no loan with this id and version was there: changed_meanwhile, or not_found. */
export async function changedLoanFailure(tx: Tx, loanId: string): Promise<Failure> {
  const current = await tx.db.selectFrom('loan').select(['updated_by', 'updated_at']).where('loan_id', '=', loanId).executeTakeFirst();
  return current ? changedMeanwhile(tx, current.updated_by, current.updated_at) : failure('not_found');
}
