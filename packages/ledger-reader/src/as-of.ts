import type { LedgerReading } from './ledger-reading.ts';
import type { LoanDraft } from './records/loan-draft.ts';
import type { PreparedTable } from './records/prepared-table.ts';
import type { InstallmentDraft, RepaymentDraft } from './records/repayment-draft.ts';
import { daysBetween, monthEnd } from './values/civil-days.ts';

export interface AsOf {
  readonly asOf: string | null;
  readonly source: LedgerReading['asOfSource'];
}

/**
 * The day the ledger stands for: as told; else the latest day in a caption; else the end of the month of the last
 * payment, unpaid instalment or loan (99.8 % point, so that one slip of the pen does not move it).
 */
export function findAsOf(told: string | undefined, tables: readonly PreparedTable[], repayments: readonly RepaymentDraft[], installments: readonly InstallmentDraft[], loans: readonly LoanDraft[]): AsOf {
  if (told) return { asOf: told, source: 'option' };
  const captions = tables.flatMap((table) => (table.asOf ? [table.asOf] : [])).sort();
  const latest = captions.at(-1);
  if (latest) return { asOf: latest, source: 'caption' };
  const days = [...repayments.map((draft) => draft.values.paidOn), ...installments.filter((draft) => draft.values.status === 'unpaid').map((draft) => draft.values.dueOn)]
    .filter((day) => typeof day === 'string')
    .sort();
  const paid = latestOf(days);
  if (paid === undefined) return { asOf: null, source: null };
  // A ledger with payments was still kept when its last loans were made; years later is a slip.
  const lent = loans.map(({ values }) => values.disbursedOn).filter((day) => typeof day === 'string').filter((day) => day > paid && daysBetween(paid, day) <= longestPause).sort();
  const last = latestOf(lent) ?? paid;
  return { asOf: monthEnd(last), source: 'inferred' };
}

// In so many days somebody pays.
const longestPause = 366;

function latestOf(days: readonly string[]): string | undefined {
  return days[Math.max(0, Math.ceil(days.length * 0.998) - 1)];
}
