import type { CivilDate } from './civil-date.ts';
import type { Fen } from './money.ts';
import type { RateE8 } from './rate.ts';

/** How principal and interest are spread over the plan. Chinese names: GLOSSARY.md. */
export type Method =
  | 'equal_installment'
  | 'equal_principal'
  | 'interest_only'
  | 'quarterly_interest'
  | 'bullet'
  | 'flat'
  | 'balloon'
  | 'custom'
  | 'revolving'
  | 'progressive';

export type InterestMode = 'monthly' | 'actual_360' | 'actual_365' | '30e_360' | 'months_days';

export type FirstPeriodRule = 'full_period' | 'actual_days_360' | 'months_days';

export type Rounding = 'half_up' | 'half_even' | 'down';

/** `anniversary`: same day of month as the first due date, clamped to the month's end, never drifting. */
export type DueRule =
  | { readonly kind: 'anniversary' }
  | { readonly kind: 'fixed_day'; readonly day: number }
  | { readonly kind: 'month_end' };

export type DebtComponent = 'fee' | 'compound' | 'penalty' | 'interest' | 'principal';

/** `vertical`: one installment after the other; `horizontal`: one component of every installment after the other. */
export interface AllocationRule {
  readonly order: readonly DebtComponent[];
  readonly mode: 'vertical' | 'horizontal';
}

export interface CustomPlanRow {
  readonly dueOn: CivilDate;
  readonly principalFen: Fen;
}

/**
 * A loan's contract terms: everything the engine needs besides the events. Plain data, safe as JSON.
 * Units: fen, 1e-8 of a year's fraction, months, days. Source: domain rules §1.3, §1.7-1.9.
 */
export interface LoanTerms {
  readonly method: Method;
  readonly principalFen: Fen;
  readonly rateAnnualE8: RateE8;
  /** Number of rows in the plan. */
  readonly periods: number;
  readonly periodMonths: number;
  readonly startsOn: CivilDate;
  readonly firstDueOn: CivilDate;
  readonly maturesOn: CivilDate;
  readonly dueRule: DueRule;
  readonly interestMode: InterestMode;
  readonly firstPeriodRule: FirstPeriodRule;
  readonly rounding: Rounding;
  /** Penalty rate = contract rate × this, in 1e-4: 15 000 is 1.5 times. */
  readonly penaltyMultiplierE4: number;
  readonly isCompoundCharged: boolean;
  readonly basisDays: 360 | 365;
  readonly graceDays: number;
  /** Once grace is exceeded: penalty from the due date (true) or only for the days beyond grace (false). */
  readonly isGraceRetroactive: boolean;
  readonly allocation: AllocationRule;
  readonly nplAllocation: AllocationRule;
  readonly nplFromDaysPastDue: number;
  readonly customRows?: readonly CustomPlanRow[];
}
