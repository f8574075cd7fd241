import { openComponentFen, standingPerDay } from '../allocation.ts';
import { civilDateOf, dayNumber } from '../civil-date.ts';
import type { CivilDate } from '../civil-date.ts';
import { fiveTierFloor } from '../classification.ts';
import type { Share } from '../fraction.ts';
import type { LoanEvent } from '../events.ts';
import type { LoanProjection, ProjectedAccrual, ProjectedInstallment } from '../loan-projection.ts';
import { fen } from '../money.ts';
import { replayLedger } from '../replay.ts';
import { straightLine } from '../straight-line.ts';
import type { LoanTerms } from '../terms.ts';
import { earnedFraction, interestBaseFen, runningRow } from './accrued-interest.ts';
import { isOpen, openFeeFen, openInterestFen, openPrincipalFen } from './ledger-row.ts';
import type { LedgerRow } from './ledger-row.ts';
import { daysPastDueOn, oldestOpenRow } from './loan-ledger.ts';
import type { LoanLedger } from './loan-ledger.ts';
import { watchEndDay } from './watch-state.ts';

/** The straight lines of a loan from `asOf` on, as the database keeps them. */
export function projectLoan(terms: LoanTerms, events: readonly LoanEvent[], asOf: CivilDate): LoanProjection {
  const ledger = replayLedger(terms, events, asOf);
  const day = dayNumber(asOf);
  const accruals = accrualsOf(ledger, day);
  const nextDay = nextChangeDay(ledger, day);
  return {
    asOf,
    nextChangeOn: nextDay === Infinity ? null : civilDateOf(nextDay),
    rounding: ledger.terms.rounding,
    creditFen: fen(ledger.creditFen),
    standingPrincipalFen: fen(ledger.standing?.principalFen ?? 0),
    installments: ledger.rows.filter((row) => isOwing(ledger, row)).map((row) => projectedRow(ledger, row, day)),
    accruals,
  };
}

function isOwing(ledger: LoanLedger, row: LedgerRow): boolean {
  return isOpen(row) || openComponentFen(ledger, row, 'penalty') > 0 || openComponentFen(ledger, row, 'compound') > 0;
}

/** Inside grace nothing counts and the line is flat; the day grace is exceeded is a bend. */
function projectedRow(ledger: LoanLedger, row: LedgerRow, day: number): ProjectedInstallment {
  const { graceDays, isCompoundCharged } = ledger.terms;
  const isCounting = row.dueDay <= day && (graceDays === 0 || day > row.dueDay + graceDays);
  const penaltyDaily = isCounting ? [{ amount: openPrincipalFen(row), by: ledger.penaltyPerDay }] : [];
  const compoundDaily = isCounting && isCompoundCharged ? [{ amount: openInterestFen(row), by: ledger.compoundPerDay }] : [];
  return {
    number: row.number,
    dueOn: civilDateOf(row.dueDay),
    openPrincipalFen: fen(openPrincipalFen(row)),
    openInterestFen: fen(openInterestFen(row)),
    openFeeFen: fen(openFeeFen(row)),
    penalty: straightLine([...row.earlierPenalty, { amount: row.penaltyAmountDays, by: ledger.penaltyPerDay }], penaltyDaily),
    settledPenaltyFen: fen(row.paidPenaltyFen + row.waivedPenaltyFen - row.broughtInPenaltyFen),
    compound: straightLine([...row.earlierCompound, { amount: row.compoundAmountDays, by: ledger.compoundPerDay }], compoundDaily),
    settledCompoundFen: fen(row.paidCompoundFen + row.waivedCompoundFen - row.broughtInCompoundFen),
  };
}

function accrualsOf(ledger: LoanLedger, day: number): readonly ProjectedAccrual[] {
  const accruals: ProjectedAccrual[] = [];
  const row = runningRow(ledger, day);
  if (row !== null) {
    accruals.push({
      line: straightLine([...row.earlierInterest, earnedShare(ledger, row, day)], dailyShares(ledger, row, day)),
      capFen: fen(row.interestFen - row.closedInterestFen),
      settledFen: fen(row.paidInterestFen + row.waivedInterestFen - row.closedInterestFen),
    });
  }
  const { standing } = ledger;
  if (standing !== null) {
    const by = standingPerDay(ledger);
    accruals.push({
      line: straightLine([...standing.earlierInterest, { amount: standing.interestAmountDays, by }], [{ amount: standing.principalFen, by }]),
      capFen: null,
      settledFen: fen(standing.paidInterestFen + standing.billedInterestFen),
    });
  }
  return accruals;
}

function earnedShare(ledger: LoanLedger, row: LedgerRow, day: number): Share {
  return { amount: interestBaseFen(ledger, day), by: earnedFraction(ledger, row, day) };
}

/** What the next day adds: the share up to it less the share so far. */
function dailyShares(ledger: LoanLedger, row: LedgerRow, day: number): readonly Share[] {
  const base = BigInt(interestBaseFen(ledger, day));
  return [
    { amount: base, by: earnedFraction(ledger, row, day + 1) },
    { amount: -base, by: earnedFraction(ledger, row, day) },
  ];
}

/** First day after `day` on which something other than a straight line happens. */
function nextChangeDay(ledger: LoanLedger, day: number): number {
  const days = [ledger.pendingRate?.day, ledger.billingDays[0], watchEndDay(ledger, day), classDay(ledger, day), unevenDay(ledger, day)];
  for (const row of ledger.rows) {
    days.push(row.dueDay, row.segmentFromDay);
    if (isOpen(row) && ledger.terms.graceDays > 0) days.push(row.dueDay + ledger.terms.graceDays + 1);
  }
  return days.reduce<number>((next, candidate) => (candidate !== undefined && candidate > day ? Math.min(next, candidate) : next), Infinity);
}

/** The day the floor by days past due gets worse: 1, 91, 271, 361 days after the oldest unpaid due date. */
function classDay(ledger: LoanLedger, day: number): number {
  const oldest = oldestOpenRow(ledger);
  if (oldest === null) return Infinity;
  const current = fiveTierFloor(daysPastDueOn(ledger, day));
  const threshold = [1, 91, 271, 361].find((days) => fiveTierFloor(days) !== current && oldest.dueDay + days > day);
  return threshold === undefined ? Infinity : oldest.dueDay + threshold;
}

/** 30E/360 and months + days do not count every day alike: the line holds until a day counts differently. */
function unevenDay(ledger: LoanLedger, day: number): number {
  const row = runningRow(ledger, day);
  const { interestMode } = ledger.terms;
  if (row === null || (interestMode !== '30e_360' && interestMode !== 'months_days')) return Infinity;
  const first = straightLine([], dailyShares(ledger, row, day));
  for (let next = day + 1; next < row.dueDay; next += 1) {
    const later = straightLine([], dailyShares(ledger, row, next));
    if (first.perDay * later.denominator !== later.perDay * first.denominator) return next;
  }
  return row.dueDay;
}
