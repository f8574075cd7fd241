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
  kind: fc.constantFrom(
    'repay', 'repay', 'repay', 'repay', 'repay', 'prepay_shorten', 'prepay_reduce', 'settle', 'fee', 'waive', 'waive', 'rate', 'reverse',
    'class', 'draw', 'refund', 'extend', 'restructure', 'write_off', 'recover',
  ),
  afterDays: fc.integer({ min: 0, max: 120 }),
  share: fc.integer({ min: 1, max: 400 }),
});

export interface LoanHistory {
  readonly terms: LoanTerms;
  readonly events: readonly LoanEvent[];
}

const anyTerms = fc.oneof({ weight: 5, arbitrary: plannedTerms }, { weight: 1, arbitrary: plannedTerms.map(asRevolving) });

function asRevolving(terms: LoanTerms): LoanTerms {
  const { principalFen, rateAnnualE8, startsOn, rounding, interestMode } = terms;
  const isSettledByDay = terms.graceDays > 0;
  return completeTerms({
    method: 'revolving', principalFen, rateAnnualE8, startsOn, rounding, maturesOn: addDays(startsOn, 400), interestMode,
    ...(isSettledByDay && { revolvingSettlement: 'settlement_day', dueRule: { kind: 'settlement_day', day: 20, everyMonths: 1 } }),
  });
}

/** How the loan begins: lent in full, lent in part, or taken over `openedAfterDays` into its life. */
const beginning = fc.record({
  kind: fc.constantFrom('full', 'full', 'part', 'opening'),
  openedAfterDays: fc.integer({ min: 0, max: 900 }),
  overdueShare: fc.constantFrom(null, 0, 100, 1000),
});

export const loanHistory: fc.Arbitrary<LoanHistory> = fc
  .record({ terms: anyTerms, begun: beginning, steps: fc.array(step, { maxLength: 24 }) })
  .map(({ terms, begun, steps }) => ({ terms, events: datedEvents(terms, begun, steps) }));

type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never;

type Beginning = typeof beginning extends fc.Arbitrary<infer Value> ? Value : never;

function firstEvent(terms: LoanTerms, begun: Beginning, amountOf: (share: number) => ReturnType<typeof fen>): LoanEvent {
  const base = { id: 'e0', sequence: 0, occurredOn: terms.startsOn };
  if (begun.kind !== 'opening') return { ...base, type: 'disburse', amountFen: amountOf(begun.kind === 'full' ? 1000 : 700) };
  const occurredOn = addDays(terms.startsOn, begun.openedAfterDays);
  const principalFen = amountOf(900);
  if (begun.overdueShare === null) return { ...base, occurredOn, type: 'opening', principalFen };
  const overduePrincipalFen = fen(Math.floor((principalFen * begun.overdueShare) / 1000));
  return {
    ...base, occurredOn, type: 'opening', principalFen, overduePrincipalFen, overdueSince: addDays(occurredOn, -begun.overdueShare),
    overdueInterestFen: amountOf(10), penaltyFen: amountOf(1),
  };
}

function datedEvents(terms: LoanTerms, begun: Beginning, steps: readonly Step[]): readonly LoanEvent[] {
  const amountOf = (share: number): ReturnType<typeof fen> => fen(Math.max(1, Math.floor((terms.principalFen * share) / 1000)));
  const first = firstEvent(terms, begun, amountOf);
  const events: LoanEvent[] = [first];
  let { occurredOn } = first;
  steps.forEach((next, index) => {
    occurredOn = addDays(occurredOn, next.afterDays);
    const base = { id: `e${index + 1}`, sequence: index + 1, occurredOn };
    const amountFen = amountOf(next.share);
    events.push(eventOf(next, base, amountFen, index, terms));
  });
  return events;
}

function eventOf(
  next: Step, base: { id: string; sequence: number; occurredOn: LoanTerms['startsOn'] }, amountFen: ReturnType<typeof fen>, index: number,
  terms: LoanTerms,
): LoanEvent {
  switch (next.kind) {
    case 'repay':
    case 'draw':
    case 'refund':
    case 'recover':
      return { ...base, type: next.kind, amountFen };
    case 'write_off':
      return { ...base, type: 'write_off' };
    case 'settle':
      return { ...base, type: 'prepay', mode: 'settle' };
    case 'extend':
      return { ...base, type: 'extend', maturesOn: addDays(terms.maturesOn, next.share), ...(next.share % 2 === 0 && { rateAnnualE8: rateE8(next.share * 90_000) }) };
    case 'restructure':
      return { ...base, type: 'restructure', terms: restructuredTerms(terms, base.occurredOn, next.share) };
    case 'fee':
      return { ...base, type: 'fee', amountFen, name: '费用' };
    case 'prepay_shorten':
      return { ...base, type: 'prepay', mode: 'shorten', principalFen: amountFen };
    case 'prepay_reduce':
      return { ...base, type: 'prepay', mode: 'reduce', principalFen: amountFen };
    case 'waive':
      return { ...base, type: 'waive', component: next.share % 2 === 0 ? 'interest' : 'penalty', amountFen: fen(Math.ceil(amountFen / 100)) };
    case 'rate':
      return { ...base, type: 'rate', rateAnnualE8: rateE8(next.share * 90_000) };
    case 'class':
      return { ...base, type: 'class', fiveTierClass: 'special_mention', reason: '人工' };
    case 'reverse':
      return { ...base, type: 'reverse', reversedEventId: `e${Math.max(1, index - (next.share % 5))}` };
  }
}

/** A plan of another length and rate; its principal is right only where nothing was repaid, the rest is refused. */
function restructuredTerms(terms: LoanTerms, startsOn: LoanTerms['startsOn'], share: number): LoanTerms {
  return completeTerms({
    method: 'equal_principal', principalFen: terms.principalFen, rateAnnualE8: rateE8(share * 50_000), periods: 1 + (share % 12), startsOn,
  });
}
