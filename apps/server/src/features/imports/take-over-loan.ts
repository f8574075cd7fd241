import { addDays, addMonths, civilDateOf, parseCivilDate, type CivilDate } from '@loanbook/engine/civil-date.ts';
import { fiveTierClasses, fiveTierFloor, type FiveTierClass } from '@loanbook/engine/classification.ts';
import { completeTerms, type PartialTerms } from '@loanbook/engine/default-terms.ts';
import type { ClassEvent, OpeningEvent, WriteOffEvent } from '@loanbook/engine/events.ts';
import { fen, parseYuan, type Fen } from '@loanbook/engine/money.ts';
import { parsePercent, rateE8 } from '@loanbook/engine/rate.ts';
import { EngineRefusal } from '@loanbook/engine/refusal.ts';
import { buildSchedule } from '@loanbook/engine/schedule/build-schedule.ts';
import type { LoanTerms, Method } from '@loanbook/engine/terms.ts';
import type { LoanRecord } from '@loanbook/ledger-reader/ledger-reading.ts';
import type { UnstatedTerm } from '../loans/loans.index.ts';

/** Why a loan of the ledger is not in the book; the report names each. */
export type LeftOutReason = 'principal_unknown' | 'balance_unknown' | 'void';

/** Marks that a person should look at: no plan could be made; the balance is our sum, not the ledger's figure. */
export type TakeOverFlag = 'incomplete_terms' | 'balance_computed';

export type TakenOverEvent = Omit<OpeningEvent, 'id'> | Omit<ClassEvent, 'id'> | Omit<WriteOffEvent, 'id'>;

/** A loan of an old book in the engine's words: from `asOf` on our engine carries on (decision 0004). */
export interface LoanTakeOver {
  readonly terms: LoanTerms;
  readonly events: readonly TakenOverEvent[];
  readonly flags: readonly TakeOverFlag[];
  /** Terms the ledger does not state, for which `terms` holds placeholders. */
  readonly unstated: readonly UnstatedTerm[];
}

/**
 * @param asOf the day whose balances the ledger states
 * @param receiptsPrincipal principal repaid by the ledger's own receipts of this loan, in yuan; null where it keeps none
 */
export function takeOverLoan(record: LoanRecord, asOf: CivilDate, receiptsPrincipal: string | null = null): LoanTakeOver | LeftOutReason {
  if (record.status === 'void') return 'void';
  const statedPrincipalFen = positive(record.principal);
  const statedFen = statedOutstanding(record);
  const outstandingFen = statedFen ?? computedOutstanding(record, statedPrincipalFen, receiptsPrincipal);
  if (outstandingFen === null) return statedPrincipalFen === null ? 'principal_unknown' : 'balance_unknown';
  // A loan whose amount cannot be read is in the book with its balance; a settled one of unknown amount says nothing at all.
  const principalFen = statedPrincipalFen ?? (outstandingFen > 0 ? outstandingFen : null);
  if (principalFen === null) return 'principal_unknown';
  const planned = plannedTerms(record, principalFen);
  const terms = planned ?? standingTerms(record, principalFen, asOf);
  const opening = openingOf(record, outstandingFen, asOf, terms);
  return {
    terms,
    events: withSequence([opening, ...classOf(record, asOf), ...writeOffOf(record, asOf)]),
    flags: [...(planned === null || statedPrincipalFen === null ? ['incomplete_terms' as const] : []), ...(statedFen === null ? ['balance_computed' as const] : [])],
    unstated: [...(statedPrincipalFen === null ? ['principalFen' as const] : []), ...(planned === null ? unstatedTerms(record) : [])],
  };
}

/** The penalty multiplier of every loan taken over, "1.5": ledgers do not say theirs, so people are told before they commit. */
export function assumedPenaltyMultiplier(): string {
  const startsOn = civilDateOf(0);
  return String(completeTerms({ method: 'bullet', principalFen: fen(100), rateAnnualE8: rateE8(0), startsOn, maturesOn: addDays(startsOn, 1) }).penaltyMultiplierE4 / 10_000);
}

