import fc from 'fast-check';
import { addDays } from '../civil-date.ts';
import { completeTerms, nplLoanAllocation, performingAllocation } from '../default-terms.ts';
import type { AllocationRule, LoanTerms } from '../terms.ts';
import { plannedTerms } from './arbitraries.ts';

const vertical: AllocationRule = { order: ['interest', 'principal', 'fee', 'penalty', 'compound'], mode: 'vertical' };

/** Options that leave the plan's dates as they are. */
const options = fc.record({
  allocation: fc.constantFrom(performingAllocation, performingAllocation, performingAllocation, vertical),
  nplAllocation: fc.constantFrom(nplLoanAllocation, performingAllocation, vertical),
  nplFromDaysPastDue: fc.constantFrom(91, 91, 1),
  basisDays: fc.constantFrom(360, 360, 365),
  penaltyMultiplierE4: fc.constantFrom(15_000, 10_000, 0),
  compoundRate: fc.constantFrom('penalty', 'penalty', 'contract'),
  firstPeriodRule: fc.constantFrom('full_period', 'full_period', 'actual_days_360', 'months_days'),
  repricingRule: fc.constantFrom('days_360', 'days_360', 'month_share'),
  prepaymentInterest: fc.constantFrom('all', 'all', 'portion'),
});

/** 随借随还 under the terms' principal as limit, for somewhat more than a year. */
function asRevolving(terms: LoanTerms): LoanTerms {
  const { principalFen, rateAnnualE8, startsOn, rounding, interestMode, graceDays } = terms;
  const isSettledByDay = graceDays > 0;
  return completeTerms({
    method: 'revolving', principalFen, rateAnnualE8, startsOn, rounding, maturesOn: addDays(startsOn, 400), interestMode, graceDays,
    ...(isSettledByDay && { revolvingSettlement: 'settlement_day', dueRule: { kind: 'settlement_day', day: 20, everyMonths: 1 } }),
  });
}

/** Contracts of every method with every option that changes what an event does. */
export const anyContract: fc.Arbitrary<LoanTerms> = fc
  .tuple(plannedTerms, options, fc.constantFrom(false, false, false, false, true))
  .map(([terms, chosen, isRevolving]) => ({ ...(isRevolving ? asRevolving(terms) : terms), ...chosen }));
