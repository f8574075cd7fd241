import { addDays, addMonths, parseCivilDate, type CivilDate } from '@loanbook/engine/civil-date.ts';
import { fiveTierClasses } from '@loanbook/engine/classification.ts';
import { completeTerms } from '@loanbook/engine/default-terms.ts';
import { fen } from '@loanbook/engine/money.ts';
import { rateE8 } from '@loanbook/engine/rate.ts';
import type { LoanTerms } from '@loanbook/engine/terms.ts';
import type { TakenOverEvent, TakenOverLoan, TakenOverReceipt } from '../src/features/loans/loans.index.ts';

/** A generator of numbers from 0 up to, not including, its argument; the same seed gives the same numbers (mulberry32). */
export function seededNumbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296) * below);
  };
}

export function testDay(text: string): CivilDate {
  const day = parseCivilDate(text);
  if (day === null) throw new Error(`not a day: ${text}`);
  return day;
}

const methods = ['equal_installment', 'equal_principal', 'interest_only', 'quarterly_interest', 'bullet', 'flat'] as const;
const interestModes = ['monthly', 'actual_360', 'actual_365', '30e_360'] as const;

function randomTerms(next: (below: number) => number, businessDate: CivilDate): LoanTerms {
  const startsOn = addDays(businessDate, -1 - next(700));
  return completeTerms({
    method: methods[next(methods.length)] ?? 'bullet', principalFen: fen(100_000 + next(50_000_000)), rateAnnualE8: rateE8(next(24) * 1_000_000), startsOn,
    maturesOn: addMonths(startsOn, 1 + next(36)), interestMode: interestModes[next(interestModes.length)] ?? 'monthly', graceDays: next(4), isCompoundCharged: next(2) === 0,
  });
}

/** Receipts of any size on any day up to the business date, some reversed, in any order of entry. */
function randomEvents(next: (below: number) => number, terms: LoanTerms, businessDate: CivilDate): TakenOverEvent[] {
  const lifeDays = Math.max(1, Math.round((Date.parse(businessDate) - Date.parse(terms.startsOn)) / 86_400_000));
  const isOpened = next(3) === 0;
  const openedOn = isOpened ? addDays(terms.startsOn, next(lifeDays)) : terms.startsOn;
  const first: TakenOverEvent = isOpened
    ? { type: 'opening', occurredOn: openedOn, sequence: 1, principalFen: fen(next(10) === 0 ? 0 : 1 + next(terms.principalFen)), ...(next(2) === 0 ? { overdueSince: addDays(openedOn, -next(120)) } : {}) }
    : { type: 'disburse', occurredOn: terms.startsOn, sequence: 1, amountFen: terms.principalFen };
  const events: TakenOverEvent[] = [first];
  for (let count = next(8); count > 0; count -= 1) {
    const amountFen = fen(1 + next(next(3) === 0 ? Math.ceil(terms.principalFen / 3) : Math.ceil((terms.principalFen * 2) / terms.periods)));
    const days = Math.max(0, Math.round((Date.parse(businessDate) - Date.parse(openedOn)) / 86_400_000));
    events.push({ type: 'repay', occurredOn: addDays(openedOn, next(days + 1)), sequence: events.length + 1, amountFen });
  }
  return [...events, ...randomVerdict(next, businessDate, events.length + 1)];
}

/** Some loans a person has classed, some are written off. */
function randomVerdict(next: (below: number) => number, businessDate: CivilDate, sequence: number): TakenOverEvent[] {
  const verdict = next(12);
  const fiveTierClass = fiveTierClasses[1 + next(4)] ?? 'loss';
  if (verdict === 0) return [{ type: 'class', occurredOn: businessDate, sequence, fiveTierClass, reason: '调查结果' }];
  return verdict === 1 ? [{ type: 'write_off', occurredOn: businessDate, sequence }] : [];
}

function statedReceipt(next: (below: number) => number, number: number): TakenOverReceipt {
  const [principalFen, interestFen] = [fen(next(100_000)), fen(next(10_000))];
  return {
    installmentNo: number, dueOn: testDay('2024-01-15'), paidOn: testDay('2024-01-15'), totalFen: fen(principalFen + interestFen), principalFen, interestFen,
    penaltyFen: fen(0), compoundFen: null, feeFen: null, channel: null, externalRef: null, payerName: null, note: null, isReversed: false,
  };
}

/** Invented loans with random terms and histories; the same seed gives the same loans. */
export function randomLoans(seed: number, count: number, customerId: string, businessDate: CivilDate, receiptsEach = 0): TakenOverLoan[] {
  const next = seededNumbers(seed);
  return Array.from({ length: count }, (_unused, index) => {
    const terms = randomTerms(next, businessDate);
    return {
      customerId, facts: { receiptNo: `R${seed}-${index}` }, terms, unstated: [], termMonths: null, flags: [],
      events: randomEvents(next, terms, businessDate),
      receipts: Array.from({ length: receiptsEach }, (_one, number) => statedReceipt(next, number + 1)),
    };
  });
}
