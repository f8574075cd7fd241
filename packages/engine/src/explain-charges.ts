import { addDays, daysBetween } from './civil-date.ts';
import type { CivilDate } from './civil-date.ts';
import type { LoanEvent } from './events.ts';
import { timesFraction, timesFractions } from './fraction.ts';
import type { Fraction } from './fraction.ts';
import type { InstallmentState, LoanState } from './loan-state.ts';
import { nextRepricing } from './lpr.ts';
import { fen } from './money.ts';
import type { Fen } from './money.ts';
import { present } from './present.ts';
import { replay } from './replay.ts';
import { liveEvents } from './replay/live-events.ts';
import { dailyCharges } from './replay/loan-ledger.ts';
import type { LoanTerms } from './terms.ts';

export type Charge = 'penalty' | 'compound';

/** So many days on one base at one rate: 1 000.00 × 36 days × 18 %/360 = 18.00. */
export interface ChargeSegment {
  /** The first day counts, the last does not (算头不算尾). */
  readonly fromOn: CivilDate;
  readonly toOn: CivilDate;
  readonly days: number;
  /** Unpaid principal for a penalty, unpaid interest for compound interest. */
  readonly baseFen: Fen;
  /** Share of the base for one day; the yearly rate is this times `basisDays`. */
  readonly perDay: Fraction;
  readonly basisDays: 360 | 365;
  /** Rounded for itself; the installment is rounded once over all its segments. */
  readonly amountFen: Fen;
}

/** How the penalty or the compound interest of one installment came about. */
export interface ExplainedCharge {
  readonly installmentNumber: number;
  readonly dueOn: CivilDate;
  readonly charge: Charge;
  readonly segments: readonly ChargeSegment[];
  /** What the segments do not explain: brought in from an old book or an old plan; negative where it left for a new plan. */
  readonly broughtInFen: Fen;
  /** Everything charged up to the day: the segments rounded once, and what was brought in. */
  readonly chargedFen: Fen;
  readonly paidFen: Fen;
  readonly waivedFen: Fen;
  readonly openFen: Fen;
}

/**
 * Every penalty and compound interest charged up to `asOf` as base × rate × days (rule §1.3), oldest installment first.
 * Found by replaying the loan on each day on which a base or a rate can change; the sums are those of `replay`.
 */
export function explainCharges(terms: LoanTerms, events: readonly LoanEvent[], asOf: CivilDate): readonly ExplainedCharge[] {
  // What was taken back by `asOf` never counted, on earlier days neither.
  const counted = liveEvents(events, asOf).counted;
  const states = new Map<CivilDate, LoanState>();
  const stateOn = (day: CivilDate): LoanState => {
    const state = states.get(day) ?? replay(terms, counted, day);
    states.set(day, state);
    return state;
  };
  const days = changeDays(terms, counted, asOf, stateOn);
  return stateOn(asOf).installments.flatMap((row) => (['penalty', 'compound'] as const).flatMap((charge) => {
    const amounts = amountsOf(row, charge);
    return amounts.chargedFen === 0 ? [] : [explained(row, charge, amounts, days, stateOn, asOf)];
  }));
}

type StateOn = (day: CivilDate) => LoanState;

/** Days of entries, days on which credit may pay what falls due, and days of agreed rates, in order. */
function changeDays(terms: LoanTerms, events: readonly LoanEvent[], asOf: CivilDate, stateOn: StateOn): readonly CivilDate[] {
  const entered = events.map((event) => event.occurredOn);
  const due = [...entered, asOf].flatMap((day) => stateOn(day).installments.map((row) => row.dueOn));
  const agreed = [...(terms.rateSteps ?? []).map((step) => step.startsOn), ...repricingDays(terms, asOf)];
  return [...new Set([...entered, ...due, ...agreed])].filter((day) => day <= asOf).toSorted();
}

function repricingDays({ lprLink, startsOn }: LoanTerms, asOf: CivilDate): readonly CivilDate[] {
  const days: CivilDate[] = [];
  if (lprLink === undefined) return days;
  for (let day = nextRepricing(lprLink, startsOn, startsOn); day !== null && day <= asOf; day = nextRepricing(lprLink, startsOn, day)) days.push(day);
  return days;
}

type Amounts = Pick<ExplainedCharge, 'chargedFen' | 'paidFen' | 'waivedFen' | 'openFen'>;

