import type { RecordTable } from '../ledger-reading.ts';
import type { ColumnMeaning } from '../tables/column-meaning.ts';
import type { ColumnMap } from '../tables/map-columns.ts';

export type PresentKey<Key extends string> = readonly [key: Key, meaning: ColumnMeaning];

const remembered = new WeakMap<ColumnMap, Map<readonly string[], readonly PresentKey<string>[]>>();

/** Those of a list's keys for which the table has a column, with its meaning; asked for each row, so remembered for each list. */
export function presentKeys<Key extends string>(map: ColumnMap, table: RecordTable, keys: readonly Key[]): readonly PresentKey<Key>[] {
  const lists = remembered.get(map) ?? new Map<readonly string[], readonly PresentKey<string>[]>();
  remembered.set(map, lists);
  const known = lists.get(keys) as readonly PresentKey<Key>[] | undefined; // stored below under the same list
  if (known) return known;
  const present = keys.map((key): PresentKey<Key> => [key, `${table}.${key}`]).filter(([, meaning]) => map.byMeaning.has(meaning));
  lists.set(keys, present);
  return present;
}
