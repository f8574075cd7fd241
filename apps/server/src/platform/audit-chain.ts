import { z } from 'zod';
import { chainHash, firstPreviousHash, type ChainedEntry } from './audit.ts';
import type { Tx } from './transaction.ts';

const batchSize = 1000;

/** Recomputes the institution's whole chain. `deviations` name sequence numbers; empty means nothing was altered. */
export async function checkAuditChain(tx: Tx): Promise<{ readonly checked: number; readonly deviations: readonly string[] }> {
  const deviations: string[] = [];
  let previousHash = firstPreviousHash;
  let sequence = 0;
  for (let rows = await readEntries(tx, 0); rows.length > 0; rows = await readEntries(tx, sequence)) {
    for (const row of rows) {
      if (row.sequence !== sequence + 1) deviations.push(`audit entry ${sequence + 1} is missing`);
      if (!row.previous_hash.equals(previousHash)) deviations.push(`audit entry ${row.sequence} does not follow its predecessor`);
      if (!chainHash(row.previous_hash, chained(tx, row)).equals(row.hash)) deviations.push(`audit entry ${row.sequence} was altered`);
      sequence = row.sequence;
      previousHash = row.hash;
    }
  }
  const head = await tx.db.selectFrom('audit_head').select(['sequence', 'hash']).executeTakeFirst();
  if ((head?.sequence ?? 0) !== sequence || !(head?.hash ?? firstPreviousHash).equals(previousHash)) deviations.push(`the chain's head does not match entry ${sequence}`);
  return { checked: sequence, deviations };
}

function readEntries(tx: Tx, after: number) {
  return tx.db.selectFrom('audit_entry').selectAll().where('institution_id', '=', tx.institutionId).where('sequence', '>', after).orderBy('sequence').limit(batchSize).execute();
}

type EntryRow = Awaited<ReturnType<typeof readEntries>>[number];

const digestsSchema = z.record(z.string(), z.string());

function chained(tx: Tx, row: EntryRow): ChainedEntry {
  return {
    institutionId: tx.institutionId, sequence: row.sequence, at: row.at, actorId: row.actor_id, actorName: row.actor_name, action: row.action,
    objectType: row.object_type, objectId: row.object_id, fields: row.fields, reason: row.reason, digests: digestsSchema.parse(row.digests),
  };
}
