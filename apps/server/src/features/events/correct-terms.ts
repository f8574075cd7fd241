import type { CorrectTermsInput, eventsRoutes } from '@loanbook/contract/features/events.ts';
import { correctedTerms } from '@loanbook/contract/loan-life/corrected-terms.ts';
import type { ReplyOf } from '@loanbook/contract/route.ts';
import type { LoanTerms } from '@loanbook/engine/terms.ts';
import type { Tx } from '../../platform/database.ts';
import { failure } from '../../platform/failure.ts';
import { replaceTerms } from '../loans/loans.index.ts';
import { lockLoan, repaidLoan } from './lock-loan.ts';

/**
 * 补全合同要素: completes or corrects the terms of a loan taken over, as if they had been known from the first day. The terms
 * that stood before stay on record (docs/decisions/0011).
 * Throws Failure not_found, changed_meanwhile, terms_not_correctable, terms_refused, principal_below_opening, …
 */
export async function correctTerms(tx: Tx, loanId: string, { version, terms: input, reason }: CorrectTermsInput): Promise<ReplyOf<typeof eventsRoutes.correctTerms>> {
  const loan = await lockLoan(tx, loanId);
  const result = correctedTerms(repaidLoan(loan), input, tx.businessDate);
  if (!result.isAccepted) throw failure(result.code, result.details);
  await replaceTerms(tx, loan, { terms: result.terms, termMonths: input.termMonths, version });
  await keepVersion(tx, loanId, { before: loan.terms, after: result.terms, reason });
  tx.audit({ action: 'loan.terms_corrected', objectType: 'loan', objectId: loanId, fields: Object.keys(input), reason, values: { terms: result.terms } });
  return { state: result.after };
}

interface Correction {
  readonly before: LoanTerms;
  readonly after: LoanTerms;
  readonly reason: string;
}

/** With the first correction, what was read at first becomes version 1, by the clock and the hand of the takeover. */
async function keepVersion(tx: Tx, loanId: string, { before, after, reason }: Correction): Promise<void> {
  const last = await tx.db.selectFrom('terms_version').select('version').where('loan_id', '=', loanId).orderBy('version', 'desc').limit(1).executeTakeFirst();
  const common = { institution_id: tx.institutionId, loan_id: loanId };
  if (!last) {
    const { recorded_at, actor_id, actor_name } = await firstEntry(tx, loanId);
    await tx.db.insertInto('terms_version').values({ ...common, version: 1, terms: JSON.stringify(before), reason: null, recorded_at, actor_id, actor_name }).execute();
  }
  const version = (last?.version ?? 1) + 1;
  await tx.db.insertInto('terms_version').values({ ...common, version, terms: JSON.stringify(after), reason, recorded_at: tx.now, actor_id: tx.actor.personId, actor_name: tx.actor.name }).execute();
}

async function firstEntry(tx: Tx, loanId: string): Promise<{ readonly recorded_at: string; readonly actor_id: string | null; readonly actor_name: string }> {
  return tx.db.selectFrom('loan_event_current').select(['recorded_at', 'actor_id', 'actor_name']).where('loan_id', '=', loanId).orderBy('sequence').limit(1).executeTakeFirstOrThrow();
}
