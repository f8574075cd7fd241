import { addDays } from '@loanbook/engine/civil-date.ts';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestApp, type TestApp, type TestUser } from '../../../test/app-fixture.ts';
import { insertCustomer } from '../../../test/loan-fixture.ts';
import { randomLoans, testDay } from '../../../test/random-loans.ts';
import { inInstitution } from '../../platform/database.ts';
import { dayRoller } from './day-roller.ts';
import { registerLoans } from './loans.routes.ts';
import { rollChunk } from './roll-day.ts';
import { takeOverLoans } from './take-over-loans.ts';

const businessDate = testDay('2026-03-16');
const loanCount = 700;
let app: TestApp;
/** Institutions with the same loans, rolled in different ways. */
let daily: TestUser;
let late: TestUser;
let parallel: TestUser;
let interrupted: TestUser;

beforeAll(async () => {
  app = await startTestApp({}, [registerLoans]);
  daily = app.as('full');
  late = app.as('full', 'second');
  [parallel, interrupted] = [await app.foundAnother(), await app.foundAnother()];
  for (const user of [daily, late, parallel, interrupted]) {
    const customerId = await insertCustomer(user);
    await user.inTransaction(async (tx) => {
      await takeOverLoans(tx, randomLoans(8, loanCount, customerId, businessDate), null);
      tx.audit({ action: 'loan.taken_over', objectType: 'import', objectId: null });
    });
  }
}, 120_000);
afterAll(() => app.stop());

/** Everything stored of the loans but ids, so that institutions can be compared. */
async function storedText(user: TestUser): Promise<string> {
  const result = await user.inTransaction((tx) => sql<{ text: string }>`
    select string_agg(concat_ws('|', l.receipt_no, to_jsonb(s) - 'loan_id' - 'institution_id',
      (select jsonb_agg(to_jsonb(i) - 'loan_id' - 'institution_id' order by i.number) from installment i where i.loan_id = l.loan_id),
      (select string_agg(concat_ws(',', r.total_fen, r.principal_fen, r.interest_fen, r.credit_fen), ';' order by r.paid_on, r.total_fen, r.principal_fen) from repayment r where r.loan_id = l.loan_id)
    ), E'\n' order by l.receipt_no) as text
    from loan l join loan_state s on s.loan_id = l.loan_id`.execute(tx.db));
  return result.rows[0]?.text ?? '';
}

function atDay(days: number): void {
  app.setNow(`${addDays(businessDate, days)}T04:00:00Z`);
}

async function roll(user: TestUser): Promise<number> {
  let rolledLoans = 0;
  for (let isDone = false; !isDone;) {
    const chunk = await user.inTransaction((tx) => rollChunk(tx));
    rolledLoans += chunk.rolledLoans;
    isDone = chunk.isDone;
  }
  return rolledLoans;
}

test('seven weeks rolled day by day, at once, by two servers or broken off in the middle are the same rows', async () => {
  const before = await storedText(daily);
  for (let days = 1; days <= 49; days += 1) {
    atDay(days);
    await roll(daily);
  }
  const expected = await storedText(daily);
  expect(expected).not.toBe(before);

  await roll(late);
  expect(await storedText(late)).toBe(expected);

  const rolled = await Promise.all([roll(parallel), roll(parallel), roll(parallel)]);
  expect(await storedText(parallel)).toBe(expected);
  expect(Math.max(...rolled)).toBeGreaterThan(0);

  await expect(interrupted.inTransaction(async (tx) => {
    await rollChunk(tx);
    throw new Error('the power failed');
  })).rejects.toThrow('the power failed');
  expect(await storedText(interrupted)).toBe(before);
  await interrupted.inTransaction((tx) => rollChunk(tx));
  await roll(interrupted);
  expect(await storedText(interrupted)).toBe(expected);
}, 120_000);

test('once rolled nothing is left to do, and an ordinary day touches only loans that bend', async () => {
  atDay(49);
  expect(await roll(daily)).toBe(0);
  atDay(50);
  const due = await daily.inTransaction((tx) => sql<{ count: number }>`select count(*)::int as count from loan_state where next_change_on <= business_date()`.execute(tx.db));
  expect(await roll(daily)).toBe(due.rows[0]?.count);
  expect(due.rows[0]?.count).toBeLessThan(loanCount / 10);
});

