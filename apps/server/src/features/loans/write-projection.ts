import type { LoanEvent } from '@loanbook/engine/events.ts';
import type { LoanTerms } from '@loanbook/engine/terms.ts';
import { sql } from 'kysely';
import type { Tx } from '../../platform/database.ts';
import type { SqlPart } from '../../platform/lists/list-definition.ts';
import { projectLoan, type InstallmentRow, type LoanProjection, type LoanStateRow } from './project-loan.ts';

/** A loan whose row is locked by this transaction (or was made by it), with all its events. */
export interface ProjectedLoan {
  readonly loanId: string;
  readonly terms: LoanTerms;
  readonly events: readonly LoanEvent[];
}

/** Loans written with one set of statements; 500 plans of 24 rows are some two megabytes of JSON. */
const chunkSize = 500;

/**
 * The only place that writes `loan_state`, `installment` and the posted rows of `repayment`: all three are computed from
 * terms and events as of the business date and replace what was there. A receipt's row has its event's id.
 * Returns the projections in the order of the loans. Throws EngineRefusal when events and terms do not fit.
 */
export async function writeProjections(tx: Tx, loans: readonly ProjectedLoan[]): Promise<LoanProjection[]> {
  const written: LoanProjection[] = [];
  for (let from = 0; from < loans.length; from += chunkSize) {
    const chunk = loans.slice(from, from + chunkSize).map((loan) => ({ loanId: loan.loanId, projection: projectLoan(loan.terms, loan.events, tx.businessDate) }));
    await writeInstallments(tx, chunk);
    await writeReceipts(tx, chunk);
    await writeStates(tx, chunk);
    written.push(...chunk.map((one) => one.projection));
  }
  return written;
}

interface LoanWithProjection {
  readonly loanId: string;
  readonly projection: LoanProjection;
}

async function writeInstallments(tx: Tx, loans: readonly LoanWithProjection[]): Promise<void> {
  const rows = loans.flatMap(({ loanId, projection }) => projection.installments.map((row) => ({ institution_id: tx.institutionId, loan_id: loanId, ...row })));
  const plan = sql`json_populate_recordset(null::installment, ${JSON.stringify(rows, presentOnly)}::json)`;
  await sql`
    insert into installment select * from ${plan}
    on conflict (institution_id, loan_id, number) do update set ${excluded(installmentColumns)}
    where installment is distinct from excluded`.execute(tx.db);
  const keys = rows.map(({ loan_id, number }) => ({ loan_id, number }));
  await sql`
    delete from installment stored where stored.loan_id = any(${loans.map((loan) => loan.loanId)}::uuid[])
      and not exists (select from json_to_recordset(${JSON.stringify(keys)}::json) as kept (loan_id uuid, number integer) where kept.loan_id = stored.loan_id and kept.number = stored.number)`.execute(tx.db);
}

async function writeReceipts(tx: Tx, loans: readonly LoanWithProjection[]): Promise<void> {
  const rows = loans.flatMap(({ projection }) => projection.receipts);
  if (rows.length === 0) return;
  await sql`
    insert into repayment (institution_id, repayment_id, loan_id, source, event_id, paid_on, total_fen, principal_fen, interest_fen, penalty_fen, compound_fen, fee_fen, credit_fen,
      channel, external_ref, payer_name, note, is_reversed, import_id, recorded_at)
    select e.institution_id, e.event_id, e.loan_id, 'posted', e.event_id, e.occurred_on, coalesce(e.amount_fen, paid.total_fen), p.principal_fen, p.interest_fen, p.penalty_fen, p.compound_fen, p.fee_fen, p.credit_fen,
      e.channel, e.external_ref, e.payer_name, e.note, p.is_reversed, e.import_id, e.recorded_at
    from json_populate_recordset(null::repayment, ${JSON.stringify(rows)}::json) p join loan_event e on e.institution_id = current_institution() and e.event_id = p.event_id
    cross join lateral (
      -- An early repayment states its principal; what was received is the sum of its parts, of the paper's once it is reversed.
      select case when not p.is_reversed then p.principal_fen + p.interest_fen + p.penalty_fen + p.compound_fen + p.fee_fen + p.credit_fen
        else (select sum((e.body -> 'receipt' ->> part)::bigint) from unnest(array['feeFen', 'compoundFen', 'penaltyFen', 'interestFen', 'principalFen', 'creditFen']) part) end as total_fen
    ) paid
    on conflict (institution_id, repayment_id) do update set total_fen = excluded.total_fen, principal_fen = excluded.principal_fen, interest_fen = excluded.interest_fen, penalty_fen = excluded.penalty_fen,
      compound_fen = excluded.compound_fen, fee_fen = excluded.fee_fen, credit_fen = excluded.credit_fen, is_reversed = excluded.is_reversed
    where repayment is distinct from excluded`.execute(tx.db);
}

