import { openComponentFen, standingPerDay } from '../allocation.ts';
import { civilDateOf, dayNumber } from '../civil-date.ts';
import type { CivilDate } from '../civil-date.ts';
import type { LoanEvent } from '../events.ts';
import { fraction } from '../fraction.ts';
import type { Fraction } from '../fraction.ts';
import type { DayCount, LoanProjection, ProjectedAccrual, ProjectedInstallment, ProjectedStanding } from '../loan-projection.ts';
import type { LoanState } from '../loan-state.ts';
import { fen } from '../money.ts';
import { present } from '../present.ts';
import { replayLedger } from '../replay.ts';
import { commonDenominator, numeratorOf, sumOfNumerators } from '../straight-line.ts';
import type { InterestMode, LoanTerms } from '../terms.ts';
import { partFraction } from './accrued-interest.ts';
import { isOpen, openFeeFen, openPrincipalFen } from './ledger-row.ts';
import type { LedgerRow } from './ledger-row.ts';
import type { LoanLedger } from './loan-ledger.ts';
import { nextChangeDay } from './next-change-day.ts';
import { writeState } from './write-state.ts';

/** The state of a day and the lines that hold from it on, from one replay. */
export interface ProjectedState {
  readonly state: LoanState;
  readonly projection: LoanProjection;
}

/**
 * What the database keeps of a loan. Between two events and two bends the lines are the same whatever day they are made on,
 * so that a stored projection can be compared with one made later. Rows come in the order of `state.installments`.
 */
export function projectLoan(terms: LoanTerms, events: readonly LoanEvent[], asOf: CivilDate): ProjectedState {
  const ledger = replayLedger(terms, events, asOf);
  const day = dayNumber(asOf);
  const eventDay = events.reduce((last, event) => (event.occurredOn <= asOf ? Math.max(last, dayNumber(event.occurredOn)) : last), -Infinity);
  return { state: writeState(ledger, asOf, day), projection: projectLedger(ledger, asOf, day, eventDay) };
}

function projectLedger(ledger: LoanLedger, asOf: CivilDate, day: number, eventDay: number): LoanProjection {
  const { rounding, graceDays, isGraceRetroactive, isCompoundCharged, interestMode } = ledger.terms;
  const nextDay = nextChangeDay(ledger, day);
  const scales = scalesOf(ledger, eventDay, day);
  return {
    asOf,
    nextChangeOn: nextDay === Infinity ? null : civilDateOf(nextDay),
    rounding,
    creditFen: fen(ledger.creditFen),
    graceDays,
    freeDays: isGraceRetroactive ? 0 : graceDays,
    penaltyPerDay: numeratorOf({ amount: 1, by: ledger.penaltyPerDay }, scales.charge),
    compoundPerDay: isCompoundCharged ? numeratorOf({ amount: 1, by: ledger.compoundPerDay }, scales.charge) : 0n,
    chargeDenominator: scales.charge,
    dayCount: dayCountOf(interestMode),
    accrualDenominator: scales.accrual,
    standing: projectedStanding(ledger, scales),
    installments: projectedRows(ledger, scales, eventDay, day),
  };
}

function dayCountOf(mode: InterestMode): DayCount {
  switch (mode) {
    case 'monthly':
    case 'actual_360':
    case 'actual_365':
      return 'actual';
    case '30e_360':
    case 'months_days':
      return mode;
  }
}

/** Denominators over which every line of the loan is whole. */
interface Scales {
  readonly charge: bigint;
  readonly accrual: bigint;
}

function scalesOf(ledger: LoanLedger, eventDay: number, day: number): Scales {
  const charges: Fraction[] = [ledger.penaltyPerDay, ledger.compoundPerDay];
  const accruals: Fraction[] = ledger.standing === null ? [] : [standingPerDay(ledger), ...ledger.standing.earlierInterest.map((share) => share.by)];
  for (const row of ledger.rows) {
    for (const share of row.earlierPenalty) charges.push(share.by);
    for (const share of row.earlierCompound) charges.push(share.by);
    if (row.dueDay <= eventDay) continue;
    const segment = segmentOf(ledger, row, day);
    accruals.push(segment.perDay, segment.earned);
    for (const share of row.earlierInterest) accruals.push(share.by);
  }
  return { charge: commonDenominator(charges), accrual: commonDenominator(accruals) };
}

function projectedRows(ledger: LoanLedger, scales: Scales, eventDay: number, day: number): readonly ProjectedInstallment[] {
  const rows: ProjectedInstallment[] = [];
  let laterFen = 0;
  for (const row of ledger.rows.toReversed()) {
    laterFen += openPrincipalFen(row);
    const accrual = row.dueDay > eventDay ? projectedAccrual(ledger, row, laterFen, scales.accrual, day) : null;
    rows.push(projectedRow(ledger, row, scales.charge, accrual));
  }
  return rows.reverse();
}

function projectedRow(ledger: LoanLedger, row: LedgerRow, denominator: bigint, accrual: ProjectedAccrual | null): ProjectedInstallment {
  const isFinished = !isOpen(row) && openComponentFen(ledger, row, 'penalty') === 0 && openComponentFen(ledger, row, 'compound') === 0;
  return {
    number: row.number,
    dueOn: civilDateOf(row.dueDay),
    interestFen: fen(row.interestFen - row.waivedInterestFen),
    paidInterestFen: fen(row.paidInterestFen),
    openPrincipalFen: fen(openPrincipalFen(row)),
    openFeeFen: fen(openFeeFen(row)),
    accrual,
    ...(isFinished ? nothingCharged : chargesOf(ledger, row, denominator)),
  };
}

