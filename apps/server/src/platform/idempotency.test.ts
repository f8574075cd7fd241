import { route } from '@loanbook/contract/route.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { startTestApp, type TestApp, type TestReply, type TestUser } from '../../test/app-fixture.ts';
import { failure } from './failure.ts';
import { serve, type Server } from './http.ts';
import { takeNumbers } from './number-series.ts';

const receiptRoutes = {
  post: route({ method: 'POST', path: '/api/test-receipts', body: z.strictObject({ amount: z.string(), zebra: z.string().default('z') }), reply: z.object({ number: z.int(), amount: z.string(), apple: z.string() }), isIdempotent: true }),
  reverse: route({ method: 'POST', path: '/api/test-receipts/:receiptId/reverse', body: z.strictObject({}), reply: z.object({ receiptId: z.string() }), isIdempotent: true }),
} as const;

/** The number series stands for the ledger: it counts how often work was really done. */
function registerReceipts(server: Server): void {
  serve(server, receiptRoutes.post, { right: 'ledger.read' }, async ({ tx, body }) => {
    const number = await takeNumbers(tx, 'customer');
    tx.audit({ action: 'receipt.posted', objectType: 'receipt', objectId: null });
    if (body.amount === 'slow') await new Promise((resolve) => setTimeout(resolve, 4_000));
    if (body.amount === '0') throw failure('amount_not_positive');
    return { number, amount: body.amount, apple: 'a' };
  });
  serve(server, receiptRoutes.reverse, { right: 'ledger.read' }, async ({ tx, param }) => {
    tx.audit({ action: 'receipt.reversed', objectType: 'receipt', objectId: param('receiptId') });
    await takeNumbers(tx, 'customer');
    return { receiptId: param('receiptId') };
  });
}

let world: TestApp;
let user: TestUser;
beforeAll(async () => {
  world = await startTestApp({}, [registerReceipts]);
  user = world.as('full');
});
afterAll(() => world.stop());

function post(key: string, amount: string, sender = user): Promise<TestReply> {
  return sender.send('POST', '/api/test-receipts', { amount }, { 'idempotency-key': key });
}

async function doneSoFar(): Promise<number> {
  const answer = await world.asOwner("select coalesce(sum(last_number), 0)::int as done from number_series where name = 'customer'");
  return answer.rows[0].done;
}

test('the same key and content gives the first reply again, byte for byte, and does nothing', async () => {
  const first = await post('repeat-0001', '10.00');
  const done = await doneSoFar();
  const second = await post('repeat-0001', '10.00');
  expect(first.status).toBe(200);
  expect(second.text).toBe(first.text);
  expect(second.headers['content-type']).toBe(first.headers['content-type']);
  expect(await doneSoFar()).toBe(done);
});

test('the same key with another amount is refused, not answered with the first amount', async () => {
  await post('amount-0001', '10.00');
  const done = await doneSoFar();
  expect(await post('amount-0001', '11.00')).toMatchObject({ status: 422, body: { code: 'idempotency_key_reused' } });
  expect(await doneSoFar()).toBe(done);
});

test('the same key for another record is refused', async () => {
  const reverse = (id: string): Promise<TestReply> => user.send('POST', `/api/test-receipts/${id}/reverse`, {}, { 'idempotency-key': 'record-0001' });
  expect((await reverse('00000000-0000-7000-8000-000000000001')).status).toBe(200);
  expect((await reverse('00000000-0000-7000-8000-000000000002')).status).toBe(422);
});

test("the same key of another person or institution never returns somebody else's data", async () => {
  const first = await post('person-0001', '10.00');
  for (const other of [world.as('read_only'), world.as('full', 'second')]) {
    const reply = await post('person-0001', '10.00', other);
    expect(reply.status).toBe(200);
    expect(reply.text).not.toBe(first.text);
  }
});

test('a corrected retry after a failure goes through under the same key', async () => {
  expect((await user.send('POST', '/api/test-receipts', { amount: 5 }, { 'idempotency-key': 'correct-001' })).status).toBe(400);
  expect((await post('correct-001', '0')).status).toBe(422);
  expect(await post('correct-001', '5.00')).toMatchObject({ status: 200, body: { amount: '5.00' } });
});

test('a key of a thousand characters, too short a key, or none is refused', async () => {
  expect(await post('k'.repeat(1000), '1.00')).toMatchObject({ status: 400, body: { code: 'idempotency_key_invalid' } });
  expect(await post('short', '1.00')).toMatchObject({ status: 400, body: { code: 'idempotency_key_invalid' } });
  expect(await post('has a blank', '1.00')).toMatchObject({ status: 400, body: { code: 'idempotency_key_invalid' } });
  expect(await user.send('POST', '/api/test-receipts', { amount: '1.00' })).toMatchObject({ status: 400, body: { code: 'idempotency_key_missing' } });
});

test('fifty at once have one effect and one reply', async () => {
  const done = await doneSoFar();
  const replies = await Promise.all(Array.from({ length: 50 }, () => post('storm-0001', '7.00')));
  expect(new Set(replies.map((reply) => reply.text)).size).toBe(1);
  expect(await doneSoFar()).toBe(done + 1);
});

test('who repeats while the first is still running for long is told so', async () => {
  const first = post('slow-00001', 'slow');
  await new Promise((resolve) => setTimeout(resolve, 200));
  expect(await post('slow-00001', 'slow')).toMatchObject({ status: 409, body: { code: 'idempotency_in_flight', isRetryable: true } });
  expect((await first).status).toBe(200);
  expect((await post('slow-00001', 'slow')).text).toBe((await first).text);
});
