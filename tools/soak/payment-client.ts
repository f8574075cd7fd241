import { randomUUID } from 'node:crypto';

/** A payment that somebody sent: until it is acknowledged nobody knows whether it was booked. */
export interface SentPayment {
  readonly key: string;
  readonly loanId: string;
  readonly amountFen: number;
  /** The receipt the server acknowledged, null until it did. */
  repaymentId: string | null;
}

/** Talks to a server that is killed now and then; the cookie outlives it. */
export interface BookClient {
  readonly baseUrl: string;
  readonly cookie: string;
}

/** The JSON of a reply with status 200; throws Error on any other. */
export async function postJson(client: BookClient, url: string, body: unknown, key: string = randomUUID()): Promise<unknown> {
  const reply = await fetch(`${client.baseUrl}${url}`, {
    method: 'POST', headers: { 'content-type': 'application/json', cookie: client.cookie, 'idempotency-key': key }, body: JSON.stringify(body), signal: AbortSignal.timeout(20_000),
  });
  const text = await reply.text();
  if (reply.status !== 200) throw new Error(`${url} ${reply.status}: ${text.slice(0, 300)}`);
  return JSON.parse(text);
}

/** A text inside a reply, by its path; throws Error where there is none. */
export function textAt(value: unknown, ...keys: readonly string[]): string {
  let found: unknown = value;
  for (const key of keys) found = typeof found === 'object' && found !== null ? Object.entries(found).find(([name]) => name === key)?.[1] : undefined;
  if (typeof found !== 'string') throw new Error(`no ${keys.join('.')} in ${JSON.stringify(value).slice(0, 200)}`);
  return found;
}

export function newPayment(loanId: string): SentPayment {
  return { key: randomUUID(), loanId, amountFen: 1 + Math.floor(Math.random() * 10_000), repaymentId: null };
}

/** Sends a payment, again if need be: the same key and the same content. False when the server did not acknowledge it. */
export async function sendPayment(client: BookClient, payment: SentPayment, paidOn: string): Promise<boolean> {
  const amount = `${Math.floor(payment.amountFen / 100)}.${String(payment.amountFen % 100).padStart(2, '0')}`;
  const body = { loanId: payment.loanId, amount, paidOn, channel: 'cash', externalRef: payment.key, keepExcess: true };
  try {
    payment.repaymentId = textAt(await postJson(client, '/api/repayments', body, payment.key), 'repayment', 'id');
    return true;
  } catch (error) {
    if (error instanceof Error) return false;
    throw error;
  }
}
