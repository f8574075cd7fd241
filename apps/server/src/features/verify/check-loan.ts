import { addDays, parseCivilDate } from '@loanbook/engine/civil-date.ts';
import { fiveTierClasses, fiveTierFloor } from '@loanbook/engine/classification.ts';
import type { LoanEvent } from '@loanbook/engine/events.ts';
import { isReceipt, loanTermColumns, projectLoan, type LoanProjection, type UnstatedTerm } from '../loans/loans.index.ts';
import { firstDifference, noteDeviation, type BookCheck, type BookCheckName } from './book-check.ts';
import type { VerifiedLoan } from './verified-loans.ts';

type Row = Readonly<Record<string, unknown>>;

export type LoanChecks = Readonly<Record<Extract<BookCheckName, 'loan_columns' | 'event_sequence' | 'reversals' | 'loan_state' | 'installments' | 'shown_condition' | 'plan_principal' | 'allocations'>, BookCheck>>;

/** Holds everything stored about one loan against its terms and events. */
export function checkLoan(checks: LoanChecks, loan: VerifiedLoan): void {
  checkColumns(checks.loan_columns, loan);
  checkSequence(checks.event_sequence, loan);
  checkReversals(checks.reversals, loan);
  for (const check of [checks.loan_state, checks.installments, checks.shown_condition, checks.plan_principal, checks.allocations]) check.checked += 1;
  const projection = replayed(checks.loan_state, loan);
  if (!projection) return;
  noteDifference(checks.loan_state, loan, stateDifference(loan, projection));
  noteDifference(checks.installments, loan, installmentDifference(loan, projection));
  noteDifference(checks.shown_condition, loan, shownDifference(loan, projection));
  checkPlanPrincipal(checks.plan_principal, loan, projection);
  checkAllocations(checks.allocations, loan, projection);
}

/** Columns that an old book may leave open; where it does, the engine's placeholder must not show. */
const unstatedColumns: readonly (readonly [UnstatedTerm, string])[] = [
  ['principalFen', 'principal_fen'], ['rateAnnualE8', 'rate_annual_e8'], ['method', 'method'], ['startsOn', 'disbursed_on'], ['firstDueOn', 'first_due_on'], ['maturesOn', 'matures_on'],
];

function checkColumns(check: BookCheck, loan: VerifiedLoan): void {
  check.checked += 1;
  const unstated = loan.isTakenOver ? unstatedColumns.flatMap(([term, column]) => (loan.columns[column] === null ? [term] : [])) : [];
  noteDifference(check, loan, firstDifference(loan.columns, { ...loanTermColumns(loan.terms, unstated) }));
}

function noteDifference(check: BookCheck, loan: VerifiedLoan, difference: string | null): void {
  if (difference !== null) noteDeviation(check, `${loan.receiptNo}: ${difference}`);
}

function checkSequence(check: BookCheck, loan: VerifiedLoan): void {
  check.checked += 1;
  const numbers = loan.events.map((one) => one.event.sequence).toSorted((left, right) => left - right);
  const gap = numbers.findIndex((number, index) => number !== index + 1);
  if (gap >= 0) noteDeviation(check, `${loan.receiptNo}: entry ${gap + 1} is missing`);
}

function checkReversals(check: BookCheck, loan: VerifiedLoan): void {
  const byId = new Map(loan.events.map((one) => [one.event.id, one.event]));
  const reversed = new Set<string>();
  for (const { event } of loan.events) {
    if (event.type !== 'reverse') continue;
    check.checked += 1;
    const problem = reversalProblem(byId.get(event.reversedEventId), event, reversed);
    if (problem) noteDeviation(check, `${loan.receiptNo}: entry ${event.sequence} ${problem}`);
    reversed.add(event.reversedEventId);
  }
}

function reversalProblem(target: LoanEvent | undefined, reversal: LoanEvent, reversed: ReadonlySet<string>): string | null {
  if (!target) return 'reverses an entry of another loan';
  if (target.type === 'reverse') return 'reverses a reversal';
  if (target.sequence >= reversal.sequence) return 'reverses a later entry';
  return reversed.has(target.id) ? 'reverses what was reversed already' : null;
}

/** Null, with a deviation, when the events cannot be replayed at all. */
function replayed(check: BookCheck, loan: VerifiedLoan): LoanProjection | null {
  try {
    return storedProjection(loan);
  } catch (error) {
    noteDeviation(check, `${loan.receiptNo}: cannot be replayed (${error instanceof Error ? error.message : 'unknown'})`);
    return null;
  }
}

/**
 * A projection is the same whatever day it is made on, up to its next change. Where that day has come and the day roll has
 * not, what is stored is still that of the day before. Rolling it here would also mend what somebody else broke.
 */
function storedProjection(loan: VerifiedLoan): LoanProjection {
  const changeOn = parseCivilDate(String(loan.state?.['next_change_on'] ?? ''));
  const isUnrolled = changeOn !== null && changeOn > notYetProjected && changeOn <= loan.asOf;
  return projectLoan(loan.terms, loan.events.map((one) => one.event), isUnrolled ? addDays(changeOn, -1) : loan.asOf);
}

/** A book of an older version, before its first day roll: its lines are still absent. */
const notYetProjected = '1000-01-01';

function presentColumns(loan: VerifiedLoan, stored: Row, computed: Row): Row {
  if (loan.state?.['next_change_on'] !== notYetProjected) return computed;
  return Object.fromEntries(Object.entries(computed).filter(([key]) => stored[key] !== null && !['next_change_on', 'matures_on', 'rate_annual_e8'].includes(key)));
}

