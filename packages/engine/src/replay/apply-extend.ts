import { compareCivilDates, dayNumber } from '../civil-date.ts';
import { continuedDueDays } from '../due-dates.ts';
import type { ExtendEvent } from '../events.ts';
import { extensionLimit, personalExtensionLimit } from '../extension-limit.ts';
import type { Fraction } from '../fraction.ts';
import { putOff } from '../holiday.ts';
import { fen } from '../money.ts';
import { accrueTo } from '../overdue.ts';
import { present } from '../present.ts';
import { refuse } from '../refusal.ts';
import { customRowsOf } from '../schedule/custom-rows.ts';
import { daysFraction, fullPeriodFraction } from '../schedule/plan-frame.ts';
import type { PlanFrame } from '../schedule/plan-frame.ts';
import type { LoanTerms } from '../terms.ts';
import { futurePrincipalFen, runningRow } from './accrued-interest.ts';
import type { LoanLedger } from './loan-ledger.ts';
import { futureFrame, replanFuture } from './replan.ts';

/**
 * 展期: rows go on by the same rule until the later maturity, and what is not yet due is spread over all of them by the
 * method; principal due at the end moves there. The running row keeps its interest. A new rate counts from the old
 * maturity on. 200 000.00 from 2024-01-10, 9 % to 07-10, then 9.6 % to 10-10, actual/360: 9 100.00 and 4 906.67.
 */
export function applyExtend(ledger: LoanLedger, event: ExtendEvent, day: number): void {
  checkExtension(ledger, event, day);
  accrueTo(ledger, day);
  const { frame, terms } = ledger;
  const oldMaturityDay = dayNumber(terms.maturesOn);
  const later = { ...terms, maturesOn: event.maturesOn };
  const extended = terms.method === 'custom' && frame !== null ? withMovedRow(later) : later;
  if (event.rateAnnualE8 !== undefined) ledger.pendingRate = { day: oldMaturityDay, rateAnnualE8: event.rateAnnualE8 };
  ledger.terms = extended;
  if (frame === null) return;
  // On the day of maturity the last row is due but may still be extended, so the rows to spread begin with it.
  const keptDay = day === oldMaturityDay ? day - 1 : day;
  const running = present(runningRow(ledger, keptDay));
  const { interestFen } = running;
  const tail = futureFrame(ledger, frame, keptDay, futurePrincipalFen(ledger, keptDay));
  const rate = event.rateAnnualE8 ?? terms.rateAnnualE8;
  replanFuture(ledger, keptDay, extendedFrame(tail, extended, oldMaturityDay, { ...terms, rateAnnualE8: rate }));
  running.interestFen = interestFen;
}

function checkExtension(ledger: LoanLedger, event: ExtendEvent, day: number): void {
  const { agreedTerms, terms } = ledger;
  if (day > dayNumber(terms.maturesOn)) refuse('extension_after_maturity', 'occurredOn', { maturesOn: terms.maturesOn });
  if (compareCivilDates(event.maturesOn, terms.maturesOn) <= 0) refuse('dates_out_of_order', 'maturesOn');
  const { startsOn, maturesOn, mostTermMonths } = agreedTerms;
  const limit = mostTermMonths === undefined ? extensionLimit(startsOn, maturesOn) : personalExtensionLimit(startsOn, maturesOn, mostTermMonths);
  if (compareCivilDates(event.maturesOn, limit) > 0) refuse('extension_beyond_limit', 'maturesOn', { latestOn: limit });
}

function extendedFrame(tail: PlanFrame, extended: LoanTerms, oldMaturityDay: number, later: LoanTerms): PlanFrame {
  const added = addedDueDays(extended, oldMaturityDay);
  const oldFractions = tail.dueDays.map((_, index) => tail.fractions?.[index] ?? tail.fullPeriod);
  const terms = { ...extended, periods: tail.passedRows + tail.dueDays.length + added.length };
  return {
    ...tail,
    terms,
    nominalDays: [...tail.nominalDays, ...added],
    dueDays: [...tail.dueDays, ...putOff(added, terms.holidayRule?.calendar)],
    fractions: [...oldFractions, ...addedFractions(later, oldMaturityDay, added, tail.isLastRegular)],
  };
}

function addedDueDays(terms: LoanTerms, oldMaturityDay: number): readonly number[] {
  const untilDay = dayNumber(terms.maturesOn);
  if (terms.method === 'bullet' || terms.method === 'custom') return [untilDay];
  return continuedDueDays(terms, oldMaturityDay, untilDay).days;
}

/** Whole months bear a full period where they begin and end on due days; everything else bears its days. */
function addedFractions(
  terms: LoanTerms, oldMaturityDay: number, added: readonly number[], isOldLastRegular: boolean,
): readonly Fraction[] {
  const isChained = terms.interestMode === 'monthly' && terms.dueRule.kind !== 'settlement_day' && isOldLastRegular;
  const full = fullPeriodFraction(terms);
  let fromDay = oldMaturityDay;
  return added.map((dueDay, index) => {
    const isFull = isChained && index < added.length - 1;
    const share = isFull ? full : daysFraction(terms, fromDay, dueDay);
    fromDay = dueDay;
    return share;
  });
}

/** A custom plan's last principal moves to the new maturity. */
function withMovedRow(terms: LoanTerms): LoanTerms {
  const rows = customRowsOf(terms);
  const last = present(rows.at(-1));
  const moved = { dueOn: terms.maturesOn, principalFen: last.principalFen };
  const emptied = { dueOn: last.dueOn, principalFen: fen(0) };
  return { ...terms, customRows: [...rows.slice(0, -1), emptied, moved] };
}
