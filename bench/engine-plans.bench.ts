import { completeTerms } from '@loanbook/engine/default-terms.ts';
import { fen } from '@loanbook/engine/money.ts';
import { rateE8 } from '@loanbook/engine/rate.ts';
import { parseCivilDate } from '@loanbook/engine/civil-date.ts';
import { buildSchedule } from '@loanbook/engine/schedule/build-schedule.ts';
import type { LoanTerms } from '@loanbook/engine/terms.ts';
import { Decimal } from 'decimal.js';
import type { Bench, Measurement } from './bench.ts';
import { perSecond } from './per-second.ts';

const startsOn = parseCivilDate('2024-01-15') ?? raise();

function raise(): never {
  throw new Error('the start is no date');
}

/** 256 loans whose principal and rate all differ, so that nothing can be remembered from one to the next. */
function loansOf(periods: number): readonly LoanTerms[] {
  return Array.from({ length: 256 }, (_, index) => completeTerms({
    method: 'equal_installment', principalFen: fen(5_000_000 + index * 12_370), rateAnnualE8: rateE8(4_900_000 + index * 10_000),
    periods, startsOn,
  }));
}

interface DecimalRow {
  readonly number: number;
  readonly principal: Decimal;
  readonly interest: Decimal;
  readonly total: Decimal;
  readonly balance: Decimal;
}

/** The same figures with decimal.js, as a careful application would write it; without the due dates, in its favour. */
function decimalPlan(terms: LoanTerms): readonly DecimalRow[] {
  const rate = new Decimal(terms.rateAnnualE8).div(1e8).div(12);
  const growth = rate.plus(1).pow(terms.periods);
  let balance = new Decimal(terms.principalFen).div(100);
  const payment = balance.times(rate).times(growth).div(growth.minus(1)).toDecimalPlaces(2, Decimal.ROUND_HALF_UP);
  const rows: DecimalRow[] = [];
  for (let number = 1; number <= terms.periods; number += 1) {
    const interest = balance.times(rate).toDecimalPlaces(2, Decimal.ROUND_HALF_UP);
    const principal = number === terms.periods ? balance : payment.minus(interest);
    balance = balance.minus(principal);
    rows.push({ number, principal, interest, total: principal.plus(interest), balance });
  }
  return rows;
}

function measured(periods: number): Measurement {
  const loans = loansOf(periods);
  const loanAt = (index: number): LoanTerms => loans[index % loans.length] ?? raise();
  const value = perSecond((index) => buildSchedule(loanAt(index)).length);
  const decimal = perSecond((index) => decimalPlan(loanAt(index)).length);
  return { name: `plans of ${periods} equal installments, one core`, value, unit: 'plans/s', comparison: `decimal.js ${decimal}/s`, ratio: value / decimal };
}

export const bench: Bench = { run: async () => [measured(12), measured(360)] };
