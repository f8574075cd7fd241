import type { Tx } from '../../platform/database.ts';
import { preparedName } from '../../platform/prepared-name.ts';
import { sendTogether, type DatabaseStatement } from '../../platform/send-together.ts';
import { installmentColumns, receiptColumns, type LoanChanges } from './project-loan-changes.ts';
import type { LoanStateRow } from './project-loan.ts';

/** A loan whose row this transaction has locked or made, with what must become of its rows. */
export interface ChangedLoan extends LoanChanges {
  readonly loanId: string;
}

/**
 * Writes what differs of `installment`, the posted rows of `repayment` and `loan_state` in one round trip, whatever the
 * number of loans; a statement that has nothing to write is not sent. Nothing else may be asked of the transaction until
 * it is done.
 */
export async function writeProjectionChanges(tx: Tx, loans: readonly ChangedLoan[]): Promise<void> {
  const { institutionId } = tx;
  const removed = loans.flatMap(({ loanId, removedNumbers }) => removedNumbers.map((number) => ({ loan_id: loanId, number })));
  const statements = [
    statement(removeInstallments, removed),
    statement(writeInstallments, loans.flatMap(({ loanId, installments }) => installments.map((row) => ({ institution_id: institutionId, loan_id: loanId, ...row })))),
    statement(writeReceipts, loans.flatMap(({ receipts }) => receipts)),
    statement(writeStates, loans.map(({ loanId, state }) => ({ institution_id: institutionId, loan_id: loanId, ...state }))),
  ];
  await sendTogether(tx.client, statements.flat());
}

function statement(text: string, rows: readonly object[]): DatabaseStatement[] {
  return rows.length === 0 ? [] : [{ name: preparedName(text).name ?? '', text, values: [JSON.stringify(rows)] }];
}

// Named by the row type, so that a column added there without a place here does not compile.
const stateColumns = Object.keys({
  life: 0, outstanding_principal_fen: 0, repaid_principal_fen: 0, repaid_interest_fen: 0, credit_fen: 0, oldest_open_due_on: 0, class_override: 0, settled_on: 0, event_count: 0,
  next_change_on: 0, matures_on: 0, rate_annual_e8: 0, rounding: 0, grace_days: 0, free_days: 0, charge_denominator: 0, penalty_per_day: 0, compound_per_day: 0,
  accrual_denominator: 0, accrual_day_count: 0, standing_principal_fen: 0, standing_from_on: 0, standing_numerator: 0, standing_per_day: 0, standing_settled_fen: 0,
} satisfies Record<keyof LoanStateRow, 0>) as (keyof LoanStateRow)[]; // as: keys of a literal of this type

/** What an old book had collected counts on top; what it does not say stays unsaid until something changes it. */
const stateValues: Partial<Record<keyof LoanStateRow, string>> = {
  repaid_principal_fen: 'l.taken_over_repaid_principal_fen + p.repaid_principal_fen',
  repaid_interest_fen: 'l.taken_over_repaid_interest_fen + p.repaid_interest_fen',
  matures_on: "case when l.matures_on is null and p.matures_on = (l.terms ->> 'maturesOn')::date then null else p.matures_on end",
  rate_annual_e8: "case when l.rate_annual_e8 is null and p.rate_annual_e8 = (l.terms ->> 'rateAnnualE8')::bigint then null else p.rate_annual_e8 end",
};

const removeInstallments = `delete from installment i using json_to_recordset($1::json) as gone (loan_id uuid, number integer)
  where i.institution_id = current_institution() and i.loan_id = gone.loan_id and i.number = gone.number`;

const writeInstallments = `insert into installment select * from json_populate_recordset(null::installment, $1::json)
  on conflict (institution_id, loan_id, number) do update set ${excluded(installmentColumns)}
  where installment is distinct from excluded`;

// A receipt whose event is not there yet comes with its event. An early repayment states its principal; what was received is
// the sum of its parts, of the paper's once it is reversed.
const writeReceipts = `insert into repayment (institution_id, repayment_id, loan_id, source, event_id, paid_on, total_fen, ${receiptColumns.join(', ')},
    channel, external_ref, payer_name, note, import_id, recorded_at)
  select e.institution_id, e.event_id, e.loan_id, 'posted', e.event_id, e.occurred_on, coalesce(e.amount_fen, paid.total_fen), ${receiptColumns.map((name) => `p.${name}`).join(', ')},
    e.channel, e.external_ref, e.payer_name, e.note, e.import_id, e.recorded_at
  from json_populate_recordset(null::repayment, $1::json) p join loan_event e on e.institution_id = current_institution() and e.event_id = p.event_id
  cross join lateral (
    select case when not p.is_reversed then p.principal_fen + p.interest_fen + p.penalty_fen + p.compound_fen + p.fee_fen + p.credit_fen
      else (select sum((e.body -> 'receipt' ->> part)::bigint) from unnest(array['feeFen', 'compoundFen', 'penaltyFen', 'interestFen', 'principalFen', 'creditFen']) part) end as total_fen
  ) paid
  on conflict (institution_id, repayment_id) do update set ${excluded(['total_fen', ...receiptColumns])}
  where repayment is distinct from excluded`;

const writeStates = `insert into loan_state (institution_id, loan_id, ${stateColumns.join(', ')})
  select p.institution_id, p.loan_id, ${stateColumns.map((name) => stateValues[name] ?? `p.${name}`).join(', ')}
  from json_populate_recordset(null::loan_state, $1::json) p
  join loan l on l.institution_id = p.institution_id and l.loan_id = p.loan_id
  on conflict (institution_id, loan_id) do update set ${excluded(stateColumns)}
  where loan_state is distinct from excluded`;

function excluded(columns: readonly string[]): string {
  return columns.map((name) => `${name} = excluded.${name}`).join(', ');
}
