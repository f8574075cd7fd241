import { route } from '@loanbook/contract/route.ts';
import { afterEach, expect, test, vi } from 'vitest';
import { z } from 'zod';
import { isApiError } from './api-error.ts';
import { call, fillPath, onSessionProblem } from './client.ts';

const read = route({ method: 'GET', path: '/api/things/:thingId', body: null, reply: z.object({ name: z.string() }) });
const post = { ...route({ method: 'POST', path: '/api/money', body: z.strictObject({ amount: z.string() }), reply: z.object({ id: z.string() }) }), isIdempotent: true as const };
const write = route({ method: 'POST', path: '/api/things', body: z.strictObject({ name: z.string() }), reply: null });

afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

interface Sent {
  readonly url: string;
  readonly request: RequestInit;
}

/** Stands in for the network; each call takes the next answer. */
function network(...answers: readonly (() => Response)[]): Sent[] {
  const sent: Sent[] = [];
  vi.stubGlobal('fetch', async (url: string, request: RequestInit) => {
    sent.push({ url, request });
    const answer = answers[sent.length - 1];
    if (answer === undefined) throw new Error('the test expected no further request');
    return answer();
  });
  return sent;
}

const json = (status: number, body: unknown) => () => new Response(JSON.stringify(body), { status });
const refusal = (status: number, code: string, isRetryable = false) => json(status, { code, zh: '不行', en: 'No', requestId: 'r1', isRetryable, details: {}, problems: [{ path: 'amount', code: 'x', zh: '金额', en: 'Amount' }] });
const cutLine = () => {
  throw new TypeError('fetch failed');
};

test('path parameters are filled in and escaped', () => {
  expect(fillPath('/api/loans/:loanId/plan.pdf', { loanId: 'a/b 1' })).toBe('/api/loans/a%2Fb%201/plan.pdf');
  expect(() => fillPath('/api/loans/:loanId')).toThrow('loanId');
});

test('a reply is parsed by the route’s schema', async () => {
  const sent = network(json(200, { name: '王芳' }));
  await expect(call(read, { params: { thingId: '7' } })).resolves.toEqual({ name: '王芳' });
  expect(sent[0]?.url).toBe('/api/things/7');
});

test('a reply that is not of the contract is told, not passed on', async () => {
  network(json(200, { name: 7 }));
  await expect(call(read, { params: { thingId: '7' } })).rejects.toMatchObject({ code: 'unreadable_reply' });
});

test('a refusal carries both languages and the problems of its fields', async () => {
  network(refusal(422, 'amount_not_positive'));
  const error: unknown = await call(write, { body: { name: 'x' } }).catch((reason: unknown) => reason);
  if (!isApiError(error, 'amount_not_positive')) throw new Error('expected an ApiError');
  expect([error.zh, error.en, error.problems[0]?.path]).toEqual(['不行', 'No', 'amount']);
});

test('a proxy’s error page reads as a server that cannot be reached', async () => {
  network(() => new Response('<h1>Bad Gateway</h1>', { status: 502 }));
  await expect(call(read, { params: { thingId: '7' } })).rejects.toMatchObject({ code: 'unreachable', isRetryable: true });
});

test('posting money is repeated with the same key after a cut line', async () => {
  vi.useFakeTimers();
  const sent = network(cutLine, refusal(409, 'idempotency_in_flight', true), json(200, { id: '1' }));
  const posted = call(post, { body: { amount: '1.00' }, idempotencyKey: 'key-12345678' });
  await vi.runAllTimersAsync();
  await expect(posted).resolves.toEqual({ id: '1' });
  expect(sent.map(({ request }) => new Headers(request.headers).get('idempotency-key'))).toEqual(['key-12345678', 'key-12345678', 'key-12345678']);
});

test('a refusal that cannot change is not repeated', async () => {
  const sent = network(refusal(422, 'loan_settled'));
  await expect(call(post, { body: { amount: '1.00' }, idempotencyKey: 'key-12345678' })).rejects.toMatchObject({ code: 'loan_settled' });
  expect(sent).toHaveLength(1);
});

test('posting money without a key is a bug, said before anything is sent', async () => {
  const sent = network();
  await expect(call(post, { body: { amount: '1.00' } })).rejects.toThrow('idempotency key');
  expect(sent).toHaveLength(0);
});

test('an unkeyed write is sent once, however the line breaks', async () => {
  const sent = network(cutLine);
  await expect(call(write, { body: { name: 'x' } })).rejects.toMatchObject({ code: 'unreachable' });
  expect(sent).toHaveLength(1);
});

test('a lost session is announced, except to who only asked', async () => {
  const heard: string[] = [];
  const stop = onSessionProblem((code) => heard.push(code));
  network(refusal(401, 'not_signed_in'), refusal(401, 'not_signed_in'), refusal(401, 'sign_in_failed'));
  await expect(call(read, { params: { thingId: '1' }, isSessionProbe: true })).rejects.toMatchObject({ code: 'not_signed_in' });
  await expect(call(read, { params: { thingId: '1' } })).rejects.toMatchObject({ code: 'not_signed_in' });
  await expect(call(read, { params: { thingId: '1' } })).rejects.toMatchObject({ code: 'sign_in_failed' });
  stop();
  expect(heard).toEqual(['not_signed_in']);
});
