import { standingInterestFen } from '../allocation.ts';
import { present } from '../present.ts';
import { accrueTo } from '../overdue.ts';
import { useCredit } from './apply-repay.ts';
import { changeRateOn } from './apply-rate.ts';
import { newLedgerRow } from './ledger-row.ts';
import type { LoanLedger } from './loan-ledger.ts';
import { reprice, repricingDay } from './reprice.ts';

/** Lets the days pass up to and including `day`: what the calendar alone changes happens on its own day. */
export function advanceTo(ledger: LoanLedger, day: number): void {
  for (;;) {
    const bendDay = nextBendDay(ledger);
    if (bendDay > day) break;
    payFromCredit(ledger, bendDay - 1);
    accrueTo(ledger, bendDay);
    if (repricingDay(ledger) === bendDay) {
      reprice(ledger, bendDay);
    } else if (ledger.pendingRate?.day === bendDay) {
      changeRateOn(ledger, ledger.pendingRate.rateAnnualE8, bendDay);
      ledger.pendingRate = null;
    } else {
      billStanding(ledger, bendDay);
    }
  }
  payFromCredit(ledger, day);
}

function nextBendDay(ledger: LoanLedger): number {
  return Math.min(ledger.pendingRate?.day ?? Infinity, ledger.billingDays[0] ?? Infinity, repricingDay(ledger));
}

/** Waiting credit pays each row on the day it falls due. */
function payFromCredit(ledger: LoanLedger, day: number): void {
  for (let index = ledger.firstUnfinished; index < ledger.rows.length && ledger.creditFen > 0; index += 1) {
    const row = ledger.rows[index];
    if (row === undefined || row.dueDay > day) return;
    useCredit(ledger, row.dueDay);
  }
}

/**
 * 随借随还: on a settlement day the interest earned so far falls due, at maturity the principal with it.
 * 300 000.00 at 10.8 % from 2024-01-05: 16 days to 01-21, 1 440.00 (vectors, revolving-monthly20).
 */
function billStanding(ledger: LoanLedger, day: number): void {
  const standing = present(ledger.standing);
  const isMaturity = ledger.billingDays.length === 1;
  ledger.billingDays = ledger.billingDays.slice(1);
  const interestFen = standingInterestFen(ledger);
  const principalFen = isMaturity ? standing.principalFen : 0;
  if (interestFen === 0 && principalFen === 0) return;
  const last = ledger.rows.at(-1) ?? { number: 0, dueDay: present(ledger.beganDay) };
  ledger.rows.push(newLedgerRow(last.number + 1, last.dueDay, day, principalFen, interestFen));
  standing.billedInterestFen += interestFen;
  standing.principalFen -= principalFen;
}
