import type { CellMarks } from '../cell-grid.ts';

const columnsPerRow = 16_384;

/** The marks of a sheet's cells, kept as one small number for each cell: a million objects would not fit the reader's memory. */
export class SheetMarks {
  readonly #styles: readonly (CellMarks | null)[];
  readonly #rows = new Map<number, Uint16Array>();
  size = 0;

  /** `styles`: what each cell format of the workbook says. */
  constructor(styles: readonly (CellMarks | null)[]) {
    this.#styles = styles;
  }

  /** Notes the format of a cell; formats that say nothing are not kept. */
  note(row: number, column: number, style: number): void {
    if (!this.#styles[style]) return;
    let formats = this.#rows.get(row);
    if (!formats || column >= formats.length) {
      const wider = new Uint16Array(Math.max(column + 1, formats ? formats.length * 2 : 16));
      if (formats) wider.set(formats);
      formats = wider;
      this.#rows.set(row, wider);
    }
    formats[column] = style + 1;
    this.size += 1;
  }

  get(key: number): CellMarks | undefined {
    const style = this.#rows.get(Math.floor(key / columnsPerRow))?.[key % columnsPerRow] ?? 0;
    return style === 0 ? undefined : (this.#styles[style - 1] ?? undefined);
  }
}
