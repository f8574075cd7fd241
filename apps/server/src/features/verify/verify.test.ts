import type { VerifyReport } from '@loanbook/contract/features/verify.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestApp, type TestApp, type TestUser } from '../../../test/app-fixture.ts';
import { addCustomers, day } from '../../../test/factories.ts';
import { createLoan, postRepayment } from '../../../test/loan-fixture.ts';
import { randomLoans } from '../../../test/random-loans.ts';
import { testMasterKey } from '../../../test/database-setup.ts';
import { registerLoans, takeOverLoans } from '../loans/loans.index.ts';
import { registerRepayments } from '../repayments/repayments.index.ts';
import { newLoanChecks } from './loan-checks.ts';
import { verifyEverything } from './verify-everything.ts';
import { verifyLoans, type LoansVerified } from './verify-loans.ts';
import { registerVerify } from './verify.routes.ts';

let app: TestApp;
let user: TestUser;
let loanId: string;
let repaymentId: string;

beforeAll(async () => {
  app = await startTestApp({}, [registerLoans, registerRepayments, registerVerify]);
  user = app.as('full');
  const [customerId = ''] = await user.inTransaction((tx) => addCustomers(tx, ['张三', '欧阳淑芬', '单雄信', '上海 ABC（集团）有限公司', 'Li Lei', '𠮷野', '①号　店', '重庆乐山商行'].map((name, index) => ({ name, customerNo: `C-${index}` }))));
  loanId = (await createLoan(user, customerId, {}, { receiptNo: 'V-1' })).body.id;
  repaymentId = (await postRepayment(user, loanId, '1500.00', '2026-02-15')).body.repayment.id;
  const wrong = (await postRepayment(user, loanId, '10.00', '2026-03-01')).body.repayment.id;
  await user.post(`/api/repayments/${wrong}/reverse`, { reason: '记错' });
  await user.inTransaction(async (tx) => {
    await takeOverLoans(tx, randomLoans(11, 450, customerId, day('2026-03-16'), 2), null);
    tx.audit({ action: 'loan.taken_over', objectType: 'import', objectId: null });
  });
});
afterAll(() => app.stop());

async function verify(someone = user): Promise<VerifyReport> {
  const reply = await someone.send('POST', '/api/verify');
  expect(reply.status, reply.text).toBe(200);
  return reply.body;
}

function deviating(report: VerifyReport): string[] {
  return report.checks.filter((check) => !check.isSound).map((check) => check.name);
}

test('a book made by the program is sound', async () => {
  const report = await verify();
  expect(report.checks.flatMap((check) => check.deviations)).toEqual([]);
  expect([report.isSound, report.loansChecked]).toEqual([true, 451]);
});

test('a book that another institution cannot see is not part of its report, and readers may not verify', async () => {
  expect((await verify(app.as('full', 'second'))).loansChecked).toBe(0);
  expect((await app.as('read_only').send('POST', '/api/verify')).status).toBe(403);
});

/** As somebody with the database's password could: triggers off, one row changed, triggers on. */
async function tamper(table: string, statement: string, values: readonly unknown[] = []): Promise<void> {
  await app.asOwner(`alter table ${table} disable trigger user`);
  const changed = await app.asOwner(statement, values);
  await app.asOwner(`alter table ${table} enable trigger user`);
  expect(changed.rowCount, statement).toBeGreaterThan(0);
}

interface Break {
  readonly table: string;
  readonly change: string;
  readonly undo: string;
  readonly named: readonly string[];
}

