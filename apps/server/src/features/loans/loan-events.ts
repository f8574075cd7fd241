import type { CivilDate } from '@loanbook/engine/civil-date.ts';
import type { LoanEvent } from '@loanbook/engine/events.ts';
import type { Tx } from '../../platform/database.ts';
import { insertRows } from './insert-rows.ts';

/** An event with what the engine need not know: who entered it when, and how the money came. */
export interface StoredEvent {
  readonly event: LoanEvent;
  readonly recordedAt: string;
  readonly recordedBy: string;
  readonly details: EventDetails;
  readonly receipt: ReceiptSnapshot | null;
}

/** A receipt as it was first posted, in fen: what its paper says, whatever re-allocates it later. */
export interface ReceiptSnapshot {
  readonly number: string;
  readonly feeFen: number;
  readonly compoundFen: number;
  readonly penaltyFen: number;
  readonly interestFen: number;
  readonly principalFen: number;
  readonly creditFen: number;
  readonly principalLeftFen: number;
}

export interface EventDetails {
  readonly channel?: string | null;
  readonly externalRef?: string | null;
  readonly payerName?: string | null;
  readonly note?: string | null;
  readonly reason?: string | null;
}

export interface NewEvent {
  readonly loanId: string;
  readonly event: LoanEvent;
  readonly details?: EventDetails;
  readonly receipt?: ReceiptSnapshot;
  readonly importId?: string | null;
}

/** Appends facts; `writeProjections` must follow in the same transaction. */
export async function insertEvents(tx: Tx, events: readonly NewEvent[]): Promise<void> {
  await insertRows(tx, 'loan_event', events.map((one) => eventRow(tx, one)));
}

/** All events of the loans in order of entry; a loan without events has an empty list. */
export async function readEvents(tx: Tx, loanIds: readonly string[]): Promise<Map<string, StoredEvent[]>> {
  const byLoan = new Map<string, StoredEvent[]>(loanIds.map((loanId) => [loanId, []]));
  const rows = await tx.db.selectFrom('loan_event')
    .select(['event_id', 'loan_id', 'sequence', 'type', 'occurred_on', 'recorded_at', 'actor_name', 'amount_fen', 'reversed_event_id', 'body', 'channel', 'external_ref', 'payer_name', 'note', 'reason'])
    .where('loan_id', 'in', loanIds.length > 0 ? [...loanIds] : [noLoan])
    .orderBy('loan_id').orderBy('sequence')
    .execute();
  for (const row of rows) {
    byLoan.get(row.loan_id)?.push({
      event: storedLoanEvent(row), recordedAt: row.recorded_at, recordedBy: row.actor_name,
      details: { channel: row.channel, externalRef: row.external_ref, payerName: row.payer_name, note: row.note, reason: row.reason },
      receipt: storedReceipt(row.body),
    });
  }
  return byLoan;
}

export interface EventColumns {
  readonly event_id: string;
  readonly sequence: number;
  readonly type: string;
  readonly occurred_on: CivilDate;
  readonly amount_fen: number | null;
  readonly reversed_event_id: string | null;
  readonly body: unknown;
}

/** The engine's event: its common keys are columns, the rest is `body`, where a receipt's snapshot stands beside. */
export function storedLoanEvent(row: EventColumns): LoanEvent {
  const { receipt: _receipt, ...body }: StoredBody = row.body ?? {};
  return {
    ...body,
    id: row.event_id, type: row.type, occurredOn: row.occurred_on, sequence: row.sequence,
    ...(row.amount_fen === null ? {} : { amountFen: row.amount_fen }),
    ...(row.reversed_event_id === null ? {} : { reversedEventId: row.reversed_event_id }),
    // as: only `insertEvents` writes these rows, from a LoanEvent.
  } as unknown as LoanEvent;
}

interface StoredBody {
  readonly receipt?: ReceiptSnapshot;
}

function storedReceipt(body: unknown): ReceiptSnapshot | null {
  // as: only `insertEvents` writes bodies.
  return (body as StoredBody | null)?.receipt ?? null;
}

const noLoan = '00000000-0000-0000-0000-000000000000';

/** An event as a row of `loan_event`. */
export function eventRow(tx: Tx, { loanId, event, details = {}, receipt, importId = null }: NewEvent): Record<string, unknown> {
  const { id, type, occurredOn, sequence, ...rest } = event;
  const amountFen = 'amountFen' in event ? event.amountFen : null;
  const reversedEventId = event.type === 'reverse' ? event.reversedEventId : null;
  const body = Object.fromEntries(Object.entries(rest).filter(([key]) => key !== 'amountFen' && key !== 'reversedEventId'));
  return {
    institution_id: tx.institutionId, event_id: id, loan_id: loanId, sequence, type, occurred_on: occurredOn, recorded_at: tx.now.toISOString(),
    actor_id: tx.actor.personId, actor_name: tx.actor.name, amount_fen: amountFen, reversed_event_id: reversedEventId, body: receipt ? { ...body, receipt } : body,
    channel: details.channel ?? null, external_ref: details.externalRef ?? null, payer_name: details.payerName ?? null, note: details.note ?? null, reason: details.reason ?? null,
    import_id: importId,
  };
}
