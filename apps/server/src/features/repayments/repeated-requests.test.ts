import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { startTestApp, type TestApp, type TestReply, type TestUser } from '../../../test/app-fixture.ts';
import { createLoan, insertCustomer } from '../../../test/loan-fixture.ts';
import { registerLoans } from '../loans/loans.index.ts';
import { registerRepayments } from './repayments.routes.ts';

// The four defects of a peer (security-and-reliability, design 6), on the route that takes money.

let app: TestApp;
let user: TestUser;
let customerId: string;
let loanId: string;
let keys = 0;

beforeAll(async () => {
  app = await startTestApp({}, [registerLoans, registerRepayments]);
  user = app.as('full');
  customerId = await insertCustomer(user);
});
afterAll(() => app.stop());
beforeEach(async () => {
  loanId = (await createLoan(user, customerId)).body.id;
  keys += 1;
});

function pay(amount: unknown, changes: Record<string, unknown> = {}, sender = user, key = `receipt-${keys}`): Promise<TestReply> {
  return sender.send('POST', '/api/repayments', { loanId, amount, paidOn: '2026-01-15', channel: 'cash', ...changes }, { 'idempotency-key': key });
}

async function booked(ofLoanId = loanId): Promise<readonly number[]> {
  const { rows } = await app.asOwner('select total_fen::int as total from repayment where loan_id = $1', [ofLoanId]);
  return rows.map((row) => row.total);
}

test('a repeated receipt is booked once and answered with the same bytes', async () => {
  const first = await pay('500.00');
  const second = await pay('500.00');
  expect([first.status, second.status, second.text]).toEqual([200, 200, first.text]);
  expect(await booked()).toEqual([50_000]);
});

test('forty at once book one receipt', async () => {
  const replies = await Promise.all(Array.from({ length: 40 }, () => pay('500.00')));
  expect(new Set(replies.map((reply) => `${reply.status} ${reply.text}`)).size).toBe(1);
  expect(await booked()).toEqual([50_000]);
});

test.each<readonly [string, unknown, Record<string, unknown>]>([
  ['another amount', '600.00', {}], ['another day', '500.00', { paidOn: '2026-01-16' }], ['another channel', '500.00', { channel: 'wechat' }],
])('the same key with %s is refused, books nothing and says nothing of the first', async (_what, amount, changes) => {
  const first = await pay('500.00');
  const reply = await pay(amount, changes);
  expect(reply).toMatchObject({ status: 422, body: { code: 'idempotency_key_reused' } });
  expect(reply.text).not.toContain(first.body.repayment.id);
  expect(await booked()).toEqual([50_000]);
});

test('the same key for another loan is refused and never answered with the first one’s receipt', async () => {
  await pay('500.00');
  const otherLoanId: string = (await createLoan(user, customerId)).body.id;
  expect(await pay('500.00', { loanId: otherLoanId })).toMatchObject({ status: 422, body: { code: 'idempotency_key_reused' } });
  expect(await booked(otherLoanId)).toEqual([]);
});

test('the same key of another institution finds neither the loan nor the receipt', async () => {
  const first = await pay('500.00');
  const reply = await pay('500.00', {}, app.as('full', 'second'));
  expect(reply.status).toBe(404);
  expect(reply.text).not.toContain(first.body.repayment.id);
});

test('a corrected retry after a refusal of form, then of substance, goes through under its key', async () => {
  expect((await pay(500)).status).toBe(400);
  expect((await pay('99999999.00')).status).toBe(422);
  expect((await pay('500.00', { paidOn: '2030-01-01' })).status).toBe(422);
  expect((await pay('500.00')).status).toBe(200);
  expect(await booked()).toEqual([50_000]);
});

test('repeated after its receipt was reversed, the first answer comes again and no money is booked', async () => {
  const first = await pay('500.00');
  const reverse = (): Promise<TestReply> => user.send('POST', `/api/repayments/${first.body.repayment.id}/reverse`, { reason: '退款' }, { 'idempotency-key': `reverse-${keys}` });
  const [reversed, again] = [await reverse(), await reverse()];
  expect([reversed.status, again.text]).toEqual([200, reversed.text]);
  expect((await pay('500.00')).text).toBe(first.text);
  expect(await booked()).toEqual([50_000]);
  expect((await user.send('GET', `/api/loans/${loanId}`)).body.cells.outstandingPrincipal).toBe('12000.00');
});

test('one key serves two routes, each once', async () => {
  const receipt = { loanId, amount: '500.00', paidOn: '2026-01-15', channel: 'cash' };
  const batch = (): Promise<TestReply> => user.send('POST', '/api/repayments/batch', { repayments: [receipt] }, { 'idempotency-key': `receipt-${keys}` });
  expect((await pay('500.00')).status).toBe(200);
  expect((await batch()).status).toBe(200);
  expect((await batch()).status).toBe(200);
  expect(await booked()).toEqual([50_000, 50_000]);
});

test('a key of a thousand characters is a request of no use', async () => {
  expect(await pay('500.00', {}, user, 'k'.repeat(1000))).toMatchObject({ status: 400, body: { code: 'idempotency_key_invalid' } });
  expect(await booked()).toEqual([]);
});
