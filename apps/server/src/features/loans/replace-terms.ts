import type { LoanTerms } from '@loanbook/engine/terms.ts';
import { sql } from 'kysely';
import type { Tx } from '../../platform/database.ts';
import { changedLoanFailure } from './changed-loan-failure.ts';
import { loanTermColumns } from './loan-columns.ts';
import type { LockedLoan } from './lock-loans.ts';
import { writeProjections } from './write-projection.ts';
import { liveOpening } from '@loanbook/contract/loan-life/live-opening.ts';

export interface ReplacingTerms {
  readonly terms: LoanTerms;
  readonly termMonths: number;
  /** Of the loan, as the person saw it. */
  readonly version: number;
}

/** Shown with a loan whose old book left a term open. */
export const incompleteTermsFlag = 'incomplete_terms';

/**
 * Puts completed terms in the place of those a locked loan has, and writes its projection anew. The caller keeps the terms
 * that stood before (facts) and writes the audit entry. What the old book had collected follows the amount lent where it
 * was computed from it. Throws Failure changed_meanwhile when the loan's version is not the one the person saw.
 */
export async function replaceTerms(tx: Tx, loan: LockedLoan, { terms, termMonths, version }: ReplacingTerms): Promise<void> {
  const balanceFen = liveOpening(loan.events.map(({ event }) => event))?.principalFen ?? loan.terms.principalFen;
  const [computedBefore, computedNow] = [loan.terms.principalFen - balanceFen, terms.principalFen - balanceFen];
  const changed = await tx.db.updateTable('loan')
    .set((row) => ({
      ...loanTermColumns(terms), term_months: termMonths, terms: JSON.stringify(terms), flags: sql<string[]>`array_remove(flags, ${incompleteTermsFlag})`,
      taken_over_repaid_principal_fen: row.case().when('taken_over_repaid_principal_fen', '=', Math.max(0, computedBefore)).then(Math.max(0, computedNow)).else(row.ref('taken_over_repaid_principal_fen')).end(),
      version: version + 1, updated_at: tx.now, updated_by: tx.actor.name,
    }))
    .where('loan_id', '=', loan.loanId).where('version', '=', version)
    .returning('loan_id').executeTakeFirst();
  if (!changed) throw await changedLoanFailure(tx, loan.loanId);
  await writeProjections(tx, [{ loanId: loan.loanId, terms, events: loan.events.map((one) => one.event) }]);
}
