import { useCredit } from './apply-repay.ts';
import type { LoanLedger } from './loan-ledger.ts';

/** Lets the days pass up to and including `day`: waiting credit pays each row on the day it falls due. */
export function advanceTo(ledger: LoanLedger, day: number): void {
  for (let index = ledger.firstUnfinished; index < ledger.rows.length && ledger.creditFen > 0; index += 1) {
    const row = ledger.rows[index];
    if (row === undefined || row.dueDay > day) return;
    useCredit(ledger, row.dueDay);
  }
}