function stateDifference(loan: VerifiedLoan, { state }: LoanProjection): string | null {
  if (!loan.state) return 'no stored state';
  const { takenOverRepaid, columns, terms } = loan;
  const unlessUnstated = <Value>(column: string, value: Value, agreed: Value): Value | null => (columns[column] === null && value === agreed ? null : value);
  return firstDifference(loan.state, presentColumns(loan, loan.state, {
    ...state,
    repaid_principal_fen: takenOverRepaid.principalFen + state.repaid_principal_fen, repaid_interest_fen: takenOverRepaid.interestFen + state.repaid_interest_fen,
    matures_on: unlessUnstated('matures_on', state.matures_on, terms.maturesOn), rate_annual_e8: unlessUnstated('rate_annual_e8', state.rate_annual_e8, terms.rateAnnualE8),
  }));
}

function installmentDifference(loan: VerifiedLoan, projection: LoanProjection): string | null {
  if (loan.installments.length !== projection.installments.length) return `${loan.installments.length} rows ≠ ${projection.installments.length}`;
  for (const [index, row] of projection.installments.entries()) {
    const stored = loan.installments[index];
    const difference = stored ? firstDifference(stored, presentColumns(loan, stored, { ...row })) : 'missing';
    if (difference) return `no. ${row.number} ${difference}`;
  }
  return null;
}

/** The view against the engine: the one arithmetic on days outside it. A loan whose state is wrong is named there already. */
function shownDifference(loan: VerifiedLoan, projection: LoanProjection): string | null {
  if (stateDifference(loan, projection) !== null) return null;
  const { state, replayed: { asOf } } = projection;
  const replayedToday = asOf === loan.asOf ? projection.replayed : projectLoan(loan.terms, loan.events.map((one) => one.event), loan.asOf).replayed;
  const days = state.life === 'active' ? replayedToday.daysPastDue : 0;
  const isClassed = state.life === 'active' || state.life === 'written_off';
  const rank = isClassed ? Math.max(fiveTierClasses.indexOf(fiveTierFloor(days)), state.class_override ?? 0) : 0;
  const activeStatus = rank >= 2 ? 'defaulted' : days > 0 ? 'overdue' : 'active';
  return firstDifference({ ...loan.shown }, { overdue_days: days, class: fiveTierClasses[rank], status: state.life === 'active' ? activeStatus : state.life });
}

/** Invariant 4 of the loan engine, on what is stored. Principal that stands without a plan has no rows. */
function checkPlanPrincipal(check: BookCheck, loan: VerifiedLoan, { replayed: state }: LoanProjection): void {
  const reversedIds = new Set(loan.events.flatMap(({ event }) => (event.type === 'reverse' ? [event.reversedEventId] : [])));
  const receivedFen = loan.events.reduce((sum, { event }) => (reversedIds.has(event.id) ? sum : sum + receivedPrincipalFen(event)), 0);
  // 利息转本金: a restructuring's plan repays this as well.
  const capitalisedFen = state.allocations.reduce((sum, one) => sum + Math.max(0, -one.principalFen), 0);
  const plannedFen = loan.installments.reduce((sum, row) => sum + row.principal_fen, 0);
  const openFen = state.installments.reduce((sum, row) => sum + row.principalFen - row.paidPrincipalFen, 0);
  const standsWithoutPlan = state.balances.principalFen !== openFen || loan.terms.method === 'revolving' || loan.terms.method === 'custom';
  const owedFen = receivedFen + capitalisedFen;
  const isRight = standsWithoutPlan ? plannedFen <= owedFen : plannedFen === owedFen;
  if (!isRight) noteDeviation(check, `${loan.receiptNo}: planned ${plannedFen} ≠ received ${owedFen} fen`);
}

function receivedPrincipalFen(event: LoanEvent): number {
  if (event.type === 'opening') return event.principalFen;
  return event.type === 'disburse' || event.type === 'draw' ? event.amountFen : 0;
}

const splitColumns = ['principal_fen', 'interest_fen', 'penalty_fen', 'compound_fen', 'fee_fen', 'credit_fen'] as const;

function checkAllocations(check: BookCheck, loan: VerifiedLoan, projection: LoanProjection): void {
  const stored = new Map(loan.posted.map((row) => [row.event_id, row]));
  const amounts = new Map(loan.events.flatMap(({ event }) => (isReceipt(event) ? [[event.id, 'amountFen' in event ? event.amountFen : null] as const] : [])));
  if (stored.size !== amounts.size) noteDeviation(check, `${loan.receiptNo}: ${stored.size} receipts ≠ ${amounts.size} entries`);
  for (const receipt of projection.receipts) {
    const row = stored.get(receipt.event_id);
    const sumFen = splitColumns.reduce((sum, column) => sum + Number(row?.[column] ?? 0), 0);
    // An early repayment states its principal only: what was received is what it was used for, and once reversed what the row kept.
    const totalFen = amounts.get(receipt.event_id) ?? (receipt.is_reversed ? Number(row?.['total_fen'] ?? 0) : sumFen);
    const difference = row ? firstDifference(row, { ...receipt, total_fen: totalFen }) : 'missing';
    if (difference) noteDeviation(check, `${loan.receiptNo} receipt ${receipt.event_id}: ${difference}`);
    else if (!receipt.is_reversed && sumFen !== totalFen) noteDeviation(check, `${loan.receiptNo} receipt ${receipt.event_id}: parts ${sumFen} ≠ ${String(totalFen)} fen`);
  }
}
