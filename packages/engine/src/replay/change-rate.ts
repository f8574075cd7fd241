import { standingPerDay } from '../allocation.ts';
import type { RateE8 } from '../rate.ts';
import type { LedgerRow } from './ledger-row.ts';
import { dailyCharges } from './loan-ledger.ts';
import type { LoanLedger } from './loan-ledger.ts';

/** Keeps what was charged at the old rate, exact, and goes on at the new one; everything must be counted up to the day. */
export function changeRate(ledger: LoanLedger, rateAnnualE8: RateE8): void {
  for (const row of ledger.rows) keepCharges(ledger, row);
  const { standing } = ledger;
  if (standing !== null) {
    const earned = { amount: standing.interestAmountDays, by: standingPerDay(ledger) };
    standing.earlierInterest = [...standing.earlierInterest, earned];
    standing.interestAmountDays = 0;
  }
  ledger.terms = { ...ledger.terms, rateAnnualE8 };
  Object.assign(ledger, dailyCharges(ledger.terms));
}

/** Also what a restructuring needs before its own penalty rate takes over. */
export function keepCharges(ledger: LoanLedger, row: LedgerRow): void {
  if (row.penaltyAmountDays !== 0) {
    row.earlierPenalty = [...row.earlierPenalty, { amount: row.penaltyAmountDays, by: ledger.penaltyPerDay }];
    row.penaltyAmountDays = 0;
  }
  if (row.compoundAmountDays !== 0) {
    row.earlierCompound = [...row.earlierCompound, { amount: row.compoundAmountDays, by: ledger.compoundPerDay }];
    row.compoundAmountDays = 0;
  }
}
