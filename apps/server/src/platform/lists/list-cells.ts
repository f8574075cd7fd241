import type { Field } from '@loanbook/contract/fields/field.ts';
import type { Cell } from '@loanbook/contract/list-query.ts';
import { fen, formatYuan } from '@loanbook/engine/money.ts';
import { formatPercent, rateE8 } from '@loanbook/engine/rate.ts';
import type { ListColumn } from './list-definition.ts';

/** A value as the database gives it: fen, 1e-8 or 1e-4 as numbers, days and masks as text. */
export type StoredValue = string | number | boolean | readonly string[] | null;

/** fen → "1234.50", 1e-8 → "12.0000", 1e-4 (a multiplier) → "1.5000"; the rest crosses the wire as it is. */
export function listCell(field: Field, column: ListColumn, value: StoredValue): Cell {
  if (value === null) return null;
  if (typeof value === 'number') {
    if (field.type === 'money') return formatYuan(fen(value));
    if (field.type === 'percent') return formatPercent(rateE8(column.percentUnit === 'multiplier_e4' ? value * 100 : value));
    return value;
  }
  return typeof value === 'object' ? [...value] : value;
}
