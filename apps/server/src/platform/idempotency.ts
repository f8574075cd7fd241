import { createHmac } from 'node:crypto';
import type { Route } from '@loanbook/contract/route.ts';
import { databaseErrorCode, type Tx } from './database.ts';
import { failure } from './failure.ts';
import { keyringOf } from './keyring.ts';

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
    // As one JSON string: jsonb would reorder an object's keys, and a repeated reply must be the same bytes.
    await keyRow(tx, claim).set({ reply_status: 200, reply: JSON.stringify(reply) }).execute();
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
    await tx.client.query(`set local lock_timeout = ${waitMs}`);
    const inserted = await tx.db.insertInto('idempotency_key').values(row).onConflict((conflict) => conflict.doNothing()).returning('client_key').executeTakeFirst();
    await tx.client.query('set local lock_timeout = 0');
    return inserted !== undefined;
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

function keyRow(tx: Tx, claim: Claim) {
  return tx.db.updateTable('idempotency_key')
    .where('institution_id', '=', claim.institution_id).where('actor_id', '=', claim.actor_id).where('route', '=', claim.route).where('client_key', '=', claim.client_key);
}

/** Keyed, because a plain hash of an ID number can be guessed; path parameters are part of the content. */
async function contentHash(tx: Tx, content: unknown): Promise<Buffer> {
  const { auditKey } = await keyringOf(tx);
  return createHmac('sha256', auditKey).update('idempotency ').update(JSON.stringify(content)).digest();
}
