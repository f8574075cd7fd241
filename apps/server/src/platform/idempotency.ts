import { createHmac } from 'node:crypto';
import type { Route } from '@loanbook/contract/route.ts';
import { databaseErrorCode, type Tx } from './database.ts';
import { failure } from './failure.ts';
import { keyringOf } from './keyring.ts';
import { sendTogether, type DatabaseStatement } from './send-together.ts';

/** How long a repeated call waits for the first one before it is told to come back. */
const waitMs = 3_000;

/** The header's value. Throws Failure `idempotency_key_missing`, `idempotency_key_invalid`. */
export function readIdempotencyKey(header: string | string[] | undefined): string {
  if (header === undefined || header === '') throw failure('idempotency_key_missing');
  if (typeof header !== 'string' || !/^[\x21-\x7e]{8,120}$/.test(header)) throw failure('idempotency_key_invalid');
  return header;
}

/**
 * Runs `work` once for (institution, actor, route, key) and gives every repetition the first reply, byte for byte.
 * The key's row is claimed first in the same transaction, so a failure (validation included) leaves no trace and a
 * corrected retry goes through. Throws Failure `idempotency_key_reused` when the content differs, and
 * `idempotency_in_flight` when the first call is still running after three seconds.
 */
export async function once(tx: Tx, route: Route, clientKey: string, content: unknown, work: () => Promise<string>): Promise<string> {
  const actorId = tx.actor.personId;
  if (actorId === null) throw new Error('only a signed-in person sends idempotency keys');
  const claim = { institution_id: tx.institutionId, actor_id: actorId, route: `${route.method} ${route.path}`, client_key: clientKey };
  const bodyHash = await contentHash(tx, content);
  if (await claimKey(tx, { ...claim, body_hash: bodyHash })) {
    const reply = await work();
    tx.sendWithCommit(keepReply(claim, reply));
    return reply;
  }
  return replay(tx, claim, bodyHash);
}

interface Claim {
  readonly institution_id: string;
  readonly actor_id: string;
  readonly route: string;
  readonly client_key: string;
}

/** True when this transaction is the first. Waits while another holds the key, then finds its row. */
async function claimKey(tx: Tx, row: Claim & { readonly body_hash: Buffer }): Promise<boolean> {
  try {
    const [, inserted] = await sendTogether(tx.client, [
      { name: '', text: `set local lock_timeout = ${waitMs}`, values: [] },
      { name: 'claim_key', text: 'insert into idempotency_key (institution_id, actor_id, route, client_key, body_hash) values ($1, $2, $3, $4, $5) on conflict do nothing', values: [row.institution_id, row.actor_id, row.route, row.client_key, row.body_hash] },
      { name: '', text: 'set local lock_timeout = 0', values: [] },
    ]);
    return inserted?.rowCount === 1;
  } catch (error) {
    if (databaseErrorCode(error) === '55P03') throw failure('idempotency_in_flight');
    throw error;
  }
}

async function replay(tx: Tx, claim: Claim, bodyHash: Buffer): Promise<string> {
  const stored = await tx.db
    .selectFrom('idempotency_key')
    .select(['body_hash', 'reply'])
    .where('institution_id', '=', claim.institution_id).where('actor_id', '=', claim.actor_id).where('route', '=', claim.route).where('client_key', '=', claim.client_key)
    .executeTakeFirstOrThrow();
  if (!stored.body_hash.equals(bodyHash)) throw failure('idempotency_key_reused');
  if (typeof stored.reply !== 'string') throw new Error('a committed idempotency key has no reply');
  tx.markBookkeeping();
  return stored.reply;
}

/** As one JSON string: jsonb would reorder an object's keys, and a repeated reply must be the same bytes. */
function keepReply(claim: Claim, reply: string): DatabaseStatement {
  return {
    name: 'keep_reply',
    text: 'update idempotency_key set reply_status = 200, reply = $5::jsonb where institution_id = $1 and actor_id = $2 and route = $3 and client_key = $4',
    values: [claim.institution_id, claim.actor_id, claim.route, claim.client_key, JSON.stringify(reply)],
  };
}

/** Keyed, because a plain hash of an ID number can be guessed; path parameters are part of the content. */
async function contentHash(tx: Tx, content: unknown): Promise<Buffer> {
  const { auditKey } = await keyringOf(tx);
  return createHmac('sha256', auditKey).update('idempotency ').update(JSON.stringify(content)).digest();
}
