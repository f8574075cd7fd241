import type { CivilDate } from './civil-date.ts';
import type { HolidayCalendar } from './holiday.ts';
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

/**
 * `anniversary`: same day of month as the start, clamped to the month's end, never drifting (31 → 29 → 31).
 * `settlement_day`: interest is settled at the end of `day` (结息日, the day included) in every month whose number
 * `everyMonths` divides, and is due the day after (扣息日); the last row is due at maturity. Rule §1.8.
 */
export type DueRule =
  | { readonly kind: 'anniversary' }
  | { readonly kind: 'fixed_day'; readonly day: number }
  | { readonly kind: 'month_end' }
  | { readonly kind: 'settlement_day'; readonly day: number; readonly everyMonths: 1 | 3 | 6 | 12 };

export type DebtComponent = 'fee' | 'compound' | 'penalty' | 'interest' | 'principal';

/** `horizontal` (逐期): one installment after the other; `vertical` (逐科目): one component of every installment after the other. */
export interface AllocationRule {
  readonly order: readonly DebtComponent[];
  readonly mode: 'vertical' | 'horizontal';
}

export interface CustomPlanRow {
  readonly dueOn: CivilDate;
  readonly principalFen: Fen;
}

/** A rate agreed in advance: `rateAnnualE8` from `startsOn` on. */
export interface RateStep {
  readonly startsOn: CivilDate;
  readonly rateAnnualE8: RateE8;
}

/** LPR as published: the day, the one-year and the five-year rate. Values are given to the engine, never fetched by it. */
export interface LprValue {
  readonly publishedOn: CivilDate;
  readonly oneYearE8: RateE8;
  readonly fiveYearE8: RateE8;
}

/** A rate of LPR plus a fixed spread (LPR + 加点); the day it is repriced (重定价日), or never. Rule §1.8. */
export interface LprLink {
  readonly tenor: 'one_year' | 'five_years';
  /** 1/100 of a percentage point; negative where the rate is below the LPR. */
  readonly spreadBasisPoints: number;
  readonly repricing: 'january_first' | 'anniversary' | 'none';
  /** All values known, in any order; the latest one published up to the repricing day counts. */
  readonly values: readonly LprValue[];
}

/**
 * 节假日顺延: a due date on a rest day is put off to the following working day; overdue counts from the day after that one.
 * The rest days bear interest in the row that they put off (`isInterestExtra`), or the periods stay as the contract has them.
 */
export interface HolidayRule {
  readonly isInterestExtra: boolean;
  readonly calendar: HolidayCalendar;
}

/** How the installment grows every `everyPeriods` rows: by a share (等比累进) or by an amount (等额累进). */
export type ProgressiveStep =
  | { readonly kind: 'ratio'; readonly ratioE8: number; readonly everyPeriods: number }
  | { readonly kind: 'amount'; readonly amountFen: Fen; readonly everyPeriods: number };

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
  /** Compound on unpaid interest runs at the penalty rate unless the contract says its own rate (rule §1.3). */
  readonly compoundRate?: 'penalty' | 'contract';
  /** Rows are due every so many days (7 for weekly) instead of every `periodMonths`. */
  readonly periodDays?: number;
  /** Leading rows of an equal_installment plan that pay interest only (宽限期); part of `periods`. */
  readonly interestOnlyPeriods?: number;
  /** `exact_daycount`: the level payment discounts by the actual days of each row. */
  readonly paymentSolve?: 'standard' | 'exact_daycount';
  /** Balloon: number of rows the level payment would need to repay all. */
  readonly amortizationPeriods?: number;
  /** Balloon: principal left for the last row on top of its level payment (尾款). */
  readonly residualFen?: Fen;
  readonly progressiveStep?: ProgressiveStep;
  /** A rate that changes inside a monthly period: days over 360 at each rate (default), or a month's share by days. */
  readonly repricingRule?: 'days_360' | 'month_share';
  /** Early repayment of a part: interest to the day on everything (default), or only on the part repaid (利随本清). */
  readonly prepaymentInterest?: 'all' | 'portion';
  /** Revolving: interest is due with each repayment, or on a settlement day (`settlement_day` of `dueRule`). */
  readonly revolvingSettlement?: 'on_repay' | 'settlement_day';
  /** Rates that the contract itself sets for later days, oldest first; they count by days, not in monthly rows. */
  readonly rateSteps?: readonly RateStep[];
  /**
   * A loan that was non-performing stays substandard until the upgrade test is met (rule §1.1, decision 0010) unless this
   * is false: then its class follows the days past due of the day alone.
   */
  readonly isUpgradeTested?: boolean;
  /** A personal loan's longest term by its product, which limits its extensions; without it the general limits hold (贷款通则 12). */
  readonly mostTermMonths?: number;
  /** Present where the contract follows the LPR; `rateAnnualE8` is the rate agreed at first. */
  readonly lprLink?: LprLink;
  /** Absent: due dates stand whatever day they fall on. */
  readonly holidayRule?: HolidayRule;
  /** Costs deducted or paid when the money is lent; only the disclosed rates see them. */
  readonly upfrontFeeFen?: Fen;
}