const breaks: readonly Break[] = [
  { table: 'loan', change: 'update loan set principal_fen = principal_fen + 1 where loan_id = $1', undo: 'update loan set principal_fen = principal_fen - 1 where loan_id = $1', named: ['loan_columns'] },
  { table: 'loan', change: "update loan set matures_on = matures_on + 1 where loan_id = $1", undo: 'update loan set matures_on = matures_on - 1 where loan_id = $1', named: ['loan_columns'] },
  { table: 'loan_state', change: 'update loan_state set outstanding_principal_fen = outstanding_principal_fen - 1 where loan_id = $1', undo: 'update loan_state set outstanding_principal_fen = outstanding_principal_fen + 1 where loan_id = $1', named: ['loan_state'] },
  { table: 'loan_state', change: 'update loan_state set oldest_open_due_on = oldest_open_due_on + 1 where loan_id = $1', undo: 'update loan_state set oldest_open_due_on = oldest_open_due_on - 1 where loan_id = $1', named: ['loan_state'] },
  { table: 'loan_state', change: 'update loan_state set penalty_per_day = penalty_per_day + 1 where loan_id = $1', undo: 'update loan_state set penalty_per_day = penalty_per_day - 1 where loan_id = $1', named: ['loan_state'] },
  { table: 'loan_state', change: "update loan_state set next_change_on = '2026-03-01' where loan_id = $1", undo: 'update loan_state set next_change_on = null where loan_id = $1', named: ['installments', 'loan_state'] },
  { table: 'installment', change: 'update installment set accrual_per_day = accrual_per_day + 1 where loan_id = $1 and number = 9', undo: 'update installment set accrual_per_day = accrual_per_day - 1 where loan_id = $1 and number = 9', named: ['installments'] },
  { table: 'installment', change: 'update installment set principal_fen = principal_fen + 1 where loan_id = $1 and number = 9', undo: 'update installment set principal_fen = principal_fen - 1 where loan_id = $1 and number = 9', named: ['installments', 'plan_principal'] },
  { table: 'installment', change: 'update installment set number = 99 where loan_id = $1 and number = 12', undo: 'update installment set number = 12 where loan_id = $1 and number = 99', named: ['installments'] },
  { table: 'repayment', change: 'update repayment set principal_fen = principal_fen - 1, interest_fen = interest_fen + 1 where loan_id = $1 and not is_reversed', undo: 'update repayment set principal_fen = principal_fen + 1, interest_fen = interest_fen - 1 where loan_id = $1 and not is_reversed', named: ['allocations'] },
  { table: 'repayment', change: 'update repayment set is_reversed = true where loan_id = $1 and not is_reversed and total_fen = 150000', undo: 'update repayment set is_reversed = false where loan_id = $1 and total_fen = 150000', named: ['allocations'] },
  { table: 'loan_event', change: 'update loan_event set sequence = 9 where loan_id = $1 and sequence = 4', undo: 'update loan_event set sequence = 4 where loan_id = $1 and sequence = 9', named: ['event_sequence'] },
  { table: 'loan_event', change: "update loan_event set amount_fen = amount_fen + 100 where loan_id = $1 and sequence = 2", undo: 'update loan_event set amount_fen = amount_fen - 100 where loan_id = $1 and sequence = 2', named: ['allocations', 'installments', 'loan_state'] },
];

test.each(breaks)('a change behind the program: $change', async ({ table, change, undo, named }) => {
  await tamper(table, change, [loanId]);
  const report = await verify();
  await tamper(table, undo, [loanId]);
  expect(report.isSound).toBe(false);
  expect(deviating(report).toSorted()).toEqual(named);
  expect(report.checks.flatMap((check) => check.deviations).filter((text) => !text.startsWith('V-1'))).toEqual([]);
  expect(deviating(await verify())).toEqual([]);
});

test('a database function that counts days or classes otherwise than the engine is named', async () => {
  const original = "create or replace function five_tier_floor(days_past_due integer) returns smallint language sql immutable parallel safe as $$ select (case when days_past_due <= 0 then 0 when days_past_due <= 90 then 1 when days_past_due <= 270 then 2 when days_past_due <= 360 then 3 else 4 end)::smallint $$";
  await app.asOwner(original.replace('<= 90 then 1', '<= 120 then 1'));
  const report = await verify();
  await app.asOwner(original);
  expect(deviating(report)).toEqual(['shown_condition']);
  expect(deviating(await verify())).toEqual([]);
});

