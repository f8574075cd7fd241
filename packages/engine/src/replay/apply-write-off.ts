import { accrueTo } from '../overdue.ts';
import { refuse } from '../refusal.ts';
import { makeAllDue } from './apply-prepay.ts';
import type { LoanLedger } from './loan-ledger.ts';

/**
 * 核销: the loan leaves the books and everything owed falls due in the off-book ledger (账销案存, 权在力催); penalty goes on
 * there and recoveries follow the non-performing order. Rule §1.9.
 */
export function applyWriteOff(ledger: LoanLedger, day: number): void {
  if (ledger.writtenOffDay !== null) refuse('loan_written_off', 'type');
  accrueTo(ledger, day);
  makeAllDue(ledger, day);
  ledger.writtenOffDay = day;
}
