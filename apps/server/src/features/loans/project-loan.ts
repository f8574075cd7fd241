import type { CivilDate } from '@loanbook/engine/civil-date.ts';
import { fiveTierClasses } from '@loanbook/engine/classification.ts';
import type { LoanEvent } from '@loanbook/engine/events.ts';
import { loanLine } from '@loanbook/engine/loan-line.ts';
import type { LoanProjection as LoanLines, ProjectedInstallment } from '@loanbook/engine/loan-projection.ts';
import type { Allocation, InstallmentState, LoanState } from '@loanbook/engine/loan-state.ts';
import { projectLoan as projectLines } from '@loanbook/engine/replay/project-ledger.ts';
import type { LoanTerms } from '@loanbook/engine/terms.ts';
import { chargeLineColumns, installmentLineColumns, type ChargeLineColumns, type InstallmentLineColumns } from './line-columns.ts';

/** One row of `loan_state`; what was repaid counts from our own first entry, without what an old book had collected. */
export interface LoanStateRow extends ChargeLineColumns {
  readonly life: 'pending' | 'active' | 'settled' | 'written_off' | 'void';
  readonly outstanding_principal_fen: number;
  readonly repaid_principal_fen: number;
  readonly repaid_interest_fen: number;
  readonly credit_fen: number;
  readonly oldest_open_due_on: CivilDate | null;
  readonly class_override: number | null;
  readonly settled_on: CivilDate | null;
  readonly event_count: number;
  /** First day on which these rows are no longer right; null: never. */
  readonly next_change_on: CivilDate | null;
  /** In force, after extensions and rate changes; stored as null where the old book does not say and nothing has changed it. */
  readonly matures_on: CivilDate;
  readonly rate_annual_e8: number;
}

export interface InstallmentRow extends InstallmentLineColumns {
  readonly number: number;
  readonly due_on: CivilDate;
  readonly principal_fen: number;
  readonly interest_fen: number;
  readonly fee_fen: number;
  readonly paid_principal_fen: number;
  readonly paid_interest_fen: number;
  readonly paid_fee_fen: number;
  readonly settled_on: CivilDate | null;
}

/** How a posted receipt is used, as far as its event alone does not say. */
export interface ReceiptRow {
  readonly event_id: string;
  readonly principal_fen: number;
  readonly interest_fen: number;
  readonly penalty_fen: number;
  readonly compound_fen: number;
  readonly fee_fen: number;
  readonly credit_fen: number;
  readonly is_reversed: boolean;
}

/** The rows of a loan of which there are many. */
export interface ProjectedRows {
  readonly installments: readonly InstallmentRow[];
  readonly receipts: readonly ReceiptRow[];
}

export interface LoanProjection extends ProjectedRows {
  readonly state: LoanStateRow;
  readonly replayed: LoanState;
}

/**
 * What the database keeps of a loan, in fen, from its terms and all its events: the single description of `loan_state`,
 * `installment` and posted receipts. The rows are the same whatever day they are made on until `next_change_on`, and
 * `loan_figures` reads every figure of every day up to it from them (`roll-day.ts` writes the next ones).
 */
export function projectLoan(terms: LoanTerms, events: readonly LoanEvent[], asOf: CivilDate): LoanProjection {
  const { state: replayed, projection: lines } = projectLines(terms, events, asOf);
  const oldestOpenDueOn = oldestUncoveredDueOn(terms, events, replayed, lines);
  // Written off, the loan leaves the books but the borrower still owes it (账销案存), which is what a ledger goes on showing.
  const owedFen = (replayed.offBook ?? replayed.balances).principalFen;
  // Interest made principal by a restructuring is no money that came in.
  const collected = replayed.allocations.filter((allocation) => allocation.principalFen >= 0);
  const state: LoanStateRow = {
    life: lifeOf(replayed, events),
    outstanding_principal_fen: owedFen,
    repaid_principal_fen: collected.reduce((sum, allocation) => sum + allocation.principalFen, 0),
    repaid_interest_fen: collected.reduce((sum, allocation) => sum + allocation.interestFen, 0),
    credit_fen: replayed.balances.creditFen,
    oldest_open_due_on: oldestOpenDueOn,
    class_override: classOverride(replayed),
    settled_on: replayed.status === 'settled' ? settledOn(replayed, events) : null,
    event_count: events.length,
    next_change_on: lines.nextChangeOn,
    matures_on: replayed.currentTerms.maturesOn,
    rate_annual_e8: replayed.currentTerms.rateAnnualE8,
    ...chargeLineColumns(lines),
  };
  return { state, ...rowsOf(replayed, lines, events), replayed };
}

