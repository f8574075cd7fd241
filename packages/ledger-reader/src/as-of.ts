import type { LedgerReading } from './ledger-reading.ts';
import type { PreparedTable } from './records/prepared-table.ts';
import type { InstallmentDraft, RepaymentDraft } from './records/repayment-draft.ts';
import { monthEnd } from './values/civil-days.ts';

export interface AsOf {
  readonly asOf: string | null;
  readonly source: LedgerReading['asOfSource'];
}

/**
 * The day the ledger stands for: as told; else the latest day in a caption; else the end of the month of the last
 * payment or unpaid instalment (99 % point, so that one slip of the pen does not move it).
 */
export function findAsOf(told: string | undefined, tables: readonly PreparedTable[], repayments: readonly RepaymentDraft[], installments: readonly InstallmentDraft[]): AsOf {
  if (told) return { asOf: told, source: 'option' };
  const captions = tables.flatMap((table) => (table.asOf ? [table.asOf] : [])).sort();
  const latest = captions.at(-1);
  if (latest) return { asOf: latest, source: 'caption' };
  const days = [...repayments.map((draft) => draft.values.paidOn), ...installments.filter((draft) => draft.values.status === 'unpaid').map((draft) => draft.values.dueOn)]
    .filter((day) => typeof day === 'string')
    .sort();
  const last = days[Math.max(0, Math.ceil(days.length * 0.998) - 1)];
  return last ? { asOf: monthEnd(last), source: 'inferred' } : { asOf: null, source: null };
}
