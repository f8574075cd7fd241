import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestApp, type TestApp, type TestUser } from '../../../test/app-fixture.ts';
import { insertSomeRows } from '../../../test/row-factories.ts';
import { newId } from '../../platform/ids.ts';

/*
 * SQL refuses what the engine would never produce: for each constraint of the money tables one row that breaks it and
 * nothing else. A constraint without a case fails the last test.
 */

type Row = Readonly<Record<string, unknown>>;

const unknownId = '00000000-0000-7000-8000-00000000dead';
const day = '2026-03-10';
const longText = 'x'.repeat(400);

let app: TestApp;
let user: TestUser;
/** Ids of rows that exist, for the values below. */
let ids: Readonly<Record<'customer' | 'loan' | 'bareLoan' | 'event' | 'reversed' | 'foreign' | 'taken', string>>;
/** A row of each table that the database takes. */
let usual: Readonly<Record<string, Row>>;

beforeAll(async () => {
  app = await startTestApp({}, []);
  user = app.as('full');
  const rows = await insertSomeRows(user);
  ids = { customer: rows.customerId, loan: rows.loanId, taken: rows.repaymentId, bareLoan: newId(), event: newId(), reversed: newId(), foreign: newId() };
  const loan = { customer_id: ids.customer, receipt_no: 'J900002', penalty_multiplier_e4: 15_000, interest_mode: 'monthly', periods: 1, terms: '{}', updated_by: '测试' };
  const event = { loan_id: ids.loan, type: 'repay', occurred_on: day, actor_name: '测试', amount_fen: 100 };
  const parts = { principal_fen: 60, interest_fen: 20, penalty_fen: 10, compound_fen: 5, fee_fen: 3, credit_fen: 2 };
  usual = {
    loan: { loan_id: newId(), ...loan, receipt_no: 'J900003' },
    loan_event: { event_id: newId(), sequence: 5, ...event },
    installment: { loan_id: ids.loan, number: 1, due_on: day, principal_fen: 100, interest_fen: 10, fee_fen: 1, paid_principal_fen: 100, paid_interest_fen: 10, paid_fee_fen: 1, settled_on: day },
    loan_state: { loan_id: ids.bareLoan, life: 'active', outstanding_principal_fen: 100, event_count: 1 },
    repayment: { repayment_id: newId(), loan_id: ids.loan, source: 'posted', event_id: ids.reversed, paid_on: day, total_fen: 100, ...parts },
    hand_over: { hand_over_id: newId(), loan_id: ids.loan, from_manager: '甲', to_manager: '乙', handed_on: day, reason: '调岗', actor_name: '测试' },
    terms_version: { loan_id: ids.loan, version: 2, terms: '{}', reason: '更正', actor_name: '测试' },
  };
  await user.inTransaction(async (tx) => {
    const known: readonly (readonly [string, Row])[] = [
      ['loan', { loan_id: ids.bareLoan, ...loan }],
      ['loan_event', { event_id: ids.event, sequence: 1, ...event }],
      ['loan_event', { event_id: ids.reversed, sequence: 2, ...event }],
      // Another loan's: what no entry of this one may point at.
      ['loan_event', { event_id: ids.foreign, sequence: 1, ...event, loan_id: ids.bareLoan }],
      ['loan_event', { event_id: newId(), sequence: 3, ...event, type: 'reverse', amount_fen: null, reversed_event_id: ids.reversed }],
      ['repayment', { repayment_id: newId(), loan_id: ids.loan, source: 'posted', event_id: ids.event, paid_on: day, total_fen: 100, ...parts }],
      ['installment', { loan_id: ids.loan, number: 9, due_on: day, principal_fen: 0, interest_fen: 0 }],
      ['hand_over', { ...usual['hand_over'], hand_over_id: ids.event }],
      ['terms_version', { ...usual['terms_version'], version: 9 }],
    ];
    for (const [table, row] of known) await insert(tx.client.query.bind(tx.client), table, { institution_id: tx.institutionId, ...row });
    tx.markBookkeeping();
  });
});
afterAll(() => app.stop());