type Charges = Pick<ProjectedInstallment, 'penaltyNumerator' | 'settledPenaltyFen' | 'compoundNumerator' | 'settledCompoundFen'>;

const nothingCharged: Charges = { penaltyNumerator: 0n, settledPenaltyFen: fen(0), compoundNumerator: 0n, settledCompoundFen: fen(0) };

/** The counted charges, taken back along their lines to the day from which charges count. */
function chargesOf(ledger: LoanLedger, row: LedgerRow, denominator: bigint): Charges {
  const { graceDays, isGraceRetroactive, isCompoundCharged } = ledger.terms;
  const originDay = row.dueDay + (isGraceRetroactive ? 0 : graceDays);
  const backDays = originDay - Math.max(row.accruedToDay, originDay);
  const penalty = [...row.earlierPenalty, { amount: row.penaltyAmountDays, by: ledger.penaltyPerDay }];
  const compound = [...row.earlierCompound, { amount: row.compoundAmountDays, by: ledger.compoundPerDay }];
  const penaltyPerDay = numeratorOf({ amount: openPrincipalFen(row), by: ledger.penaltyPerDay }, denominator);
  const openInterest = isCompoundCharged ? row.interestFen - row.paidInterestFen - row.waivedInterestFen : 0;
  const compoundPerDay = numeratorOf({ amount: openInterest, by: ledger.compoundPerDay }, denominator);
  return {
    penaltyNumerator: sumOfNumerators(penalty, denominator) + penaltyPerDay * BigInt(backDays),
    settledPenaltyFen: fen(row.paidPenaltyFen + row.waivedPenaltyFen - row.broughtInPenaltyFen),
    compoundNumerator: sumOfNumerators(compound, denominator) + compoundPerDay * BigInt(backDays),
    settledCompoundFen: fen(row.paidCompoundFen + row.waivedCompoundFen - row.broughtInCompoundFen),
  };
}

/** A row's period as of a day: what it earned up to the last agreed step of the rate, and what a day earns from there. */
interface Segment {
  readonly fromDay: number;
  readonly earned: Fraction;
  readonly perDay: Fraction;
}

const nothing = fraction(0, 1);

function segmentOf(ledger: LoanLedger, row: LedgerRow, day: number): Segment {
  const { terms } = ledger;
  const { segmentFromDay } = row;
  if (row.dueDay <= segmentFromDay) return { fromDay: segmentFromDay, earned: nothing, perDay: nothing };
  // A plan that starts later: nothing a day until then, which is a bend.
  if (segmentFromDay > day && row === ledger.rows.find((candidate) => candidate.dueDay > day)) {
    return { fromDay: Math.min(present(ledger.beganDay), segmentFromDay), earned: nothing, perDay: nothing };
  }
  if (terms.interestMode === 'monthly') return { fromDay: segmentFromDay, earned: nothing, perDay: partFraction(ledger, row, 0, 1) };
  let rateAnnualE8: number = terms.rateAnnualE8;
  let fromDay = segmentFromDay;
  for (const step of terms.rateSteps ?? []) {
    const startDay = dayNumber(step.startsOn);
    // What starts once the row has fallen due is none of its period.
    if (startDay > day || startDay >= row.dueDay) break;
    rateAnnualE8 = step.rateAnnualE8;
    fromDay = Math.max(fromDay, startDay);
  }
  const earned = fromDay > segmentFromDay ? partFraction(ledger, row, segmentFromDay, fromDay) : nothing;
  return { fromDay, earned, perDay: fraction(rateAnnualE8, (terms.interestMode === 'actual_365' ? 365 : 360) * 1e8) };
}

/** `laterFen`: principal open in the row and all after it, which bears the row's interest; 等本等息 bears it on what was first lent. */
function projectedAccrual(ledger: LoanLedger, row: LedgerRow, laterFen: number, denominator: bigint, day: number): ProjectedAccrual {
  const baseFen = ledger.terms.method === 'flat' ? present(ledger.frame).flatBaseFen : laterFen;
  const segment = segmentOf(ledger, row, day);
  return {
    fromOn: civilDateOf(segment.fromDay),
    numerator: sumOfNumerators([...row.earlierInterest, { amount: baseFen, by: segment.earned }], denominator),
    perDay: numeratorOf({ amount: baseFen, by: segment.perDay }, denominator),
    offsetFen: fen(row.closedInterestFen - row.waivedInterestFen),
  };
}

/** Taken back along its line to the loan's first day. */
function projectedStanding(ledger: LoanLedger, scales: Scales): ProjectedStanding | null {
  const { standing, beganDay } = ledger;
  if (standing === null || beganDay === null) return null;
  const by = standingPerDay(ledger);
  const perDay = numeratorOf({ amount: standing.principalFen, by }, scales.accrual);
  const soFar = sumOfNumerators([...standing.earlierInterest, { amount: standing.interestAmountDays, by }], scales.accrual);
  return {
    principalFen: fen(standing.principalFen),
    fromOn: civilDateOf(beganDay),
    numerator: soFar - perDay * BigInt(standing.accruedToDay - beganDay),
    perDay,
    settledFen: fen(standing.paidInterestFen + standing.billedInterestFen),
  };
}