function unstatedTerms(record: LoanRecord): UnstatedTerm[] {
  const unstated: UnstatedTerm[] = ['method', 'firstDueOn'];
  if (record.annualRatePct === undefined) unstated.push('rateAnnualE8');
  if (dateOf(record.disbursedOn) === null) unstated.push('startsOn');
  // A maturity before the loan was paid out is reported by the reader and stands for nothing.
  const [startsOn, maturesOn] = [dateOf(record.disbursedOn), dateOf(record.maturesOn)];
  if (maturesOn === null || (startsOn !== null && maturesOn <= startsOn)) unstated.push('maturesOn');
  return unstated;
}

function positive(text: string | undefined): Fen | null {
  const amountFen = text === undefined ? null : parseYuan(text);
  return amountFen !== null && amountFen > 0 ? amountFen : null;
}

/** The balance as the ledger says it, never below zero; a settled loan owes nothing. */
export function statedOutstanding(record: LoanRecord): Fen | null {
  const statedFen = record.outstandingPrincipal === undefined ? null : parseYuan(record.outstandingPrincipal);
  // More repaid than lent, by a few cents or by mistake: nothing is owed, and the reader has reported it.
  if (statedFen !== null) return statedFen < 0 ? fen(0) : statedFen;
  return record.status === 'settled' ? fen(0) : null;
}

/** Lent less repaid, by the ledger's own column or its receipts. */
function computedOutstanding(record: LoanRecord, principalFen: Fen | null, receiptsPrincipal: string | null): Fen | null {
  const repaidText = record.repaidPrincipal ?? receiptsPrincipal;
  const repaidFen = repaidText === null ? null : parseYuan(repaidText);
  return principalFen === null || repaidFen === null || repaidFen > principalFen ? null : fen(principalFen - repaidFen);
}

function dateOf(text: string | undefined): CivilDate | null {
  return text === undefined ? null : parseCivilDate(text);
}

/** Terms with a plan when the ledger says all that a plan needs; nothing is assumed about method, rate or dates. */
function plannedTerms(record: LoanRecord, principalFen: Fen): LoanTerms | null {
  const startsOn = dateOf(record.disbursedOn);
  const rateAnnualE8 = record.annualRatePct === undefined ? null : parsePercent(record.annualRatePct);
  const method = record.method as Method | undefined; // the reader only writes method codes
  const maturesOn = dateOf(record.maturesOn) ?? (startsOn !== null && record.termMonths !== undefined ? addMonths(startsOn, record.termMonths) : null);
  if (startsOn === null || rateAnnualE8 === null || method === undefined || maturesOn === null || maturesOn <= startsOn) return null;
  if (method === 'custom' || method === 'revolving' || method === 'balloon' || method === 'progressive') return null;
  const firstDueOn = method === 'bullet' ? maturesOn : firstDueOf(record, startsOn, maturesOn);
  const partial: PartialTerms = { method, principalFen, rateAnnualE8, startsOn, maturesOn, ...(firstDueOn === null ? {} : { firstDueOn }), ...dueRuleOf(record, method) };
  return usable(partial);
}

/** The stated first due date, or the first due day after the loan was paid out; null: one period on, as the method says. */
function firstDueOf(record: LoanRecord, startsOn: CivilDate, maturesOn: CivilDate): CivilDate | null {
  const stated = dateOf(record.firstDueOn);
  if (stated !== null && stated > startsOn && stated <= maturesOn) return stated;
  if (record.dueDay === undefined || record.method === 'quarterly_interest') return null;
  const sameMonth = onDay(startsOn, record.dueDay);
  const first = sameMonth > startsOn ? sameMonth : onDay(addMonths(onDay(startsOn, 1), 1), record.dueDay);
  return first < maturesOn ? first : maturesOn;
}

/** That day of the month of `month`, or the month's last day. */
function onDay(month: CivilDate, day: number): CivilDate {
  const first = addDays(month, 1 - Number(month.slice(8)));
  const wanted = addDays(first, day - 1);
  return wanted.slice(0, 7) === first.slice(0, 7) ? wanted : addDays(addMonths(first, 1), -1);
}