async function insert(query: (text: string, values: unknown[]) => Promise<unknown>, table: string, row: Row): Promise<void> {
  const columns = Object.keys(row);
  await query(`insert into ${table} (${columns.join(', ')}) values (${columns.map((_, index) => `$${index + 1}`).join(', ')})`, Object.values(row));
}

/** Inserts the usual row with changes as the server's role, and takes it back; the name of what refused it, or null. */
async function refusedBy(table: string, changes: Row): Promise<string | null> {
  let name: string | null = null;
  const attempt = user.inTransaction(async (tx) => {
    await insert(tx.client.query.bind(tx.client), table, { institution_id: tx.institutionId, ...usual[table], ...changes }).catch((error: unknown) => {
      if (!(error instanceof pg.DatabaseError)) throw error;
      name = error.constraint ?? error.message;
    });
    throw new Error('taken back');
  });
  await expect(attempt).rejects.toThrow('taken back');
  return name;
}

/** Constraint → what breaks it in an otherwise usual row; a function where ids are needed that exist only later. */
const cases: Readonly<Record<string, Readonly<Record<string, Row | (() => Row)>>>> = {
  loan: {
    loan_pkey: () => ({ loan_id: ids.loan }),
    loan_institution_id_fkey: { institution_id: unknownId },
    loan_institution_id_customer_id_fkey: { customer_id: unknownId },
    loan_institution_id_receipt_no_key: { receipt_no: 'J900001' },
    loan_receipt_no_check: { receipt_no: '' },
    loan_contract_no_check: { contract_no: longText },
    loan_contract_amount_fen_check: { contract_amount_fen: -1 },
    loan_principal_fen_check: { principal_fen: -1 },
    loan_rate_annual_e8_check: { rate_annual_e8: -1 },
    loan_rate_type_check: { rate_type: 'floating' },
    loan_penalty_multiplier_e4_check: { penalty_multiplier_e4: -1 },
    loan_method_check: { method: 'pay_when_rich' },
    loan_interest_mode_check: { interest_mode: 'actual_364' },
    loan_term_months_check: { term_months: 0 },
    loan_periods_check: { periods: -1 },
    loan_due_day_check: { due_day: 32 },
    loan_guarantee_check: { guarantee: 'handshake' },
    loan_taken_over_repaid_principal_fen_check: { taken_over_repaid_principal_fen: -1 },
  },
  loan_event: {
    loan_event_pkey: () => ({ event_id: ids.event }),
    loan_event_institution_id_loan_id_fkey: { loan_id: unknownId },
    loan_event_reverses_own: () => ({ type: 'reverse', reversed_event_id: ids.foreign }),
    loan_event_of_loan: () => ({ event_id: ids.event }),
    loan_event_type_known: { type: 'gift' },
    loan_event_amount_known: { type: 'draw', amount_fen: null },
    loan_event_institution_id_loan_id_sequence_key: { sequence: 1 },
    loan_event_reversed_once: () => ({ type: 'reverse', reversed_event_id: ids.reversed }),
    loan_event_sequence_check: { sequence: 0 },
    loan_event_amount_fen_check: { amount_fen: 0 },
    loan_event_channel_check: { channel: 'pigeon' },
    loan_event_check: () => ({ reversed_event_id: ids.event }),
    loan_event_check1: { amount_fen: null },
  },
  installment: {
    installment_pkey: { number: 9 },
    installment_institution_id_loan_id_fkey: { loan_id: unknownId },
    installment_number_check: { number: -1 },
    installment_principal_fen_check: { principal_fen: -1, paid_principal_fen: -1, settled_on: null },
    installment_interest_fen_check: { interest_fen: -1, paid_interest_fen: -1, settled_on: null },
    installment_fee_fen_check: { fee_fen: -1, paid_fee_fen: -1, settled_on: null },
    installment_check: { paid_principal_fen: 101, settled_on: null },
    installment_check1: { paid_interest_fen: 11, settled_on: null },
    installment_check2: { paid_fee_fen: 2, settled_on: null },
    installment_check3: { paid_interest_fen: 9 },
    installment_check4: { accrual_from_on: '2026-03-11', accrual_per_day: 1 },
    installment_check5: { accrual_per_day: 1 },
    installment_accrual_numerator_check: { accrual_numerator: -1 },
    installment_accrual_per_day_check: { accrual_from_on: day, accrual_per_day: -1 },
  },
  loan_state: {
    loan_state_pkey: () => ({ loan_id: ids.loan }),
    loan_state_institution_id_loan_id_fkey: { loan_id: unknownId },
    loan_state_life_check: { life: 'asleep', outstanding_principal_fen: 0 },
    loan_state_check: { life: 'settled' },
    loan_state_settled_owes_nothing: { life: 'settled', outstanding_principal_fen: 0, oldest_open_due_on: day },
    loan_state_check1: { standing_principal_fen: 1 },
    loan_state_outstanding_principal_fen_check: { outstanding_principal_fen: -1 },
    loan_state_credit_fen_check: { credit_fen: -1 },
    loan_state_class_override_check: { class_override: 5 },
    loan_state_event_count_check: { event_count: -1 },
    loan_state_rate_annual_e8_check: { rate_annual_e8: -1 },
    loan_state_rounding_check: { rounding: 'up' },
    loan_state_grace_days_check: { grace_days: -1 },
    loan_state_free_days_check: { free_days: -1 },
    loan_state_charge_denominator_check: { charge_denominator: 0 },
    loan_state_penalty_per_day_check: { penalty_per_day: -1 },
    loan_state_compound_per_day_check: { compound_per_day: -1 },
    loan_state_accrual_denominator_check: { accrual_denominator: 0 },
    loan_state_accrual_day_count_check: { accrual_day_count: 'business_252' },
    loan_state_standing_principal_fen_check: { ...standing(), standing_principal_fen: -1 },
    loan_state_standing_per_day_check: { ...standing(), standing_per_day: -1 },
  },
  repayment: {
    repayment_pkey: () => ({ repayment_id: ids.taken }),
    repayment_institution_id_loan_id_fkey: { loan_id: unknownId },
    repayment_of_own_event: () => ({ event_id: ids.foreign }),
    repayment_parts_known: { credit_fen: null },
    repayment_parts_not_negative: { credit_fen: -1, fee_fen: 6 },
    repayment_institution_id_event_id_key: () => ({ event_id: ids.event }),
    repayment_source_check: { source: 'dreamt', event_id: null },
    repayment_channel_check: { channel: 'pigeon' },
    repayment_check: { event_id: null },
    repayment_check1: { paid_on: null },
    repayment_check2: { credit_fen: 3 },
  },
  hand_over: {
    hand_over_pkey: () => ({ hand_over_id: ids.event }),
    hand_over_institution_id_fkey: { institution_id: unknownId },
    hand_over_institution_id_loan_id_fkey: { loan_id: unknownId },
    hand_over_institution_id_customer_id_fkey: { loan_id: null, customer_id: unknownId },
    hand_over_check: { loan_id: null },
    hand_over_check1: { to_manager: '甲' },
    hand_over_from_manager_check: { from_manager: longText },
    hand_over_to_manager_check: { to_manager: '' },
    hand_over_reason_check: { reason: '调' },
  },
  terms_version: {
    terms_version_pkey: { version: 9 },
    terms_version_institution_id_loan_id_fkey: { loan_id: unknownId },
    terms_version_version_check: { version: 0 },
    terms_version_reason_check: { reason: '改' },
    terms_version_check: { reason: null },
  },
};

