import { civilParts, type CivilDate } from '@loanbook/engine/civil-date.ts';
import { sql } from 'kysely';
import type { Tx } from './transaction.ts';

/** 'customer', 'loan-YYYYMM' or 'receipt-YYYYMMDD'. */
export type SeriesName = 'customer' | `loan-${string}` | `receipt-${string}`;

/**
 * Takes `count` numbers without a gap and returns the first. The series' row stays locked until the transaction ends,
 * so take numbers late. The caller goes on taking while a number is already in use (imported books bring their own).
 */
export async function takeNumbers(tx: Tx, series: SeriesName, count = 1): Promise<number> {
  const row = await tx.db
    .insertInto('number_series')
    .values({ institution_id: tx.institutionId, name: series, last_number: count })
    .onConflict((conflict) => conflict.columns(['institution_id', 'name']).doUpdateSet({ last_number: sql<number>`number_series.last_number + ${count}` }))
    .returning('last_number')
    .executeTakeFirstOrThrow();
  return row.last_number - count + 1;
}

/** K000001. */
export function customerNo(number: number): string {
  return `K${String(number).padStart(6, '0')}`;
}

/** Series of one month's loans: 'loan-202601'. */
export function loanSeries(disbursedOn: CivilDate): SeriesName {
  return `loan-${disbursedOn.slice(0, 7).replace('-', '')}`;
}

/** 借据号 J202601-0001. */
export function loanReceiptNo(disbursedOn: CivilDate, number: number): string {
  const { year, month } = civilParts(disbursedOn);
  return `J${year}${String(month).padStart(2, '0')}-${String(number).padStart(4, '0')}`;
}

/** Series of one day's receipts: 'receipt-20260115'. */
export function receiptSeries(paidOn: CivilDate): SeriesName {
  return `receipt-${paidOn.replaceAll('-', '')}`;
}

/** 收据号 S20260115-001. */
export function receiptNo(paidOn: CivilDate, number: number): string {
  return `S${paidOn.replaceAll('-', '')}-${String(number).padStart(3, '0')}`;
}
