import type { Field } from './field.ts';
import type { LedgerList } from './ledger-lists.ts';

/** How a field gathers rows; null: not at all. Names and numbers of people would make a group of each row. */
export type GroupShape = 'value' | 'month' | 'band';

export function groupShape(field: Field): GroupShape | null {
  if (!field.isFilterable || field.mask !== undefined) return null;
  switch (field.type) {
    case 'choice':
    case 'boolean': return 'value';
    case 'text': return field.sensitivity === 'C1' ? 'value' : null;
    case 'date': return 'month';
    case 'money': return 'band';
    case 'code':
    case 'percent':
    case 'integer':
    case 'date_time':
    case 'tags': return null;
    default: return field.type satisfies never;
  }
}

export function groupFields(list: LedgerList): readonly Field[] {
  return list.fields.filter((field) => groupShape(field) !== null);
}

/** Lower ends of the bands of amounts in yuan, rising; the first holds everything below the second. */
export const amountBandsYuan = [0, 10_000, 50_000, 100_000, 300_000, 500_000, 1_000_000, 5_000_000, 10_000_000] as const;
