import type { Settings } from '@loanbook/contract/features/settings.ts';
import { formatPercent, rateE8 } from '@loanbook/engine/rate.ts';
import type { Tx } from '../../platform/database.ts';

export async function readSettings(tx: Tx): Promise<Settings> {
  const row = await tx.db.selectFrom('institution').select(['name', 'time_zone', 'rate_cap_e8', 'version']).where('institution_id', '=', tx.institutionId).executeTakeFirstOrThrow();
  return { institutionName: row.name, timeZone: row.time_zone, rateCapPct: formatPercent(rateE8(row.rate_cap_e8)), version: row.version };
}

/** Who changed the settings last and when; the founder's entry where nobody has. */
export async function lastSettingsChange(tx: Tx): Promise<{ by: string; atInstant: string }> {
  const row = await tx.db
    .selectFrom('audit_entry').select(['actor_name', 'at'])
    .where('institution_id', '=', tx.institutionId).where('object_id', '=', tx.institutionId).where('action', 'in', ['settings.changed', 'institution.founded'])
    .orderBy('sequence', 'desc').limit(1)
    .executeTakeFirst();
  return { by: row?.actor_name ?? '—', atInstant: row?.at ?? tx.now.toISOString() };
}
