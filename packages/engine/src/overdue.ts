import { addAmountDays } from './fraction.ts';
import { openInterestFen, openPrincipalFen } from './replay/ledger-row.ts';
import type { LedgerRow } from './replay/ledger-row.ts';
import type { LoanLedger } from './replay/loan-ledger.ts';

/**
 * Counts a row's overdue days up to `day` on what is unpaid now. Rule §1.3: penalty on overdue principal, compound on
 * unpaid interest, both from the due date (算头不算尾): 10 000.00 for 30 days at 18 %/360 is 150.00.
 * Inside the grace days nothing counts; once they are exceeded, all days (retroactive) or only those beyond.
 * 10 000.00, 3 days of grace, 4 days late: 20.00 retroactive, 5.00 otherwise.
 */
export function accrueRow(ledger: LoanLedger, row: LedgerRow, day: number): void {
  const { graceDays, isGraceRetroactive } = ledger.terms;
  const graceEndDay = row.dueDay + graceDays;
  if (day <= graceEndDay || day <= row.accruedToDay) return;
  const isCounted = row.accruedToDay > graceEndDay;
  const fromDay = isCounted || isGraceRetroactive ? row.accruedToDay : graceEndDay;
  row.accruedToDay = day;
  const days = day - fromDay;
  const principalFen = openPrincipalFen(row);
  if (principalFen > 0) row.penaltyAmountDays = addAmountDays(row.penaltyAmountDays, principalFen, days);
  if (!ledger.terms.isCompoundCharged) return;
  const interestFen = openInterestFen(row);
  if (interestFen > 0) row.compoundAmountDays = addAmountDays(row.compoundAmountDays, interestFen, days);
}

/** Counts all rows that are overdue on `day`, and the interest of standing principal. */
export function accrueTo(ledger: LoanLedger, day: number): void {
  for (let index = ledger.firstUnfinished; index < ledger.rows.length; index += 1) {
    const row = ledger.rows[index];
    if (row === undefined || row.dueDay >= day) break;
    accrueRow(ledger, row, day);
  }
  const { standing } = ledger;
  if (standing === null || standing.accruedToDay >= day) return;
  const days = day - standing.accruedToDay;
  standing.interestAmountDays = addAmountDays(standing.interestAmountDays, standing.principalFen, days);
  standing.accruedToDay = day;
}