/** The same without `loan_state`, which costs as much again where credit waits. Throws EngineRefusal as `projectLoan` does. */
export function projectRows(terms: LoanTerms, events: readonly LoanEvent[], asOf: CivilDate): ProjectedRows {
  const { state: replayed, projection: lines } = projectLines(terms, events, asOf);
  return rowsOf(replayed, lines, events);
}

function rowsOf(replayed: LoanState, lines: LoanLines, events: readonly LoanEvent[]): ProjectedRows {
  return { installments: replayed.installments.map((row, index) => installmentRow(row, lines.installments[index])), receipts: receiptRows(replayed.allocations, events) };
}

/** A loan whose lending was taken back is void: its number stays used, nothing of it counts. */
function lifeOf(state: LoanState, events: readonly LoanEvent[]): LoanStateRow['life'] {
  switch (state.status) {
    case 'active':
    case 'overdue':
      return 'active';
    case 'pending':
      return events.some((event) => event.type === 'reverse') ? 'void' : 'pending';
    case 'settled':
    case 'written_off':
      return state.status;
    default:
      return state.status satisfies never;
  }
}

/** Waiting credit will pay the next rows on their due dates, so the first row it cannot cover is where arrears will begin. */
function oldestUncoveredDueOn(terms: LoanTerms, events: readonly LoanEvent[], state: LoanState, lines: LoanLines): CivilDate | null {
  const lastDueOn = state.installments.at(-1)?.dueOn ?? state.asOf;
  if (state.balances.creditFen > 0 && lastDueOn > state.asOf) return loanLine(terms, events, lastDueOn).oldestOpenDueOn;
  return lines.installments.find((row) => row.openPrincipalFen + row.interestFen - row.paidInterestFen + row.openFeeFen > 0)?.dueOn ?? null;
}

/** Everything that keeps the class down but the days past due, which the view counts itself; rank 0 normal … 4 loss. */
function classOverride(state: LoanState): number | null {
  const ranks = state.classReasons.filter((reason) => reason.code !== 'days_past_due').map((reason) => fiveTierClasses.indexOf(reason.fiveTierClass));
  return ranks.length > 0 ? Math.max(...ranks) : null;
}

function settledOn(state: LoanState, events: readonly LoanEvent[]): CivilDate {
  // A plan's rows that never owed anything are "paid" on due dates that mean nothing.
  const paidDays = state.installments.flatMap((row) => (row.settledOn && row.principalFen + row.interestFen + row.feeFen > 0 ? [row.settledOn] : []));
  const receiptDays = state.allocations.filter((allocation) => !allocation.isReversed).map((allocation) => allocation.occurredOn);
  const startDays = events.filter((event) => event.type === 'opening' || event.type === 'disburse').map((event) => event.occurredOn);
  const days = [...startDays, ...receiptDays, ...paidDays];
  return days.reduce((latest, day) => (day > latest ? day : latest), days[0] ?? state.asOf);
}

function installmentRow(row: InstallmentState, lines: ProjectedInstallment | undefined): InstallmentRow {
  return {
    number: row.number, due_on: row.dueOn, principal_fen: row.principalFen,
    // What was forgiven need not be paid any more.
    interest_fen: row.interestFen - row.waivedInterestFen, fee_fen: row.feeFen - row.waivedFeeFen,
    paid_principal_fen: row.paidPrincipalFen, paid_interest_fen: row.paidInterestFen, paid_fee_fen: row.paidFeeFen,
    // A row that owes nothing (no interest, principal later) is done with from the start, whatever the day.
    settled_on: row.principalFen + row.interestFen + row.feeFen === 0 ? row.dueOn : row.settledOn,
    ...installmentLineColumns(lines),
  };
}

function receiptRows(allocations: readonly Allocation[], events: readonly LoanEvent[]): ReceiptRow[] {
  const receiptIds = new Set(events.filter(isReceipt).map((event) => event.id));
  return allocations.filter((allocation) => receiptIds.has(allocation.eventId)).map((allocation) => ({
    event_id: allocation.eventId, principal_fen: allocation.principalFen, interest_fen: allocation.interestFen, penalty_fen: allocation.penaltyFen,
    compound_fen: allocation.compoundFen, fee_fen: allocation.feeFen,
    // What was left over, whether it waits still or was paid back.
    credit_fen: allocation.creditFen + allocation.refundedFen, is_reversed: allocation.isReversed,
  }));
}

/** Money received. A settlement uses what receipts brought in; it brings none itself. */
export function isReceipt(event: LoanEvent): boolean {
  return event.type === 'repay' || event.type === 'recover' || (event.type === 'prepay' && event.mode !== 'settle');
}
