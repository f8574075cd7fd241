import { createHash, createHmac, type KeyObject } from 'node:crypto';
import { keyringOf } from './keyring.ts';
import type { DatabaseStatement } from './send-together.ts';
import type { AuditInput, Tx } from './transaction.ts';

export interface ChainedEntry {
  readonly institutionId: string;
  readonly sequence: number;
  readonly at: string;
  readonly actorId: string | null;
  readonly actorName: string;
  readonly action: string;
  readonly objectType: string;
  readonly objectId: string | null;
  readonly fields: readonly string[];
  readonly reason: string | null;
  readonly digests: Readonly<Record<string, string>>;
}

export const firstPreviousHash: Buffer = Buffer.alloc(32);

/** SHA-256 over the previous hash and the entry as one JSON array in this order, digests sorted by name. */
export function chainHash(previousHash: Buffer, entry: ChainedEntry): Buffer {
  const [before, after] = chainText(entry);
  return createHash('sha256').update(previousHash).update(`${before}${entry.sequence}${after}`).digest();
}

/** The hashed text before and behind the entry's sequence number. */
function chainText(entry: ChainedEntry): readonly [string, string] {
  const digests = Object.entries(entry.digests).toSorted(([left], [right]) => (left < right ? -1 : 1));
  const rest = JSON.stringify([entry.at, entry.actorId, entry.actorName, entry.action, entry.objectType, entry.objectId, entry.fields, entry.reason, digests]);
  return [`[${JSON.stringify(entry.institutionId)},`, `,${rest.slice(1)}`];
}

/** Up to so many entries a statement each is quickest; more are hashed here and written a thousand at a time. */
export const mostAuditStatements = 50;

/**
 * The statements that append to the chain, to be sent with the commit: the head row is the last lock any transaction takes,
 * and this way it is held shortest.
 */
export async function auditStatements(tx: Tx, inputs: readonly AuditInput[]): Promise<readonly DatabaseStatement[]> {
  if (inputs.length === 0) return [];
  const { auditKey } = await keyringOf(tx);
  return [
    { name: 'audit_first', text: 'insert into audit_head (institution_id, hash) values ($1, $2) on conflict do nothing', values: [tx.institutionId, firstPreviousHash] },
    // By itself, so that the statements behind it see what the transaction that held the lock before has committed.
    { name: 'audit_lock', text: 'select from audit_head where institution_id = $1 for update', values: [tx.institutionId] },
    ...inputs.map((input) => entryStatement(chainEntry(tx, input, 0, auditKey))),
  ];
}

const entryText = `
  with head as (
    select sequence + 1 as sequence, hash as previous_hash, sha256(hash || convert_to($1 || (sequence + 1)::text || $2, 'UTF8')) as hash from audit_head where institution_id = $3::uuid
  ), entry as (
    insert into audit_entry (institution_id, sequence, at, actor_id, actor_name, action, object_type, object_id, fields, reason, digests, previous_hash, hash)
    select $3::uuid, head.sequence, $4::timestamptz, $5::uuid, $6, $7, $8, $9, $10::text[], $11, $12::jsonb, head.previous_hash, head.hash from head
  )
  update audit_head set sequence = head.sequence, hash = head.hash from head where audit_head.institution_id = $3::uuid`;

/** The same hash as `chainHash`, computed where the hash before it is known. */
function entryStatement(entry: ChainedEntry): DatabaseStatement {
  const [before, after] = chainText(entry);
  return {
    name: 'audit_entry', text: entryText,
    values: [before, after, entry.institutionId, entry.at, entry.actorId, entry.actorName, entry.action, entry.objectType, entry.objectId, [...entry.fields], entry.reason, JSON.stringify(entry.digests)],
  };
}

/** The same for a great many. */
export async function writeAudit(tx: Tx, inputs: readonly AuditInput[]): Promise<void> {
  const { auditKey } = await keyringOf(tx);
  const head = await lockHead(tx);
  let { sequence, hash } = head;
  const rows = inputs.map((input) => {
    sequence += 1;
    const entry = chainEntry(tx, input, sequence, auditKey);
    const previousHash = hash;
    hash = chainHash(previousHash, entry);
    return {
      institution_id: tx.institutionId, sequence, at: entry.at, actor_id: entry.actorId, actor_name: entry.actorName, action: entry.action, object_type: entry.objectType,
      object_id: entry.objectId, fields: [...entry.fields], reason: entry.reason, digests: JSON.stringify(entry.digests), previous_hash: previousHash, hash,
    };
  });
  for (let from = 0; from < rows.length; from += 1000) await tx.db.insertInto('audit_entry').values(rows.slice(from, from + 1000)).execute();
  await tx.db.updateTable('audit_head').set({ sequence, hash }).execute();
}

async function lockHead(tx: Tx): Promise<{ sequence: number; hash: Buffer }> {
  const head = await tx.db.selectFrom('audit_head').select(['sequence', 'hash']).forUpdate().executeTakeFirst();
  if (head) return head;
  await tx.db.insertInto('audit_head').values({ institution_id: tx.institutionId, hash: firstPreviousHash }).onConflict((conflict) => conflict.doNothing()).execute();
  return tx.db.selectFrom('audit_head').select(['sequence', 'hash']).forUpdate().executeTakeFirstOrThrow();
}

function chainEntry(tx: Tx, input: AuditInput, sequence: number, auditKey: KeyObject): ChainedEntry {
  const values = Object.entries(input.values ?? {});
  return {
    institutionId: tx.institutionId, sequence, at: tx.now.toISOString(), actorId: tx.actor.personId, actorName: tx.actor.name,
    action: input.action, objectType: input.objectType, objectId: input.objectId,
    fields: [...new Set([...(input.fields ?? []), ...values.map(([name]) => name)])],
    reason: input.reason ?? null,
    digests: Object.fromEntries(values.map(([name, value]) => [name, valueDigest(auditKey, input, name, value)])),
  };
}

/** Bound to object and field, so that equal values of two people cannot be seen to be equal. */
function valueDigest(auditKey: KeyObject, input: AuditInput, field: string, value: unknown): string {
  return createHmac('sha256', auditKey).update(JSON.stringify([input.objectType, input.objectId, field, value ?? null])).digest('hex');
}
