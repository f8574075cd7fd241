import type { Settings, settingsRoutes } from '@loanbook/contract/features/settings.ts';
import type { BodyOf } from '@loanbook/contract/route.ts';
import { parsePercent, rateE8, type RateE8 } from '@loanbook/engine/rate.ts';
import { changedMeanwhile } from '../../platform/changed-meanwhile.ts';
import type { Tx } from '../../platform/database.ts';
import { failure } from '../../platform/failure.ts';
import { inputProblem } from '../../platform/input-problems.ts';
import { requireTimeZone } from '../../platform/time-zone.ts';
import { lastSettingsChange, readSettings } from './settings.queries.ts';

type SettingsChange = BodyOf<typeof settingsRoutes.change>;

/** 100 % a year; the database holds the same limit. */
const highestRateCap = rateE8(100_000_000);

/** Throws Failure `changed_meanwhile`, `invalid_input` (time zone, cap). */
export async function changeSettings(tx: Tx, change: SettingsChange): Promise<Settings> {
  const { version, ...given } = change;
  if (given.timeZone !== undefined) await requireTimeZone(tx, given.timeZone);
  const rateCapE8 = given.rateCapPct === undefined ? undefined : readRateCap(given.rateCapPct);
  const updated = await tx.db
    .updateTable('institution')
    .set((column) => ({
      version: column('version', '+', 1),
      ...(given.institutionName === undefined ? {} : { name: given.institutionName }),
      ...(given.timeZone === undefined ? {} : { time_zone: given.timeZone }),
      ...(rateCapE8 === undefined ? {} : { rate_cap_e8: rateCapE8 }),
    }))
    .where('institution_id', '=', tx.institutionId).where('version', '=', version)
    .returning('version')
    .executeTakeFirst();
  if (!updated) {
    const { by, atInstant } = await lastSettingsChange(tx);
    throw changedMeanwhile(tx, by, atInstant);
  }
  tx.audit({ action: 'settings.changed', objectType: 'institution', objectId: tx.institutionId, values: Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) });
  return readSettings(tx);
}

function readRateCap(text: string): RateE8 {
  const cap = parsePercent(text);
  if (cap === null || cap > highestRateCap) throw failure('invalid_input', {}, [inputProblem('rateCapPct', { code: 'too_big', zh: '不能大于 100', en: 'must be at most 100' })]);
  return cap;
}