test('a dashboard that counts otherwise than the lists it opens is named', async () => {
  const original = 'create or replace function days_past_due(oldest_open_due_on date, on_day date) returns integer language sql immutable parallel safe as $$ select case when on_day > oldest_open_due_on then on_day - oldest_open_due_on else 0 end $$';
  // The dashboard counts days, the overdue list compares dates.
  await app.asOwner(original.replace('on_day > oldest_open_due_on', 'on_day > oldest_open_due_on + 30'));
  const report = await verify();
  await app.asOwner(original);
  expect(deviating(report)).toEqual(['shown_condition', 'dashboard']);
  expect(report.checks.find((check) => check.name === 'dashboard')?.deviations.join()).toContain('overdue 1-30');
  expect(deviating(await verify())).toEqual([]);
});

test('a reversal that points into another loan is named', async () => {
  // The database refuses it; whoever can change rows of the past can drop what refuses, too.
  await app.asOwner('alter table loan_event drop constraint loan_event_reverses_own');
  const original = (await app.asOwner('select reversed_event_id from loan_event where loan_id = $1 and type = $2', [loanId, 'reverse'])).rows[0].reversed_event_id;
  await tamper('loan_event', "update loan_event set reversed_event_id = (select event_id from loan_event where loan_id <> $1 and type = 'repay' limit 1) where loan_id = $1 and type = 'reverse'", [loanId]);
  expect(deviating(await verify())).toContain('reversals');
  await tamper('loan_event', "update loan_event set reversed_event_id = $2 where loan_id = $1 and type = 'reverse'", [loanId, original]);
  await app.asOwner('alter table loan_event add constraint loan_event_reverses_own foreign key (institution_id, loan_id, reversed_event_id) references loan_event (institution_id, loan_id, event_id)');
  expect(deviating(await verify())).toEqual([]);
});

test('a lost projection and a lost receipt are named', async () => {
  await app.asOwner('create temporary table kept as select * from loan_state where loan_id = $1'.replace('$1', `'${loanId}'`));
  await app.asOwner('delete from loan_state where loan_id = $1', [loanId]);
  expect(deviating(await verify())).toContain('loan_state');
  await app.asOwner('insert into loan_state select * from kept');
  await app.asOwner(`create temporary table kept_receipt as select * from repayment where repayment_id = '${repaymentId}'`);
  await app.asOwner('delete from repayment where repayment_id = $1', [repaymentId]);
  expect(deviating(await verify())).toEqual(['allocations']);
  await app.asOwner('insert into repayment select * from kept_receipt');
  expect(deviating(await verify())).toEqual([]);
});

test.each([
  ["update customer set name = '张四' where customer_no = 'C-0'", "update customer set name = '张三' where customer_no = 'C-0'", 'C-0: spelling, C-0: search pieces'],
  ["update customer set name_initials = 'oysq' where customer_no = 'C-1'", "update customer set name_initials = 'oysf' where customer_no = 'C-1'", 'C-1: spelling'],
  ["update customer set name_pinyin = 'dan xiong xin' where customer_no = 'C-2'", "update customer set name_pinyin = 'shan xiong xin' where customer_no = 'C-2'", 'C-2: spelling'],
  ["update customer_gram set gram = '信雄' where gram = '雄信'", "update customer_gram set gram = '雄信' where gram = '信雄'", 'C-2: search pieces'],
])('a customer who could no longer be found: %s', async (change, undo, named) => {
  await app.asOwner(change);
  const report = await verify();
  await app.asOwner(undo);
  expect(report.checks.flatMap((check) => check.deviations).join(', ')).toBe(named);
  expect(deviating(await verify())).toEqual([]);
});

