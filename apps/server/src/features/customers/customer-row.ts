import type { CustomerFacts } from '@loanbook/contract/features/customers.ts';
import { parseYuan } from '@loanbook/engine/money.ts';
import type { Insertable, Updateable } from 'kysely';
import type { CustomerTable } from '../../platform/database-schema.ts';
import type { Sealer } from '../../platform/sealing.ts';
import { customerColumns } from './customer-columns.ts';
import type { SearchableName } from './customer-name.ts';

/** Columns of the facts that are given; a fact that is null empties its columns, an absent one leaves them alone. */
export function factColumns(sealer: Sealer, customerId: string, facts: Partial<CustomerFacts>): Updateable<CustomerTable> {
  const columns: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(facts)) {
    const stored = customerColumns.get(key);
    if (!stored) throw new Error(`a customer has no ${key}`);
    if (value === undefined) continue;
    switch (stored.kind) {
      case 'plain':
        columns[stored.column] = plainValue(key, value);
        break;
      case 'money':
        columns[stored.column] = typeof value === 'string' ? parseYuan(value) : null;
        break;
      case 'sealed': {
        const field = sealer.sealField('customer', stored.column, customerId, typeof value === 'string' ? value : null);
        columns[`${stored.column}_sealed`] = field.sealed;
        columns[`${stored.column}_mask`] = field.mask;
        columns[`${stored.column}_index`] = field.index;
        if (stored.column === 'id_number' || stored.column === 'mobile') columns[`${stored.column}_tail_index`] = field.tailIndex;
        break;
      }
      default:
        stored satisfies never;
    }
  }
  return columns;
}

/** An empty text is an absent fact, so that "empty" finds both. */
function plainValue(key: string, value: unknown): unknown {
  if (key === 'tags') return value ?? [];
  if (key === 'blacklisted') return value ?? false;
  return value === '' ? null : value;
}

export function nameColumns(name: string, searchable: SearchableName): Pick<Insertable<CustomerTable>, 'name' | 'name_pinyin' | 'name_initials'> {
  return { name, name_pinyin: searchable.pinyin, name_initials: searchable.initials };
}
