import { receiptNo, receiptSeries } from '../../platform/number-series.ts';
import type { DatabaseStatement } from '../../platform/send-together.ts';
import type { Tx } from '../../platform/database.ts';
import { eventRow, type NewEvent } from './loan-events.ts';
import type { ReceiptRow } from './project-loan.ts';

/** New entries of loans that are locked, and how those that brought money are used. */
export interface PostedReceipts {
  readonly events: readonly NewEvent[];
  readonly receipts: readonly ReceiptRow[];
}

/**
 * Takes the receipts' numbers and writes entries and receipts with them, all in one statement for `tx.sendWithCommit`: the
 * series is locked for the whole institution from the first number to the commit. `writeProjections` comes before it.
 */
export function receiptStatement(tx: Tx, { events, receipts }: PostedReceipts): DatabaseStatement {
  const count = events.filter((event) => event.receipt).length;
  const numberless = receiptNo(tx.businessDate, 0).slice(0, -leastDigits);
  return {
    name: 'post_receipts', text: statementText,
    values: [tx.institutionId, receiptSeries(tx.businessDate), count, numberless, JSON.stringify(events.map((event) => eventRow(tx, event))), JSON.stringify(receipts)],
  };
}

/** S20260115-001: three digits, more from the thousandth of a day on. */
const leastDigits = 3;

const eventColumns = 'institution_id, event_id, loan_id, sequence, type, occurred_on, recorded_at, actor_id, actor_name, amount_fen, reversed_event_id, channel, external_ref, payer_name, note, reason, import_id';

const statementText = `
  with taken as (
    insert into number_series (institution_id, name, last_number) values ($1, $2, $3)
    on conflict (institution_id, name) do update set last_number = number_series.last_number + excluded.last_number
    returning last_number - $3 as last_before
  ), entry as (
    insert into loan_event (${eventColumns}, body)
    select ${eventColumns}, case when body ? 'receipt' then jsonb_set(body, '{receipt,number}', to_jsonb($4::text || lpad(number, greatest(${leastDigits}, length(number)), '0'))) else body end
    from (
      select e.*, (last_before + count(*) filter (where e.body ? 'receipt') over (order by e.ordinality))::text as number
      from json_populate_recordset(null::loan_event, $5::json) with ordinality e cross join taken
    ) numbered
    returning *
  )
  insert into repayment (institution_id, repayment_id, loan_id, source, event_id, paid_on, total_fen, principal_fen, interest_fen, penalty_fen, compound_fen, fee_fen, credit_fen,
    channel, external_ref, payer_name, note, is_reversed, import_id, recorded_at)
  select e.institution_id, e.event_id, e.loan_id, 'posted', e.event_id, e.occurred_on,
    coalesce(e.amount_fen, p.principal_fen + p.interest_fen + p.penalty_fen + p.compound_fen + p.fee_fen + p.credit_fen), p.principal_fen, p.interest_fen, p.penalty_fen, p.compound_fen, p.fee_fen, p.credit_fen,
    e.channel, e.external_ref, e.payer_name, e.note, p.is_reversed, e.import_id, e.recorded_at
  from entry e join json_populate_recordset(null::repayment, $6::json) p on p.event_id = e.event_id`;
