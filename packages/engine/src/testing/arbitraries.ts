import fc from 'fast-check';
import { addDays, civilDateOf } from '../civil-date.ts';
import { completeTerms } from '../default-terms.ts';
import type { LoanEvent } from '../events.ts';
import { fen } from '../money.ts';
import { rateE8 } from '../rate.ts';
import { checkTerms } from '../schedule/check-terms.ts';
import type { LoanTerms } from '../terms.ts';

// Random loans and histories. Amounts from one fen to a billion yuan, rates to 36 %, terms to five years.

const startDays = { min: 18_262, max: 20_089 };

export const plannedTerms: fc.Arbitrary<LoanTerms> = fc
  .record({
    method: fc.constantFrom('equal_installment', 'equal_principal', 'interest_only', 'flat', 'bullet', 'balloon', 'progressive', 'custom'),
    principalFen: fc.oneof(fc.integer({ min: 1, max: 1000 }), fc.integer({ min: 1, max: 50_000_000 }), fc.integer({ min: 1, max: 100_000_000_000 })),
    rateAnnualE8: fc.integer({ min: 0, max: 36_000 }).map((rate) => rate * 1000),
    periods: fc.integer({ min: 1, max: 36 }),
    periodMonths: fc.constantFrom(1, 1, 3),
    startDay: fc.integer(startDays),
    interestMode: fc.constantFrom('monthly', 'actual_360', 'actual_365', '30e_360', 'months_days'),
    rounding: fc.constantFrom('half_up', 'half_even', 'down'),
    graceDays: fc.constantFrom(0, 0, 3),
    isGraceRetroactive: fc.boolean(),
    isCompoundCharged: fc.boolean(),
  })
  .map(({ startDay, method, ...rest }) => {
    const startsOn = civilDateOf(startDay);
    const base = { ...rest, method, startsOn, principalFen: fen(rest.principalFen), rateAnnualE8: rateE8(rest.rateAnnualE8) } as const;
    return completeTerms(method === 'custom' ? { ...base, customRows: customRows(startDay, rest.principalFen, rest.periods) } : withOptions(base));
  })
  .filter(isPlannable);

function withOptions(base: Parameters<typeof completeTerms>[0]): Parameters<typeof completeTerms>[0] {
  if (base.method === 'balloon') return { ...base, amortizationPeriods: (base.periods ?? 1) * 3 };
  if (base.method === 'progressive') return { ...base, progressiveStep: { kind: 'ratio', ratioE8: 1_000_000, everyPeriods: 6 } };
  return base;
}

function customRows(startDay: number, principalFen: number, periods: number): NonNullable<LoanTerms['customRows']> {
  const share = Math.floor(principalFen / periods);
  return Array.from({ length: periods }, (_, index) => ({
    dueOn: civilDateOf(startDay + 37 * (index + 1)),
    principalFen: fen(index === periods - 1 ? principalFen - share * (periods - 1) : share),
  }));
}

function isPlannable(terms: LoanTerms): boolean {
  checkTerms(terms);
  return true;
}

/** One step of a loan's life, before it is dated and numbered; `share` is of the principal, in 1/1000. */
const step = fc.record({
  kind: fc.constantFrom('repay', 'repay', 'repay', 'repay', 'prepay_shorten', 'prepay_reduce', 'fee', 'waive', 'rate', 'reverse', 'class', 'draw', 'refund'),
  afterDays: fc.integer({ min: 0, max: 120 }),
  share: fc.integer({ min: 1, max: 400 }),
});

export interface LoanHistory {
  readonly terms: LoanTerms;
  readonly events: readonly LoanEvent[];
}

export const loanHistory: fc.Arbitrary<LoanHistory> = fc
  .record({ terms: plannedTerms, firstShare: fc.constantFrom(1000, 1000, 700), steps: fc.array(step, { maxLength: 24 }) })
  .map(({ terms, firstShare, steps }) => ({ terms, events: datedEvents(terms, firstShare, steps) }));

type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never;

function datedEvents(terms: LoanTerms, firstShare: number, steps: readonly Step[]): readonly LoanEvent[] {
  const amountOf = (share: number): ReturnType<typeof fen> => fen(Math.max(1, Math.floor((terms.principalFen * share) / 1000)));
  const events: LoanEvent[] = [
    { type: 'disburse', id: 'e0', sequence: 0, occurredOn: terms.startsOn, amountFen: amountOf(firstShare) },
  ];
  let occurredOn = terms.startsOn;
  steps.forEach((next, index) => {
    occurredOn = addDays(occurredOn, next.afterDays);
    const base = { id: `e${index + 1}`, sequence: index + 1, occurredOn };
    const amountFen = amountOf(next.share);
    events.push(eventOf(next, base, amountFen, index));
  });
  return events;
}

function eventOf(
  next: Step, base: { id: string; sequence: number; occurredOn: LoanTerms['startsOn'] }, amountFen: ReturnType<typeof fen>, index: number,
): LoanEvent {
  switch (next.kind) {
    case 'repay':
    case 'draw':
    case 'refund':
      return { ...base, type: next.kind, amountFen };
    case 'fee':
      return { ...base, type: 'fee', amountFen, name: '费用' };
    case 'prepay_shorten':
      return { ...base, type: 'prepay', mode: 'shorten', principalFen: amountFen };
    case 'prepay_reduce':
      return { ...base, type: 'prepay', mode: 'reduce', principalFen: amountFen };
    case 'waive':
      return { ...base, type: 'waive', component: next.share % 2 === 0 ? 'interest' : 'penalty', amountFen };
    case 'rate':
      return { ...base, type: 'rate', rateAnnualE8: rateE8(next.share * 90_000) };
    case 'class':
      return { ...base, type: 'class', fiveTierClass: 'special_mention', reason: '人工' };
    case 'reverse':
      return { ...base, type: 'reverse', reversedEventId: `e${Math.max(1, index - (next.share % 5))}` };
  }
}
