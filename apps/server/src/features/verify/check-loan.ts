import { addDays, parseCivilDate } from '@loanbook/engine/civil-date.ts';
import { loanTermColumns, projectLoan, type LoanProjection } from '../loans/loans.index.ts';
import { firstDifference, noteDeviation, type BookCheck } from './book-check.ts';
import type { LoanChecks } from './loan-checks.ts';
import { checkReversals, missingEntry, partsFen, planPrincipalProblem, receivedAmounts, shownColumns, storedState, unstatedTerms } from './loan-rules.ts';
import type { VerifiedLoan } from './verified-loans.ts';

type Row = Readonly<Record<string, unknown>>;

/** Holds everything stored about one loan against its terms and events, and names what differs. */
export function checkLoan(checks: LoanChecks, loan: VerifiedLoan): void {
  const events = loan.events.map((one) => one.event);
  const unstated = unstatedTerms(loan.isTakenOver, (column) => loan.columns[column] === null);
  for (const check of [checks.loan_columns, checks.event_sequence, checks.loan_state, checks.installments, checks.shown_condition, checks.plan_principal, checks.allocations]) check.checked += 1;
  noteProblem(checks.loan_columns, loan, firstDifference(loan.columns, { ...loanTermColumns(loan.terms, unstated) }));
  const missing = missingEntry(events);
  if (missing !== null) noteProblem(checks.event_sequence, loan, `entry ${missing} is missing`);
  const reversals = checkReversals(events);
  checks.reversals.checked += reversals.count;
  for (const problem of reversals.problems) noteProblem(checks.reversals, loan, problem);
  const projection = replayed(checks.loan_state, loan);
  if (!projection) return;
  noteProblem(checks.loan_state, loan, stateDifference(loan, projection));
  noteProblem(checks.installments, loan, installmentDifference(loan, projection));
  noteProblem(checks.shown_condition, loan, shownDifference(loan, projection));
  noteProblem(checks.plan_principal, loan, planPrincipalProblem(loan.terms, events, loan.installments.reduce((sum, row) => sum + row.principal_fen, 0), projection.replayed));
  checkAllocations(checks.allocations, loan, projection);
}

function noteProblem(check: BookCheck, loan: VerifiedLoan, problem: string | null): void {
  if (problem !== null) noteDeviation(check, `${loan.receiptNo}: ${problem}`);
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
  const computed = storedState(state, { ...loan.takenOverRepaid, terms: loan.terms, isEmpty: (column) => loan.columns[column] === null });
  return firstDifference(loan.state, presentColumns(loan, loan.state, computed));
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

/** A loan whose state is wrong is named there already. */
function shownDifference(loan: VerifiedLoan, projection: LoanProjection): string | null {
  if (stateDifference(loan, projection) !== null) return null;
  const { state, replayed: { asOf } } = projection;
  const replayedToday = asOf === loan.asOf ? projection.replayed : projectLoan(loan.terms, loan.events.map((one) => one.event), loan.asOf).replayed;
  return firstDifference({ ...loan.shown }, shownColumns(state, replayedToday));
}

function checkAllocations(check: BookCheck, loan: VerifiedLoan, projection: LoanProjection): void {
  const stored = new Map(loan.posted.map((row) => [row.event_id, row]));
  const amounts = receivedAmounts(loan.events.map((one) => one.event));
  if (stored.size !== amounts.size) noteDeviation(check, `${loan.receiptNo}: ${stored.size} receipts ≠ ${amounts.size} entries`);
  for (const receipt of projection.receipts) {
    const row = stored.get(receipt.event_id);
    const sumFen = partsFen(row ?? {});
    // An early repayment states its principal only: what was received is what it was used for, and once reversed what the row kept.
    const totalFen = amounts.get(receipt.event_id) ?? (receipt.is_reversed ? Number(row?.['total_fen'] ?? 0) : sumFen);
    const difference = row ? firstDifference(row, { ...receipt, total_fen: totalFen }) : 'missing';
    if (difference) noteDeviation(check, `${loan.receiptNo} receipt ${receipt.event_id}: ${difference}`);
    else if (!receipt.is_reversed && sumFen !== totalFen) noteDeviation(check, `${loan.receiptNo} receipt ${receipt.event_id}: parts ${sumFen} ≠ ${String(totalFen)} fen`);
  }
}
