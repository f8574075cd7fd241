import type { LoanFacts } from '@loanbook/contract/features/loans.ts';
import type { CivilDate } from '@loanbook/engine/civil-date.ts';
import type { LoanEvent } from '@loanbook/engine/events.ts';
import type { Fen } from '@loanbook/engine/money.ts';
import type { LoanTerms } from '@loanbook/engine/terms.ts';
import type { Tx } from '../../platform/database.ts';
import { newId } from '../../platform/ids.ts';
import { insertRows } from './insert-rows.ts';
import { loanTermColumns, type UnstatedTerm } from './loan-columns.ts';
import { insertEvents, type EventDetails, type NewEvent } from './loan-events.ts';
import { factColumns, factColumnsOf } from './loan-facts.ts';
import { writeProjections, type ProjectedLoan } from './write-projection.ts';

type WithoutId<Event> = Event extends LoanEvent ? Omit<Event, 'id'> & { readonly id?: string } : never;
/** An event before it has its id (or with it, where another event names it); `sequence` numbers the loan's events from 1. */
export type TakenOverEvent = WithoutId<LoanEvent>;

/** A receipt of the old book with the split that the book states; null where it states none. Amounts in fen. */
export interface TakenOverReceipt {
  readonly installmentNo: number | null;
  readonly dueOn: CivilDate | null;
  readonly paidOn: CivilDate | null;
  readonly totalFen: Fen;
  readonly principalFen: Fen | null;
  readonly interestFen: Fen | null;
  readonly penaltyFen: Fen | null;
  readonly compoundFen: Fen | null;
  readonly feeFen: Fen | null;
  readonly channel: string | null;
  readonly externalRef: string | null;
  readonly payerName: string | null;
  readonly note: string | null;
  readonly isReversed: boolean;
}

/** One loan of an old book. `facts.receiptNo` must be free in the institution. */
export interface TakenOverLoan {
  /** Only where an event of another loan names this one. */
  readonly loanId?: string;
  readonly customerId: string;
  readonly facts: LoanFacts & { readonly receiptNo: string };
  readonly terms: LoanTerms;
  readonly unstated: readonly UnstatedTerm[];
  readonly termMonths: number | null;
  /** 'incomplete_terms' and the like; shown with the loan. */
  readonly flags: readonly string[];
  /** An `opening` (or `disburse`) first, then what else the old book says; none after the business date. */
  readonly events: readonly TakenOverEvent[];
  /** How the money of each event came, in the order of `events`; absent where nothing is known. */
  readonly eventDetails?: readonly EventDetails[];
  readonly receipts: readonly TakenOverReceipt[];
  /** Repaid before our entries begin, as the old book states it; absent: lent less the opening balance, and the receipts' interest. */
  readonly statedRepaid?: { readonly principalFen?: Fen; readonly interestFen?: Fen };
}

/** Loans written together; bounds the memory of rows on their way. */
const chunkSize = 1_000;

/**
 * Puts loans of another book into this one: facts, events, receipts as stated, and the projection the engine makes of them.
 * All in the caller's transaction, who also writes the audit entry. Returns the new loans' ids in the order given.
 * @throws EngineRefusal when a loan's events cannot stand; a unique violation of loan's receipt_no when one is taken
 */
export async function takeOverLoans(tx: Tx, loans: readonly TakenOverLoan[], importId: string | null, onProgress: (done: number) => void = () => undefined): Promise<string[]> {
  const loanIds: string[] = [];
  for (let from = 0; from < loans.length; from += chunkSize) {
    const chunk = loans.slice(from, from + chunkSize).map((loan) => ({ loan, loanId: loan.loanId ?? newId(tx.now) }));
    await insertRows(tx, 'loan', chunk.map(({ loan, loanId }) => loanRow(tx, loan, loanId, importId)));
    const events: NewEvent[] = [];
    const receipts: Record<string, unknown>[] = [];
    const projected: ProjectedLoan[] = [];
    for (const { loan, loanId } of chunk) {
      const loanEvents = loan.events.map((event): LoanEvent => ({ ...event, id: event.id ?? newId(tx.now) }));
      for (const [index, event] of loanEvents.entries()) events.push({ loanId, event, importId, details: loan.eventDetails?.[index] ?? {} });
      for (const receipt of loan.receipts) receipts.push(receiptRow(tx, receipt, loanId, importId));
      projected.push({ loanId, terms: loan.terms, events: loanEvents });
      loanIds.push(loanId);
    }
    await insertEvents(tx, events);
    await insertRows(tx, 'repayment', receipts);
    await writeProjections(tx, projected);
    onProgress(loanIds.length);
  }
  return loanIds;
}

const noFacts = Object.fromEntries(Object.values(factColumns).map((column) => [column, null]));

function loanRow(tx: Tx, loan: TakenOverLoan, loanId: string, importId: string | null): Record<string, unknown> {
  return {
    institution_id: tx.institutionId, loan_id: loanId, customer_id: loan.customerId,
    ...noFacts, ...factColumnsOf(loan.facts), ...loanTermColumns(loan.terms, loan.unstated),
    term_months: loan.termMonths, flags: loan.flags, is_taken_over: loan.events.some((event) => event.type === 'opening'),
    taken_over_repaid_principal_fen: repaidPrincipalFen(loan), taken_over_repaid_interest_fen: repaidInterestFen(loan), terms: loan.terms, import_id: importId,
    version: 1, created_at: tx.now.toISOString(), updated_at: tx.now.toISOString(), updated_by: tx.actor.name,
  };
}

function repaidPrincipalFen(loan: TakenOverLoan): number {
  const opening = loan.events.find((event) => event.type === 'opening');
  return loan.statedRepaid?.principalFen ?? (opening ? Math.max(0, loan.terms.principalFen - opening.principalFen) : 0);
}

function repaidInterestFen(loan: TakenOverLoan): number {
  return loan.statedRepaid?.interestFen ?? loan.receipts.reduce((sum, receipt) => sum + (receipt.isReversed ? 0 : (receipt.interestFen ?? 0)), 0);
}

export function receiptRow(tx: Tx, receipt: TakenOverReceipt, loanId: string, importId: string | null): Record<string, unknown> {
  return {
    institution_id: tx.institutionId, repayment_id: newId(tx.now), loan_id: loanId, source: 'taken_over',
    installment_no: receipt.installmentNo, due_on: receipt.dueOn, paid_on: receipt.paidOn, total_fen: receipt.totalFen,
    principal_fen: receipt.principalFen, interest_fen: receipt.interestFen, penalty_fen: receipt.penaltyFen, compound_fen: receipt.compoundFen, fee_fen: receipt.feeFen,
    channel: receipt.channel, external_ref: receipt.externalRef, payer_name: receipt.payerName, note: receipt.note,
    is_reversed: receipt.isReversed, import_id: importId, recorded_at: tx.now.toISOString(),
  };
}