function standing(): Row {
  return { standing_principal_fen: 1, standing_from_on: day, standing_numerator: 0, standing_per_day: 1, standing_settled_fen: 0 };
}

/** A stricter constraint of the same row speaks first: what is paid lies between nothing and what is charged, an event has its id alone. */
const saidBy: Readonly<Record<string, string>> = {
  loan_event_of_loan: 'loan_event_pkey',
  installment_principal_fen_check: 'installment_check', installment_interest_fen_check: 'installment_check1', installment_fee_fen_check: 'installment_check2',
};

const listed = Object.entries(cases).flatMap(([table, ofTable]) => Object.entries(ofTable).map(([constraint, changes]) => ({ table, constraint, changes })));

/** The institution itself: behind the wall no row can name one that is not there, so the owner tries. */
const [ofOwner, ofServer] = [true, false].map((isOwners) => listed.filter(({ constraint }) => constraint.endsWith('_institution_id_fkey') === isOwners));

test.each(Object.keys(cases))('%s takes a row as the engine writes it', async (table) => {
  expect(await refusedBy(table, {})).toBeNull();
});

test.each(ofServer ?? [])('$constraint refuses what breaks it', async ({ table, constraint, changes }) => {
  expect(await refusedBy(table, typeof changes === 'function' ? changes() : changes)).toBe(saidBy[constraint] ?? constraint);
});

