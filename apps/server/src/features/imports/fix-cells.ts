import type { Import } from '@loanbook/contract/features/imports.ts';
import type { MappingCorrections } from '@loanbook/ledger-reader/ledger-reading.ts';
import type { Tx } from '../../platform/database.ts';
import { maskLongNumbers } from '../../platform/mask.ts';
import { sealerOf, type Sealer } from '../../platform/sealing.ts';

/** A cell of an uploaded file as a person retyped it; the file itself stays as it came. */
export interface FixedCell {
  readonly file: string;
  readonly sheet: string;
  readonly cell: string;
  readonly text: string;
  readonly by: string;
  readonly at: string;
}

export interface CellFix extends Pick<FixedCell, 'file' | 'sheet' | 'cell'> {
  /** null: the cell shall be read as it stands in the file again. */
  readonly text: string | null;
}

/** Adds fixes to those kept, sealed: a retyped cell may be an ID number. A later fix of a cell replaces the earlier one. Returns all. */
export async function keepFixedCells(tx: Tx, importId: string, fixes: readonly CellFix[]): Promise<FixedCell[]> {
  const kept = await readFixedCells(tx, importId);
  if (fixes.length === 0) return kept;
  const byPlace = new Map(kept.map((one) => [placeOf(one), one]));
  for (const { text, ...place } of fixes) {
    if (text === null) byPlace.delete(placeOf(place));
    else byPlace.set(placeOf(place), { ...place, text, by: tx.actor.name, at: tx.now.toISOString() });
  }
  const cells = [...byPlace.values()];
  const sealed = (await sealerOf(tx)).sealBytes('import_batch', 'cells', importId, Buffer.from(JSON.stringify(cells)));
  await tx.db.updateTable('import_batch').set({ cells_sealed: cells.length === 0 ? null : sealed }).where('import_id', '=', importId).execute();
  return cells;
}

export async function readFixedCells(tx: Tx, importId: string): Promise<FixedCell[]> {
  const row = await tx.db.selectFrom('import_batch').select('cells_sealed').where('import_id', '=', importId).executeTakeFirst();
  return openFixedCells(await sealerOf(tx), importId, row?.cells_sealed ?? null);
}

export function openFixedCells(sealer: Sealer, importId: string, sealed: Buffer | null): FixedCell[] {
  // as: only keepFixedCells wrote it, and the seal proves that it is unchanged.
  return sealed === null ? [] : (JSON.parse(sealer.openBytes('import_batch', 'cells', importId, sealed).toString('utf8')) as FixedCell[]);
}

/** As a person may see them again: long numbers masked, like all that an import shows. */
export function shownFixedCells(cells: readonly FixedCell[]): Import['fixedCells'] {
  return cells.map((one) => ({ ...one, text: maskLongNumbers(one.text) }));
}

/** As the reader takes them. */
export function cellCorrections(cells: readonly FixedCell[]): NonNullable<MappingCorrections['cells']> {
  const bySheet: Record<string, Record<string, string>> = {};
  for (const { file, sheet, cell, text } of cells) (bySheet[`${file}#${sheet}`] ??= {})[cell] = text;
  return bySheet;
}

function placeOf({ file, sheet, cell }: Pick<FixedCell, 'file' | 'sheet' | 'cell'>): string {
  return `${file}\n${sheet}\n${cell}`;
}
