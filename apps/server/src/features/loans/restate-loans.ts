import type { LoanEvent } from '@loanbook/engine/events.ts';
import { sql } from 'kysely';
import type { Tx } from '../../platform/database.ts';
import { newId } from '../../platform/ids.ts';
import { restatedColumns, type BookLoan, type RestatedColumns } from './book-loans.ts';
import { insertRows } from './insert-rows.ts';
import { insertEvents, type EventDetails, type NewEvent } from './loan-events.ts';
import { storedTerms } from './lock-loans.ts';
import { receiptRow, type TakenOverEvent, type TakenOverReceipt } from './take-over-loans.ts';
import { writeProjections } from './write-projection.ts';

/** An entry to be written; `importId` overrules the restatement's own where an earlier import's entry is put back. */
export interface RestatedEvent {
  readonly event: WithoutSequence<TakenOverEvent>;
  readonly details?: EventDetails;
  readonly importId?: string | null;
}
type WithoutSequence<Event> = Event extends TakenOverEvent ? Omit<Event, 'sequence'> : never;

/** What becomes of one locked loan. */
export interface Restatement {
  readonly loan: BookLoan;
  readonly columns: RestatedColumns;
  /** Taken back on their own value dates, as if they had never been, so that every day can still be replayed. */
  readonly reversedEventIds: readonly string[];
  readonly events: readonly RestatedEvent[];
  readonly receipts: readonly TakenOverReceipt[];
  readonly reason: string;
}

const loansAtATime = 500;

/**
 * Writes restatements: reversals, new entries, receipts as stated, columns (version + 1) and projections. The caller audits
 * and keeps what stood before. @throws EngineRefusal when a loan's entries cannot stand
 */
export async function restateLoans(tx: Tx, restatements: readonly Restatement[], importId: string | null): Promise<void> {
  for (let from = 0; from < restatements.length; from += loansAtATime) {
    const chunk = restatements.slice(from, from + loansAtATime);
    await rewriteColumns(tx, chunk);
    const added = chunk.map((one) => newEntries(tx, one, importId));
    await insertEvents(tx, added.flat());
    await insertRows(tx, 'repayment', chunk.flatMap((one) => one.receipts.map((receipt) => receiptRow(tx, receipt, one.loan.loanId, importId))));
    await writeProjections(tx, chunk.map((one, index) => ({
      loanId: one.loan.loanId, terms: storedTerms(one.columns.terms), events: [...one.loan.events.map(({ event }) => event), ...(added[index] ?? []).map(({ event }) => event)],
    })));
  }
}

function newEntries(tx: Tx, { loan, reversedEventIds, events, reason }: Restatement, importId: string | null): NewEvent[] {
  let sequence = loan.events.reduce((last, { event }) => Math.max(last, event.sequence), 0);
  const dayOf = new Map(loan.events.map(({ event }) => [event.id, event.occurredOn]));
  const reversals = reversedEventIds.map((reversedEventId): NewEvent => {
    const occurredOn = dayOf.get(reversedEventId);
    if (occurredOn === undefined) throw new Error('only an entry of the loan can be taken back');
    return { loanId: loan.loanId, event: { id: newId(tx.now), type: 'reverse', occurredOn, sequence: (sequence += 1), reversedEventId }, details: { reason }, importId };
  });
  const additions = events.map(({ event, details = {}, importId: earlier }): NewEvent => {
    const complete: LoanEvent = { ...event, id: newId(tx.now), sequence: (sequence += 1) };
    return { loanId: loan.loanId, event: complete, details, importId: earlier === undefined ? importId : earlier };
  });
  return [...reversals, ...additions];
}

async function rewriteColumns(tx: Tx, restatements: readonly Restatement[]): Promise<void> {
  const rows = restatements.map(({ loan, columns }) => ({ institution_id: tx.institutionId, loan_id: loan.loanId, ...columns }));
  const assignments = sql.join(restatedColumns.map((column) => sql`${sql.ref(column)} = ${sql.ref(`p.${column}`)}`));
  await sql`update loan set ${assignments}, version = loan.version + 1, updated_at = ${tx.now}, updated_by = ${tx.actor.name}
    from json_populate_recordset(null::loan, ${JSON.stringify(rows)}::json) p where loan.institution_id = p.institution_id and loan.loan_id = p.loan_id`.execute(tx.db);
}
