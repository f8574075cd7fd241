import type { StoredValue } from '../../platform/lists/list-cells.ts';
import type { ExportSheet } from './export-sheet.ts';

/** What the summed columns of some rows come to, in fen; the other columns stay 0. */
export class SheetSums {
  readonly #sheet: ExportSheet;
  readonly #addends: readonly number[];
  #sums: bigint[] = [];

  constructor(sheet: ExportSheet) {
    this.#sheet = sheet;
    this.#addends = addendIndexes(sheet);
    this.clear();
  }

  clear(): void {
    this.#sums = this.#sheet.columns.map(() => 0n);
  }

  add(row: readonly StoredValue[]): void {
    this.#sheet.columns.forEach(({ field }, index) => {
      const value = field.isSummed ? row[this.#addends[index] ?? index] : null;
      if (typeof value === 'number') this.#sums[index] = (this.#sums[index] ?? 0n) + BigInt(value);
    });
  }

  /** Fen of one column. */
  at(index: number): number {
    return Number(this.#sums[index] ?? 0n);
  }
}

/** Where in a row stands what each column adds to its sum: its own cell, or the `sumValue` behind the cells. */
function addendIndexes(sheet: ExportSheet): number[] {
  let behind = sheet.columns.length;
  return sheet.columns.map(({ column }, index) => (column.sumValue === undefined ? index : behind++));
}