async function writeStates(tx: Tx, loans: readonly LoanWithProjection[]): Promise<void> {
  const rows = loans.map(({ loanId, projection }) => ({ institution_id: tx.institutionId, loan_id: loanId, ...projection.state }));
  const columns = sql.join(stateColumns.map((name) => sql.ref(name)));
  const values = sql.join(stateColumns.map((name) => stateValues[name] ?? sql.ref(`p.${name}`)));
  await sql`
    insert into loan_state (institution_id, loan_id, ${columns})
    select p.institution_id, p.loan_id, ${values}
    from json_populate_recordset(null::loan_state, ${JSON.stringify(rows, presentOnly)}::json) p
    join loan l on l.institution_id = p.institution_id and l.loan_id = p.loan_id
    on conflict (institution_id, loan_id) do update set ${excluded(stateColumns)}
    where loan_state is distinct from excluded`.execute(tx.db);
}

/** What an old book had collected counts on top; what it does not say stays unsaid until something changes it. */
const stateValues: Partial<Record<keyof LoanStateRow, SqlPart>> = {
  repaid_principal_fen: sql`l.taken_over_repaid_principal_fen + p.repaid_principal_fen`,
  repaid_interest_fen: sql`l.taken_over_repaid_interest_fen + p.repaid_interest_fen`,
  matures_on: sql`case when l.matures_on is null and p.matures_on = (l.terms ->> 'maturesOn')::date then null else p.matures_on end`,
  rate_annual_e8: sql`case when l.rate_annual_e8 is null and p.rate_annual_e8 = (l.terms ->> 'rateAnnualE8')::bigint then null else p.rate_annual_e8 end`,
};

// Named by the row types, so that a column added there without a place here does not compile.
const stateColumns = Object.keys({
  life: 0, outstanding_principal_fen: 0, repaid_principal_fen: 0, repaid_interest_fen: 0, credit_fen: 0, oldest_open_due_on: 0, class_override: 0, settled_on: 0, event_count: 0,
  next_change_on: 0, matures_on: 0, rate_annual_e8: 0, rounding: 0, grace_days: 0, free_days: 0, charge_denominator: 0, penalty_per_day: 0, compound_per_day: 0,
  accrual_denominator: 0, accrual_day_count: 0, standing_principal_fen: 0, standing_from_on: 0, standing_numerator: 0, standing_per_day: 0, standing_settled_fen: 0,
} satisfies Record<keyof LoanStateRow, 0>) as (keyof LoanStateRow)[]; // as: keys of a literal of this type

const installmentColumns = Object.keys({
  due_on: 0, principal_fen: 0, interest_fen: 0, fee_fen: 0, paid_principal_fen: 0, paid_interest_fen: 0, paid_fee_fen: 0, settled_on: 0, penalty_numerator: 0, compound_numerator: 0,
  penalty_settled_fen: 0, compound_settled_fen: 0, accrual_from_on: 0, accrual_numerator: 0, accrual_per_day: 0, accrual_offset_fen: 0,
} satisfies Record<Exclude<keyof InstallmentRow, 'number'>, 0>);

function excluded(columns: readonly string[]): SqlPart {
  return sql.join(columns.map((name) => sql`${sql.ref(name)} = ${sql.ref(`excluded.${name}`)}`));
}

/** An absent key is a null column, and half the columns of a plan are null. */
function presentOnly(_key: string, value: unknown): unknown {
  return value === null ? undefined : value;
}