test.each(ofOwner ?? [])('$constraint refuses what breaks it, even where the owner writes', async ({ table, constraint, changes }) => {
  await expect(insert(app.asOwner, table, { ...usual[table], ...changes })).rejects.toMatchObject({ constraint });
});

test('every constraint of the money tables has a case', async () => {
  const { rows } = await app.asOwner(`
    select conname as name from pg_constraint where conrelid = any($1::regclass[]) and contype <> 'n'
    union select indexrelid::regclass::text from pg_index where indisunique and indrelid = any($1::regclass[])`, [Object.keys(cases)]);
  expect(rows.map(({ name }) => name).toSorted()).toEqual(listed.map(({ constraint }) => constraint).toSorted());
});

// What no constraint can say, triggers and grants do.
test.each([
  ['update loan_event set amount_fen = 1'],
  ['delete from loan_event'],
  ['truncate loan_event cascade'],
  ["update repayment set total_fen = 2 where source = 'taken_over'"],
  ["delete from repayment where source = 'taken_over'"],
  ['update terms_version set version = 7'],
  ['delete from hand_over'],
])('not even the owner may: %s', async (statement) => {
  await expect(app.asOwner(statement)).rejects.toMatchObject({ code: 'LB001' });
});

test.each([
  ['update loan_event set amount_fen = 1'],
  ['delete from loan_event'],
  ['delete from loan'],
  ['truncate installment'],
  ['alter table loan_event disable trigger facts_stay'],
  ['drop table loan_event'],
  ['set session_replication_role = replica'],
])('the server’s role has no right to: %s', async (statement) => {
  await expect(user.inTransaction((tx) => tx.client.query(statement))).rejects.toMatchObject({ code: '42501' });
});

test('an event of another institution can be neither seen nor reversed', async () => {
  const other = app.as('full', 'second');
  const seen = await other.inTransaction((tx) => tx.client.query('select 1 from loan_event'));
  expect(seen.rowCount).toBe(0);
  const row = { ...usual['loan_event'], institution_id: other.actor.institutionId, type: 'reverse', amount_fen: null, reversed_event_id: ids.event };
  await expect(other.inTransaction((tx) => insert(tx.client.query.bind(tx.client), 'loan_event', row))).rejects.toMatchObject({ code: '23503' });
  await expect(other.inTransaction((tx) => insert(tx.client.query.bind(tx.client), 'loan_event', { ...row, institution_id: user.actor.institutionId }))).rejects.toMatchObject({ code: '42501' });
});