function amountsOf(row: InstallmentState, charge: Charge): Amounts {
  const [chargedFen, paidFen, waivedFen] = charge === 'penalty'
    ? [row.penaltyFen, row.paidPenaltyFen, row.waivedPenaltyFen]
    : [row.compoundFen, row.paidCompoundFen, row.waivedCompoundFen];
  return { chargedFen, paidFen, waivedFen, openFen: fen(chargedFen - paidFen - waivedFen) };
}

function explained(row: InstallmentState, charge: Charge, amounts: Amounts, days: readonly CivilDate[], stateOn: StateOn, asOf: CivilDate): ExplainedCharge {
  const { terms: { rounding }, segments } = segmentsOf(row, charge, days, stateOn, asOf);
  const explainedFen = timesFractions(segments.map(({ baseFen, days: count, perDay }) => ({ amount: BigInt(baseFen) * BigInt(count), by: perDay })), rounding);
  return { installmentNumber: row.number, dueOn: row.dueOn, charge, segments, broughtInFen: fen(amounts.chargedFen - explainedFen), ...amounts };
}

/** Inside the grace days nothing counts; once they are exceeded, all days since the due date or those beyond (see `accrueRow`). */
function segmentsOf(row: InstallmentState, charge: Charge, days: readonly CivilDate[], stateOn: StateOn, asOf: CivilDate): { readonly terms: LoanTerms; readonly segments: readonly ChargeSegment[] } {
  const { currentTerms: terms } = stateOn(asOf);
  const graceEndOn = addDays(row.dueOn, terms.graceDays);
  const changes = [graceEndOn, ...days.filter((day) => day > graceEndOn && day < asOf)];
  const segments: ChargeSegment[] = [];
  for (const [index, day] of changes.entries()) {
    const isFirst = index === 0;
    const fromOn = isFirst && terms.isGraceRetroactive ? row.dueOn : day;
    const next = segmentBetween(stateOn(day), row, charge, fromOn, changes[index + 1] ?? asOf);
    const last = segments.at(-1);
    if (next === null) continue;
    if (last !== undefined && isContinued(last, next)) segments[segments.length - 1] = joined(last, next, terms);
    else segments.push(next);
  }
  return { terms, segments };
}

function segmentBetween(state: LoanState, row: InstallmentState, charge: Charge, fromOn: CivilDate, toOn: CivilDate): ChargeSegment | null {
  const then = state.installments.find((one) => one.number === row.number && one.dueOn === row.dueOn);
  if (then === undefined || toOn <= fromOn) return null;
  const { currentTerms: terms } = state;
  const isCharged = charge === 'penalty' || terms.isCompoundCharged;
  const baseFen = charge === 'penalty' ? then.principalFen - then.paidPrincipalFen : then.interestFen - then.paidInterestFen - then.waivedInterestFen;
  if (baseFen <= 0 || !isCharged) return null;
  const { penaltyPerDay, compoundPerDay } = dailyCharges(terms);
  const perDay = charge === 'penalty' ? penaltyPerDay : compoundPerDay;
  return segment(fromOn, toOn, baseFen, perDay, terms);
}

function segment(fromOn: CivilDate, toOn: CivilDate, baseFen: number, perDay: Fraction, terms: LoanTerms): ChargeSegment {
  const days = daysBetween(fromOn, toOn);
  const amountFen = timesFraction(BigInt(baseFen) * BigInt(days), perDay, terms.rounding);
  return { fromOn, toOn, days, baseFen: fen(baseFen), perDay, basisDays: terms.basisDays, amountFen: fen(amountFen) };
}

function isContinued(last: ChargeSegment, next: ChargeSegment): boolean {
  return last.toOn === next.fromOn && last.baseFen === next.baseFen && last.basisDays === next.basisDays
    && last.perDay.numerator === next.perDay.numerator && last.perDay.denominator === next.perDay.denominator;
}

function joined(last: ChargeSegment, next: ChargeSegment, terms: LoanTerms): ChargeSegment {
  return segment(last.fromOn, next.toOn, last.baseFen, last.perDay, terms);
}

/** The segment's yearly rate in percent with two decimals at least: 1/2000 a day over 360 days is "18.00". */
export function chargeRatePct({ perDay, basisDays }: Pick<ChargeSegment, 'perDay' | 'basisDays'>): string {
  const rateE4 = timesFraction(BigInt(basisDays) * 1_000_000n, perDay, 'half_up');
  const digits = String(rateE4).padStart(5, '0');
  return `${digits.slice(0, -4)}.${present(/^\d\d(?:\d*[1-9])?/.exec(digits.slice(-4)))[0]}`;
}
