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

test('the book that all this made is sound', async () => {
  const { checks } = (await user.send('POST', '/api/verify')).body;
  expect(checks.flatMap((check: { deviations: string[] }) => check.deviations)).toEqual([]);
});