test('a loan that is being posted to is waited for, not passed over', async () => {
  atDay(49);
  const [loanId] = (await late.inTransaction((tx) => sql<{ loan_id: string }>`select loan_id from loan order by loan_id limit 1`.execute(tx.db))).rows.map((row) => row.loan_id);
  await app.asOwner('update loan_state set next_change_on = $1 where loan_id = $2', [addDays(businessDate, 49), loanId]);
  let rolling: Promise<number> | undefined;
  let isRolled = false;
  await late.inTransaction(async (tx) => {
    tx.markBookkeeping();
    await tx.db.selectFrom('loan').select('loan_id').where('loan_id', '=', loanId ?? '').forUpdate().execute();
    rolling = roll(late).finally(() => { isRolled = true; });
    await new Promise((resolve) => setTimeout(resolve, 150));
    expect(isRolled).toBe(false);
  });
  expect(await rolling).toBe(1);
});

test('the first one to look on a new day sees it rolled, and one broken loan keeps nobody else from it', async () => {
  atDay(80);
  const broken = (await app.asOwner('select loan_id, terms from loan where institution_id = $1 order by loan_id limit 1', [daily.actor.institutionId])).rows[0];
  await app.asOwner("update loan set terms = '{}' where loan_id = $1", [broken.loan_id]);
  await app.asOwner('update loan_state set next_change_on = $1 where loan_id = $2', [businessDate, broken.loan_id]);
  const page = await daily.send('POST', '/api/loans/query', { limit: 10 });
  expect(page.status).toBe(200);
  const due = await inInstitution(app.context, daily.actor, (tx) => sql<{ loan_id: string }>`select loan_id from loan_state where next_change_on <= business_date()`.execute(tx.db));
  expect(due.rows.map((row) => row.loan_id)).toEqual([broken.loan_id]);
  expect(app.log.filter((line) => line.event === 'loan_not_rolled').map((line) => line['loanId'])).toEqual([broken.loan_id]);
  await app.asOwner('update loan set terms = $1 where loan_id = $2', [broken.terms, broken.loan_id]);
});

test('a book of an older version, whose loans have no lines yet, is rolled as a whole by the first look', async () => {
  atDay(80);
  await roll(late);
  const expected = await storedText(late);
  await app.asOwner(`update loan_state set next_change_on = default, rounding = null, charge_denominator = null, accrual_denominator = null, penalty_per_day = null, compound_per_day = null, grace_days = null, free_days = null,
    accrual_day_count = null, standing_principal_fen = null, standing_from_on = null, standing_numerator = null, standing_per_day = null, standing_settled_fen = null where institution_id = $1`, [late.actor.institutionId]);
  await app.asOwner(`update installment set penalty_numerator = null, compound_numerator = null, penalty_settled_fen = null, compound_settled_fen = null, accrual_from_on = null, accrual_numerator = null, accrual_per_day = null,
    accrual_offset_fen = null where institution_id = $1`, [late.actor.institutionId]);
  expect(await storedText(late)).not.toBe(expected);
  // A server of its own: this one has rolled the day already.
  await dayRoller(app.context).untilToday();
  expect(await storedText(late)).toBe(expected);
});

test('after a failure readers are answered, and a later call rolls', async () => {
  const events: string[] = [];
  let now = new Date('2026-06-20T04:00:00Z');
  const roller = dayRoller({ ...app.context, now: () => now, appPool: Object.create(app.context.appPool, { query: { value: () => Promise.reject(new Error('away')) } }), log: (line) => { events.push(line.event); } });
  await roller.untilToday();
  await roller.untilToday();
  expect(events).toEqual(['day_roll_failed']);
  now = new Date('2026-06-20T05:00:00Z');
  await roller.untilToday();
  expect(events).toEqual(['day_roll_failed', 'day_roll_failed']);
});
