import { cellAddress } from '../decode/cell-grid.ts';
import type { Problem, ProblemKind } from '../ledger-reading.ts';

/** A cell by file, sheet, row and column; rows and columns from 0. */
export interface CellAt {
  readonly file: string;
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
}

export interface ProblemNote {
  readonly kind: ProblemKind;
  readonly value: string;
  readonly zh: string;
  readonly en: string;
  readonly severity?: Problem['severity'];
  /** Problems with the same key are reported once: the same fact repeated on a hundred lines is one problem. */
  readonly once?: string;
}

/** The problems of one reading in the order found; one for a cell and kind. */
export class ProblemList {
  readonly #problems: Problem[] = [];
  readonly #seen = new Set<string>();

  add(at: CellAt, note: ProblemNote): void {
    const cell = cellAddress(at.row, at.column);
    const key = note.once ?? `${at.file}|${at.sheet}|${cell}|${note.kind}`;
    if (this.#seen.has(key)) return;
    this.#seen.add(key);
    this.#problems.push({
      file: at.file,
      sheet: at.sheet,
      cell,
      kind: note.kind,
      value: note.value.slice(0, 200),
      messageZh: note.zh,
      messageEn: note.en,
      severity: note.severity ?? 'error',
    });
  }

  all(): readonly Problem[] {
    return this.#problems;
  }
}
