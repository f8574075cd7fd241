import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { startTestApp, type TestApp, type TestReply, type TestUser } from '../../../test/app-fixture.ts';
import { addCustomers } from '../../../test/factories.ts';
import { createLoan, postRepayment } from '../../../test/loan-fixture.ts';
import { registerLoans } from '../loans/loans.index.ts';
import { registerRepayments } from '../repayments/repayments.index.ts';
import { registerVerify } from '../verify/verify.index.ts';
import { registerEvents } from './events.routes.ts';

let app: TestApp;
let user: TestUser;
let customerId: string;
let loanId: string;

beforeAll(async () => {
  app = await startTestApp({}, [registerLoans, registerRepayments, registerEvents, registerVerify]);
  user = app.as('full');
  [customerId = ''] = await user.inTransaction((tx) => addCustomers(tx, [{ name: '张三' }]));
});
afterAll(() => app.stop());
// Lent 2025-12-15, rows of 1 000.00 and 1 % interest due on the 15th; the business date is 2026-03-16.
beforeEach(async () => {
  loanId = (await createLoan(user, customerId)).body.id;
});

async function payWhatIsDue(): Promise<void> {
  for (const [amount, day] of [['1120.00', '2026-01-15'], ['1110.00', '2026-02-15'], ['1100.00', '2026-03-15']] as const) await postRepayment(user, loanId, amount, day);
}

function post(event: Record<string, unknown>, someone = user): Promise<TestReply> {
  return someone.post(`/api/loans/${loanId}/events`, { occurredOn: '2026-03-16', ...event });
}

function reverse(eventId: string, reason = '录入错误'): Promise<TestReply> {
  return user.post(`/api/loans/${loanId}/events/${eventId}/reverse`, { reason });
}

async function readLoan(): Promise<TestReply['body']> {
  return (await user.send('GET', `/api/loans/${loanId}`)).body;
}

/** Posts, takes back, and holds what is shown against what was shown before. */
async function expectReversible(event: Record<string, unknown>): Promise<TestReply['body']> {
  const before = await readLoan();
  const posted = await post(event);
  expect(posted.status, posted.text).toBe(200);
  const reply = await reverse(posted.body.eventIds.at(-1));
  expect(reply.status, reply.text).toBe(200);
  const after = await readLoan();
  expect({ ...after.state, allocations: after.state.allocations.filter((one: { isReversed: boolean }) => !one.isReversed) }).toEqual(before.state);
  expect(after.cells).toEqual(before.cells);
  return posted.body.state;
}

test('a fee is owed at once, and taking it back leaves the loan as it was', async () => {
  const state = await expectReversible({ type: 'fee', amount: '50.00', name: '催收函费用' });
  expect(state.balances.feeFen).toBe(50_00);
  await post({ type: 'fee', amount: '50.00', name: '催收函费用', note: '第二封' });
  const { records } = await readLoan();
  expect(records.at(-1)).toMatchObject({ type: 'fee', amount: '50.00', note: '第二封', isReversed: false });
});

test('a penalty is forgiven, and no more than is owed', async () => {
  const { penaltyFen } = (await readLoan()).state.balances;
  const state = await expectReversible({ type: 'waive', component: 'penalty', amount: '10.00', reason: '客户住院，领导同意' });
  expect(state.balances.penaltyFen).toBe(penaltyFen - 10_00);
  const tooMuch = await post({ type: 'waive', component: 'penalty', amount: '999.00', reason: '多减了' });
  expect([tooMuch.status, tooMuch.body.code, tooMuch.body.details]).toEqual([422, 'waiver_exceeds_owed', { owed: (penaltyFen / 100).toFixed(2) }]);
  expect((await post({ type: 'waive', component: 'penalty', amount: '10.00', reason: '' })).body.code).toBe('invalid_input');
});

