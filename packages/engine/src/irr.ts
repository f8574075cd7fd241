import { dayNumber } from './civil-date.ts';
import { dueDaysOf } from './due-dates.ts';
import { present } from './present.ts';
import { refuse } from './refusal.ts';
import { divideRoundedBig } from './rounding.ts';
import type { PlanRow } from './schedule/plan-row.ts';
import type { LoanTerms } from './terms.ts';

/**
 * Yearly cost of a loan, percent with four decimals, as the borrower must be told it (rule §1.4).
 * `irrAnnualPct` is nominal (per-period rate × periods a year) for regular plans and effective for irregular ones;
 * `eirPct` is effective; `nominalAnnualPct` is the nominal equivalent that the caps are held against.
 */
export interface DisclosedRates {
  readonly irrAnnualPct: string;
  readonly eirPct: string;
  readonly nominalAnnualPct: string;
}

/** Fixed point with 192 binary places: far more than the 4 decimals shown, after thousands of multiplications. */
const places = 192n;
const one = 1n << places;

function times(left: bigint, right: bigint): bigint {
  return (left * right) >> places;
}

function power(base: bigint, exponent: number): bigint {
  let result = one;
  let square = base;
  for (let rest = exponent; rest > 0; rest = Math.floor(rest / 2)) {
    if (rest % 2 === 1) result = times(result, square);
    square = times(square, square);
  }
  return result;
}

function inverse(value: bigint): bigint {
  return (one * one) / value;
}

interface CashFlow {
  /** Steps (periods or days) since the money was lent. */
  readonly steps: number;
  readonly amountFen: number;
}

/**
 * Discount factor of one step at which the flows repay `lentFen`: root of Σ c v^t = P for v > 0.
 * The sum rises and is convex in v, so Newton from the side where it exceeds P falls to the root without overshooting.
 */
function discountFactor(lentFen: number, flows: readonly CashFlow[]): bigint {
  const target = BigInt(lentFen) << places;
  let factor = one;
  for (let step = 0; step < mostNewtonSteps; step += 1) {
    const { value, slope } = valueAndSlope(factor, flows);
    if (slope <= 0n) return refuse('rate_not_determined', 'events');
    const next = factor - ((value - target) << places) / slope;
    const change = next > factor ? next - factor : factor - next;
    if (change <= closeEnough) return next;
    factor = next;
  }
  return refuse('rate_not_determined', 'events');
}

/** 2^-168: fourteen more digits than four decimals of a percent need after 11 000 days of compounding. */
const closeEnough = 1n << 24n;
/** Thirty years at 36 % take about 40. */
const mostNewtonSteps = 400;

/** Horner's scheme over the gaps between flows, last flow first. */
function valueAndSlope(factor: bigint, flows: readonly CashFlow[]): { value: bigint; slope: bigint } {
  const powers = new Map<number, bigint>();
  let value = 0n;
  let slope = 0n;
  for (let index = flows.length - 1; index >= 0; index -= 1) {
    const flow = present(flows[index]);
    const gap = flow.steps - (flows[index - 1]?.steps ?? 0);
    const before = powers.get(gap - 1) ?? power(factor, gap - 1);
    powers.set(gap - 1, before);
    const sum = value + (BigInt(flow.amountFen) << places);
    const risen = times(before, factor);
    slope = times(slope, risen) + BigInt(gap) * times(sum, before);
    value = times(sum, risen);
  }
  return { value, slope };
}

function percentText(rate: bigint): string {
  const sign = rate < 0n ? '-' : '';
  const magnitude = rate < 0n ? -rate : rate;
  const digits = divideRoundedBig(magnitude * 1_000_000n, one, 'half_up').toString().padStart(5, '0');
  return `${digits === '00000' ? '' : sign}${digits.slice(0, -4)}.${digits.slice(-4)}`;
}

