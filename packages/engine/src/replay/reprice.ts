import { civilDateOf, dayNumber } from '../civil-date.ts';
import { linkedRateOn, nextRepricing } from '../lpr.ts';
import { present } from '../present.ts';
import { runningRow } from './accrued-interest.ts';
import { changeRateOn } from './apply-rate.ts';
import type { LoanLedger } from './loan-ledger.ts';

/** The next day on which the contract reprices what is still to bear interest; Infinity when there is none. */
export function repricingDay(ledger: LoanLedger): number {
  const { beganDay, terms } = ledger;
  if (terms.lprLink === undefined || beganDay === null) return Infinity;
  const afterDay = Math.max(beganDay, dayNumber(terms.startsOn), ledger.repricedDay);
  const next = nextRepricing(terms.lprLink, terms.startsOn, civilDateOf(afterDay));
  if (next === null) return Infinity;
  const nextDay = dayNumber(next);
  return ledger.standing !== null || runningRow(ledger, nextDay - 1) !== null ? nextDay : Infinity;
}

/**
 * 重定价: the rate of the LPR in force takes over, as a rate event of the day would. An unchanged one leaves the plan alone,
 * and so does a table that has no value yet. 4.75 % → 4.65 % with 55 basis points: 5.30 % → 5.20 % (vectors, repricing).
 */
export function reprice(ledger: LoanLedger, day: number): void {
  ledger.repricedDay = day;
  const rate = linkedRateOn(present(ledger.terms.lprLink), civilDateOf(day));
  if (rate !== null && rate !== ledger.terms.rateAnnualE8) changeRateOn(ledger, rate, day);
}