test('a class may be worse than the rules say, never better, and the reason is kept', async () => {
  await payWhatIsDue();
  const state = await expectReversible({ type: 'class', fiveTierClass: 'substandard', reason: '借款人失业' });
  expect(state.fiveTierClass).toBe('substandard');
  await post({ type: 'class', fiveTierClass: 'doubtful', reason: '担保人失联' });
  expect((await readLoan()).cells).toMatchObject({ class: 'doubtful', status: 'defaulted' });
  await post({ type: 'class', fiveTierClass: 'normal', reason: '复核后恢复' });
  expect((await readLoan()).cells).toMatchObject({ class: 'normal', status: 'active' });
  expect((await readLoan()).records.at(-1)).toMatchObject({ type: 'class', reason: '复核后恢复' });
});

test('a class better than the days past due allow is refused', async () => {
  const reply = await post({ type: 'class', fiveTierClass: 'normal', reason: '好看一点' });
  expect([reply.status, reply.body.code, reply.body.details]).toEqual([422, 'class_above_floor', { floor: '关注 / Special mention' }]);
});

test('a written-off loan leaves the books, is still owed, and takes recoveries instead of receipts', async () => {
  const early = await post({ type: 'recover', amount: '1.00', channel: 'cash' });
  expect(early.body.code).toBe('loan_not_written_off');
  const state = await expectReversible({ type: 'write_off', reason: '法院终结执行' });
  expect(state).toMatchObject({ status: 'written_off', fiveTierClass: 'loss', writtenOffOn: '2026-03-16' });
  await post({ type: 'write_off', reason: '法院终结执行' });
  expect((await readLoan()).cells).toMatchObject({ status: 'written_off', class: 'loss', outstandingPrincipal: '12000.00' });
  expect((await postRepayment(user, loanId, '100.00', '2026-03-16')).body.code).toBe('loan_written_off');
  expect((await post({ type: 'write_off', reason: '再核销一次' })).body.code).toBe('loan_written_off');
  const tooMuch = await post({ type: 'recover', amount: '99999.00', channel: 'cash' });
  expect(tooMuch.body.code).toBe('amount_exceeds_owed');
});

test('a new rate changes the rows to come, and the cap holds', async () => {
  await payWhatIsDue();
  const state = await expectReversible({ type: 'rate', annualRatePct: '6' });
  expect(state.currentTerms.rateAnnualE8).toBe(6_000_000);
  expect(state.installments.at(-1).interestFen).toBe(5_00);
  const over = await post({ type: 'rate', annualRatePct: '36' });
  expect([over.status, over.body.code]).toEqual([422, 'rate_over_cap']);
});

test('an extension spreads what is not yet due, within the legal limit', async () => {
  await payWhatIsDue();
  const state = await expectReversible({ type: 'extend', maturesOn: '2027-06-15', annualRatePct: '13' });
  expect(state.installments).toHaveLength(18);
  const codes = async (maturesOn: string): Promise<unknown[]> => {
    const { body } = await post({ type: 'extend', maturesOn });
    return [body.code, body.details];
  };
  expect(await codes('2026-12-15')).toEqual(['extension_not_later', { maturity: '2026-12-15' }]);
  expect(await codes('2027-12-16')).toEqual(['extension_beyond_limit', { limit: '2027-12-15' }]);
  app.setNow('2026-12-20T04:00:00Z');
  const late = await user.post(`/api/loans/${loanId}/events`, { type: 'extend', maturesOn: '2027-06-15', occurredOn: '2026-12-20' });
  app.setNow('2026-03-16T04:00:00.000Z');
  expect([late.body.code, late.body.details]).toEqual(['extension_after_maturity', { maturity: '2026-12-15' }]);
});

