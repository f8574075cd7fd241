import type { RepaidLoan } from '@loanbook/contract/repayment-events.ts';
import { rateE8, type RateE8 } from '@loanbook/engine/rate.ts';
import type { Tx } from '../../platform/database.ts';
import { failure } from '../../platform/failure.ts';
import { lockLoans, type LockedLoan } from '../loans/loans.index.ts';

/** Throws Failure not_found. */
export async function lockLoan(tx: Tx, loanId: string): Promise<LockedLoan> {
  const loan = (await lockLoans(tx, [loanId])).get(loanId);
  if (!loan) throw failure('not_found');
  return loan;
}

export function repaidLoan(loan: LockedLoan): RepaidLoan {
  return { terms: loan.terms, events: loan.events.map((one) => one.event) };
}

export async function readRateCap(tx: Tx): Promise<RateE8> {
  const { rate_cap_e8: capE8 } = await tx.db.selectFrom('institution').select('rate_cap_e8').executeTakeFirstOrThrow();
  return rateE8(capE8);
}