test('the command line says which check deviates and ends with failure', async () => {
  const lines: string[] = [];
  const io = { print: (text: string) => lines.push(text), printError: (text: string) => lines.push(text) };
  const database = { appUrl: app.database.appUrl, masterKey: testMasterKey, dataFolder: '' };
  expect(await verifyEverything(database, io, { now: app.context.now })).toBe(true);
  expect(lines.join('\n')).toContain('账本无误');
  await tamper('loan_state', 'update loan_state set credit_fen = credit_fen + 1 where loan_id = $1', [loanId]);
  lines.length = 0;
  expect(await verifyEverything(database, io, { now: app.context.now })).toBe(false);
  expect(lines.join('\n')).toMatch(/✗ 余额与状态[^]*V-1: credit_fen: 1 ≠ 0[^]*The book deviates in 1 checks/);
  await tamper('loan_state', 'update loan_state set credit_fen = credit_fen - 1 where loan_id = $1', [loanId]);
});

test('the command line answers in JSON when asked, and goes on behind the loan where a run was interrupted', async () => {
  const lines: string[] = [];
  const io = { print: (text: string) => lines.push(text), printError: (text: string) => lines.push(text) };
  const database = { appUrl: app.database.appUrl, masterKey: testMasterKey, dataFolder: '' };
  expect(await verifyEverything(database, io, { now: app.context.now, isJson: true, after: { institutionNumber: 2, loanId } })).toBe(true);
  expect(lines.map((line) => JSON.parse(line))).toMatchObject([{ isSound: true, institutions: [{ institution: '白石小额贷款有限公司', loansChecked: 0 }] }]);
  lines.length = 0;
  const tenth = (await app.asOwner('select loan_id from loan order by loan_id offset 9 limit 1')).rows[0].loan_id;
  await verifyEverything(database, io, { now: app.context.now, isJson: true, after: { institutionNumber: 1, loanId: tenth } });
  expect(lines.map((line) => JSON.parse(line))).toMatchObject([{ isSound: true, institutions: [{ loansChecked: 441 }, { loansChecked: 0 }] }]);
});

test('threads find what one alone finds, and say how far they have come without a gap', async () => {
  await tamper('installment', 'update installment set principal_fen = principal_fen + 1 where loan_id = $1 and number = 9', [loanId]);
  const [alone, together] = [newLoanChecks(), newLoanChecks()];
  const progress: LoansVerified[] = [];
  expect(await verifyLoans(app.context, user.actor, alone, { loansInBlock: 50 })).toBe(451);
  expect(await verifyLoans(app.context, user.actor, together, { threads: 2, loansInBlock: 50, onProgress: (one) => progress.push(one) })).toBe(451);
  await tamper('installment', 'update installment set principal_fen = principal_fen - 1 where loan_id = $1 and number = 9', [loanId]);
  expect(together).toEqual(alone);
  expect(together.installments).toMatchObject({ checked: 451, deviationCount: 1 });
  expect(progress.map((one) => one.done)).toEqual(progress.map((one) => one.done).toSorted((left, right) => left - right));
  expect(progress.at(-1)).toMatchObject({ done: 451, total: 451 });
  const rest = await verifyLoans(app.context, user.actor, newLoanChecks(), { afterLoanId: progress[3]?.resumeAfter ?? '' });
  expect(rest).toBe(451 - (progress[3]?.done ?? 0));
});

test('months later, with no server running in between, the book is still sound', async () => {
  app.setNow('2026-06-20T04:00:00Z');
  expect((await verify()).checks.flatMap((check) => check.deviations)).toEqual([]);
});

test('an altered audit entry is named', async () => {
  await tamper('audit_entry', "update audit_entry set actor_name = '别人' where institution_id = $1 and sequence = 2", [user.actor.institutionId]);
  const report = await verify();
  expect(deviating(report)).toEqual(['audit_chain']);
  expect(report.checks.at(-1)?.deviations).toEqual(['audit entry 2 was altered']);
});