test('dates beyond the business date and before the lending are refused, and nothing is written', async () => {
  const fee = { type: 'fee', amount: '50.00', name: '手续费' };
  expect((await post({ ...fee, occurredOn: '2026-03-17' })).body).toMatchObject({ code: 'event_in_future', details: { businessDate: '2026-03-16' } });
  expect((await post({ ...fee, occurredOn: '2025-12-14' })).body).toMatchObject({ code: 'event_before_disbursement', details: { disbursedOn: '2025-12-15' } });
  expect((await post({ type: 'refund', amount: '1.00' })).body).toMatchObject({ code: 'amount_exceeds_credit', details: { credit: '0.00' } });
  expect((await readLoan()).events).toHaveLength(1);
});

test('early settlement is a receipt and the settlement it pays, with the fee; reversing the receipt opens the loan again', async () => {
  await payWhatIsDue();
  const before = await readLoan();
  const posted = await post({ type: 'prepay', mode: 'settle', channel: 'bank_transfer', fee: '30.00' });
  expect(posted.body.state).toMatchObject({ status: 'settled', payoffFen: 0 });
  const [receiptId] = posted.body.eventIds;
  const after = await readLoan();
  expect(after.cells).toMatchObject({ status: 'settled', outstandingPrincipal: '0.00' });
  expect(after.records.map((one: { type: string; amount: string }) => [one.type, one.amount]).slice(-2)).toEqual([['repay', ((before.state.payoffFen + 30_00) / 100).toFixed(2)], ['prepay', null]]);
  expect((await post({ type: 'fee', amount: '1.00', name: '迟到的费用' })).body.code).toBe('loan_settled');
  // A fee before the settlement would be paid by money that nobody brought.
  expect((await post({ type: 'fee', amount: '1.00', name: '迟到的费用', occurredOn: '2026-03-10' })).body).toMatchObject({ code: 'later_events_depend', details: { date: '2026-03-16' } });
  expect((await reverse(receiptId)).body.code).toBe('not_reversible');
  expect((await user.post(`/api/repayments/${receiptId}/reverse`, { reason: '支票退回' })).status).toBe(200);
  expect((await readLoan()).cells).toMatchObject({ status: 'active', outstandingPrincipal: '9000.00' });
});

test('what is not there, what was reversed, and lending itself cannot be reversed here', async () => {
  const { eventIds } = (await post({ type: 'fee', amount: '50.00', name: '手续费' })).body;
  await reverse(eventIds[0]);
  expect((await reverse(eventIds[0])).body.code).toBe('already_reversed');
  expect((await reverse('0199d0a0-0000-7000-8000-000000000000')).body.code).toBe('event_unknown');
  expect((await reverse((await readLoan()).events[0].id)).body.code).toBe('not_reversible');
});

test('fifty at once are fifty entries; the same key fifty times is one', async () => {
  const many = await Promise.all(Array.from({ length: 50 }, () => post({ type: 'fee', amount: '1.00', name: '手续费' })));
  expect(many.map((reply) => reply.status)).toEqual(Array.from({ length: 50 }, () => 200));
  const body = { type: 'fee', amount: '1.00', name: '同一笔', occurredOn: '2026-03-16' };
  const same = await Promise.all(Array.from({ length: 50 }, () => user.send('POST', `/api/loans/${loanId}/events`, body, { 'idempotency-key': `same-${loanId}` })));
  expect(new Set(same.map((reply) => `${reply.status} ${reply.text}`)).size).toBe(1);
  const loan = await readLoan();
  expect(loan.state.balances.feeFen).toBe(51_00);
  expect(new Set(loan.events.map((event: { sequence: number }) => event.sequence)).size).toBe(52);
});

test('a reader may not post, and another institution finds nothing', async () => {
  const fee = { type: 'fee', amount: '50.00', name: '手续费' };
  expect((await post(fee, app.as('read_only'))).status).toBe(403);
  expect((await post(fee, app.as('full', 'second'))).status).toBe(404);
});

test('the book that all this made is sound', async () => {
  const { checks } = (await user.send('POST', '/api/verify')).body;
  expect(checks.flatMap((check: { deviations: string[] }) => check.deviations)).toEqual([]);
});