/** The twelfth (or fourth, …) root by Newton from above; exact to a few units of the last place. */
function root(value: bigint, degree: number): bigint {
  let guess = value > one ? value : one;
  for (;;) {
    const next = (guess * BigInt(degree - 1) + (value << places) / power(guess, degree - 1)) / BigInt(degree);
    if (next >= guess) return guess;
    guess = next;
  }
}

/**
 * Regular plans are those of equal periods; every other one is discounted by its dates over 365 days, also one whose last
 * row the maturity cuts short or stretches.
 */
function hasEqualPeriods(terms: LoanTerms): boolean {
  if (terms.method === 'bullet' || terms.method === 'custom' || terms.method === 'revolving') return false;
  if (terms.interestMode !== 'monthly' || terms.firstPeriodRule !== 'full_period') return false;
  return terms.dueRule.kind !== 'settlement_day' && terms.periodDays === undefined && dueDaysOf(terms).isLastRegular;
}

export const zeroRates: DisclosedRates = { irrAnnualPct: '0.0000', eirPct: '0.0000', nominalAnnualPct: '0.0000' };

/**
 * 50 000.00 at 18 % in 24 equal installments: irr 18.0000, eir 19.5619.
 * 等本等息 10 000.00 at 12 % in 12 rows with 1 000.00 deducted (砍头息): irr 42.4326, eir 51.7397.
 * @throws EngineRefusal when the fee eats the whole principal
 */
export function disclosedRates(terms: LoanTerms, rows: readonly PlanRow[]): DisclosedRates {
  const lentFen = terms.principalFen - (terms.upfrontFeeFen ?? 0);
  if (lentFen <= 0) refuse('fee_not_below_principal', 'upfrontFeeFen');
  const paidFen = rows.reduce((sum, row) => sum + row.totalFen, 0);
  const startDay = dayNumber(terms.startsOn);
  const lastDay = dayNumber(present(rows.at(-1)).dueOn);
  if (paidFen === lentFen || lastDay === startDay) return zeroRates;
  const periodsPerYear = 12 / terms.periodMonths;
  if (hasEqualPeriods(terms) && Number.isInteger(periodsPerYear)) {
    return regularRates(lentFen, rows, periodsPerYear);
  }
  const flows = rows.map((row) => ({ steps: dayNumber(row.dueOn) - startDay, amountFen: row.totalFen }));
  return datedRates(lentFen, flows, Number.isInteger(periodsPerYear) ? periodsPerYear : 12);
}

function regularRates(lentFen: number, rows: readonly PlanRow[], periodsPerYear: number): DisclosedRates {
  const flows = rows.map((row, index) => ({ steps: index + 1, amountFen: row.totalFen }));
  const growth = inverse(discountFactor(lentFen, flows));
  const nominalPct = percentText((growth - one) * BigInt(periodsPerYear));
  return {
    irrAnnualPct: nominalPct,
    eirPct: percentText(power(growth, periodsPerYear) - one),
    nominalAnnualPct: nominalPct,
  };
}

/** Rates from dated flows, the day count actual/365: effective, and its nominal equivalent. */
export function datedRates(lentFen: number, flows: readonly CashFlow[], periodsPerYear: number): DisclosedRates {
  const yearGrowth = power(inverse(discountFactor(lentFen, flows)), 365);
  const effectivePct = percentText(yearGrowth - one);
  return {
    irrAnnualPct: effectivePct,
    eirPct: effectivePct,
    nominalAnnualPct: percentText((root(yearGrowth, periodsPerYear) - one) * BigInt(periodsPerYear)),
  };
}

export function irrAnnualPct(terms: LoanTerms, rows: readonly PlanRow[]): string {
  return disclosedRates(terms, rows).irrAnnualPct;
}

export function eirPct(terms: LoanTerms, rows: readonly PlanRow[]): string {
  return disclosedRates(terms, rows).eirPct;
}

export function nominalAnnualPct(terms: LoanTerms, rows: readonly PlanRow[]): string {
  return disclosedRates(terms, rows).nominalAnnualPct;
}