function dueRuleOf(record: LoanRecord, method: Method): Pick<PartialTerms, 'dueRule'> {
  if (record.dueDay === undefined || method === 'bullet' || method === 'quarterly_interest') return {};
  return { dueRule: { kind: 'fixed_day', day: record.dueDay } };
}

function usable(partial: PartialTerms): LoanTerms | null {
  try {
    const terms = completeTerms(partial);
    buildSchedule(terms);
    return terms;
  } catch (error) {
    // A ledger whose dates and term contradict each other gives no plan; the balance is taken over without one.
    if (error instanceof EngineRefusal) return null;
    throw error;
  }
}

/** The principal falls due at the maturity where that is known; else it stands without a due date. */
function standingTerms(record: LoanRecord, principalFen: Fen, asOf: CivilDate): LoanTerms {
  const rateAnnualE8 = (record.annualRatePct === undefined ? null : parsePercent(record.annualRatePct)) ?? rateE8(0);
  const maturesOn = dateOf(record.maturesOn);
  const disbursedOn = dateOf(record.disbursedOn);
  const startsOn = disbursedOn ?? (maturesOn !== null && maturesOn <= asOf ? addDays(maturesOn, -1) : asOf);
  if (maturesOn !== null && maturesOn > startsOn) {
    return completeTerms({ method: 'custom', principalFen, rateAnnualE8, startsOn, customRows: [{ dueOn: maturesOn, principalFen }] });
  }
  return completeTerms({ method: 'custom', principalFen, rateAnnualE8, startsOn, maturesOn: startsOn, customRows: [] });
}

function openingOf(record: LoanRecord, outstandingFen: Fen, asOf: CivilDate, terms: LoanTerms): Omit<OpeningEvent, 'id' | 'sequence'> {
  // A ledger may list a loan paid out after its as-of day; it opens on the day it was paid out.
  const occurredOn = terms.startsOn > asOf ? terms.startsOn : asOf;
  const opening = { type: 'opening' as const, occurredOn, principalFen: outstandingFen };
  const overdueDays = record.overdueDays ?? 0;
  // Repaid in full: the plan's last interest must not be taken for unpaid because the maturity has passed.
  if (outstandingFen === 0 && overdueDays <= 0) return { ...opening, overduePrincipalFen: fen(0), overdueInterestFen: fen(0) };
  if (overdueDays <= 0 || record.status === 'settled') return opening;
  const overduePrincipalFen = record.overduePrincipal === undefined ? null : parseYuan(record.overduePrincipal);
  const overdueInterestFen = record.overdueInterest === undefined ? null : parseYuan(record.overdueInterest);
  return {
    ...opening,
    overdueSince: addDays(asOf, -overdueDays),
    ...(overduePrincipalFen === null || overduePrincipalFen < 0 ? {} : { overduePrincipalFen: overduePrincipalFen > outstandingFen ? outstandingFen : overduePrincipalFen }),
    ...(overdueInterestFen === null || overdueInterestFen < 0 ? {} : { overdueInterestFen }),
  };
}

/** The old book's class counts where it is worse than what the days past due allow anyway. */
function classOf(record: LoanRecord, asOf: CivilDate): Omit<ClassEvent, 'id' | 'sequence'>[] {
  const stated = fiveTierClasses.find((candidate) => candidate === record.class);
  if (stated === undefined || record.status === 'settled' || rank(stated) <= rank(fiveTierFloor(record.overdueDays ?? 0))) return [];
  return [{ type: 'class', occurredOn: asOf, fiveTierClass: stated, reason: '接管台账所载分类' }];
}

function rank(fiveTierClass: FiveTierClass): number {
  return fiveTierClasses.indexOf(fiveTierClass);
}

function writeOffOf(record: LoanRecord, asOf: CivilDate): Omit<WriteOffEvent, 'id' | 'sequence'>[] {
  return record.status === 'written_off' ? [{ type: 'write_off', occurredOn: asOf }] : [];
}

function withSequence(events: readonly (Omit<OpeningEvent, 'id' | 'sequence'> | Omit<ClassEvent, 'id' | 'sequence'> | Omit<WriteOffEvent, 'id' | 'sequence'>)[]): TakenOverEvent[] {
  return events.map((event, index) => ({ ...event, sequence: index + 1 }));
}