async function receipts(): Promise<Record<string, unknown>[]> {
  const listed = await user.send('POST', '/api/repayments/query', { filters: [{ key: 'loanId', operator: 'equals', value: loanId }], sort: { key: 'paidOn', direction: 'asc' } });
  return listed.body.rows.map((row: { cells: Record<string, unknown> }) => row.cells).filter((cells: Record<string, unknown>) => cells['reversed'] === false);
}

test('early repayment of a part shortens the plan or lowers the rows, and is a receipt', async () => {
  await payWhatIsDue();
  const shorter = await expectReversible({ type: 'prepay', mode: 'shorten', principal: '3000.00', channel: 'wechat' });
  expect([shorter.balances.principalFen, shorter.installments.length]).toEqual([6000_00, 9]);
  const posted = await post({ type: 'prepay', mode: 'reduce', principal: '3000.00', fee: '15.00', channel: 'wechat', externalRef: 'WX-9' });
  expect(posted.body.state.installments).toHaveLength(12);
  // One day of interest on 9 000.00: 3.00.
  expect((await receipts()).at(-1)).toMatchObject({ total: '3018.00', principal: '3000.00', interest: '3.00', fee: '15.00', channel: 'wechat', externalRef: 'WX-9', reversed: false });
  const tooMuch = await post({ type: 'prepay', mode: 'reduce', principal: '6000.01', channel: 'cash' });
  expect(tooMuch.body).toMatchObject({ code: 'prepayment_exceeds_principal', details: { principal: '6000.00' } });
  const reversed = await user.post(`/api/repayments/${posted.body.eventIds[0]}/reverse`, { reason: '记错了贷款' });
  expect(reversed.status, reversed.text).toBe(200);
  expect(reversed.body.repayment).toMatchObject({ isReversed: true, total: '3018.00', principal: '0.00' });
});

test('interest forgiven need not be paid any more: the row is done with', async () => {
  const state = await expectReversible({ type: 'waive', component: 'interest', amount: '120.00', reason: '利息全免' });
  expect(state.balances.interestDueFen).toBe(210_00);
  await post({ type: 'waive', component: 'interest', amount: '120.00', reason: '利息全免' });
  await postRepayment(user, loanId, '1500.00', '2026-03-16');
  expect((await readLoan()).cells).toMatchObject({ overdueDays: 29 });
});

test('a recovery is a receipt of the written-off loan, and can be taken back', async () => {
  await post({ type: 'write_off', reason: '法院终结执行' });
  const state = await expectReversible({ type: 'recover', amount: '500.00', channel: 'collateral' });
  expect(state.offBook.principalFen).toBe(11_500_00);
  const posted = await post({ type: 'recover', amount: '500.00', channel: 'collateral', payerName: '担保人' });
  expect((await receipts()).at(-1)).toMatchObject({ total: '500.00', principal: '500.00', channel: 'collateral', payerName: '担保人' });
  const paper = await user.send('GET', `/api/repayments/${posted.body.eventIds[0]}/receipt.pdf`);
  expect(paper.status).toBe(200);
});

test('credit is paid back, and the receipt that brought it keeps its amount', async () => {
  await payWhatIsDue();
  await postRepayment(user, loanId, '200.00', '2026-03-16');
  const state = await expectReversible({ type: 'refund', amount: '80.00' });
  expect(state.balances.creditFen).toBe(120_00);
  await post({ type: 'refund', amount: '80.00' });
  expect((await receipts()).at(-1)).toMatchObject({ total: '200.00', credit: '200.00' });
  expect((await post({ type: 'refund', amount: '120.01' })).body).toMatchObject({ code: 'amount_exceeds_credit', details: { credit: '120.00' } });
});

test('the book is still sound after money came in by events', async () => {
  const { checks } = (await user.send('POST', '/api/verify')).body;
  expect(checks.flatMap((check: { deviations: string[] }) => check.deviations)).toEqual([]);
});
