import type { CellFix, Import, importsRoutes } from '@loanbook/contract/features/imports.ts';
import type { RequestBody } from '../../platform/client.ts';

export type ImportedFile = Import['files'][number];
export type ImportedSheet = ImportedFile['sheets'][number];
export type ImportedTable = ImportedSheet['tables'][number];
export type ImportedColumn = ImportedTable['columns'][number];
export type RecordTableName = NonNullable<ImportedColumn['table']>;
export type MoneyUnit = NonNullable<ImportedColumn['unit']>;

/** What a column is to be read as. */
export interface ColumnTarget {
  readonly table: RecordTableName;
  readonly key: string;
  readonly unit?: MoneyUnit;
}

/** A person's corrections of the recognition: sheets by `file#sheet`, columns by table id and index; null: the column is left out. */
export interface MappingDraft {
  readonly asOf: string | null;
  readonly roles: Readonly<Record<string, string>>;
  readonly columns: Readonly<Record<string, Readonly<Record<string, ColumnTarget | null>>>>;
  /** Cells retyped since the last reading; what was retyped before, the server keeps. */
  readonly cells: readonly CellFix[];
}

const rolesWithoutRecords: ReadonlySet<string> = new Set(['summary', 'notes']);

export const emptyDraft: MappingDraft = { asOf: null, roles: {}, columns: {}, cells: [] };

export function sheetKey(fileName: string, sheetName: string): string {
  return `${fileName}#${sheetName}`;
}

/** Choosing what was recognised anyway takes the correction back. */
export function withRole(draft: MappingDraft, sheet: string, role: string, recognisedRole: string): MappingDraft {
  const { [sheet]: _former, ...others } = draft.roles;
  return { ...draft, roles: role === recognisedRole ? others : { ...others, [sheet]: role } };
}

export function withColumn(draft: MappingDraft, tableId: string, column: ImportedColumn, target: ColumnTarget | null): MappingDraft {
  const { [column.index]: _former, ...others } = draft.columns[tableId] ?? {};
  const columns = isSameTarget(target, recognisedTarget(column)) && column.confidence !== 'unknown' ? others : { ...others, [column.index]: target };
  const { [tableId]: _formerTable, ...otherTables } = draft.columns;
  return { ...draft, columns: Object.keys(columns).length === 0 ? otherTables : { ...otherTables, [tableId]: columns } };
}

type CellPlace = Pick<CellFix, 'file' | 'sheet' | 'cell'>;

function isSamePlace(left: CellPlace, right: CellPlace): boolean {
  return left.file === right.file && left.sheet === right.sheet && left.cell === right.cell;
}

/** The cells shall read as this text; null: as they stand in the file; undefined: nothing is to change about them. */
export function withCells(draft: MappingDraft, places: readonly CellPlace[], text: string | null | undefined): MappingDraft {
  const others = draft.cells.filter((fix) => !places.some((place) => isSamePlace(place, fix)));
  return { ...draft, cells: text === undefined ? others : [...others, ...places.map(({ file, sheet, cell }) => ({ file, sheet, cell, text }))] };
}

/** What was typed for a cell and waits to be read; undefined: nothing. */
export function typedCell(draft: MappingDraft, place: CellPlace): string | null | undefined {
  return draft.cells.find((fix) => isSamePlace(fix, place))?.text;
}

/** How the column will be read: as corrected, else as recognised; null: not taken. */
export function targetOf(draft: MappingDraft, tableId: string, column: ImportedColumn): ColumnTarget | null {
  const corrected = draft.columns[tableId]?.[column.index];
  return corrected === undefined ? recognisedTarget(column) : corrected;
}

export function isColumnCorrected(draft: MappingDraft, tableId: string, column: ImportedColumn): boolean {
  return draft.columns[tableId]?.[column.index] !== undefined;
}

export function correctionCount(draft: MappingDraft): number {
  const columnCount = Object.values(draft.columns).reduce((sum, columns) => sum + Object.keys(columns).length, 0);
  return (draft.asOf === null ? 0 : 1) + Object.keys(draft.roles).length + columnCount + draft.cells.length;
}

/** Later corrections win over earlier ones of the same sheet or column: the server takes the whole set each time. */
export function mergedDraft(earlier: MappingDraft, later: MappingDraft): MappingDraft {
  const tableIds = new Set([...Object.keys(earlier.columns), ...Object.keys(later.columns)]);
  return {
    asOf: later.asOf ?? earlier.asOf,
    roles: { ...earlier.roles, ...later.roles },
    columns: Object.fromEntries([...tableIds].map((tableId) => [tableId, { ...earlier.columns[tableId], ...later.columns[tableId] }])),
    cells: later.cells,
  };
}

/** The corrections that the server keeps for an import, by whomever and in whichever browser they were made. */
export function draftOf({ asOf, sheets, columns }: Import['corrections']): MappingDraft {
  return {
    asOf: asOf ?? null,
    roles: Object.fromEntries(Object.entries(sheets).map(([sheet, { role }]) => [sheet, role])),
    columns: Object.fromEntries(Object.entries(columns).map(([tableId, targets]) => [tableId, Object.fromEntries(Object.entries(targets).map(([index, target]) => [index, target === null ? null : targetFrom(target)]))])),
    cells: [],
  };
}

function targetFrom({ table, key, unit }: NonNullable<Import['corrections']['columns'][string][string]>): ColumnTarget {
  return { table, key, ...(unit !== undefined && { unit }) };
}

/**
 * The whole set for the server. Where the reader took a table for no ledger at all, a person's columns alone decide what it
 * is, so the columns it did recognise are sent along with theirs.
 */
export function correctionsBody(draft: MappingDraft, files: readonly ImportedFile[]): RequestBody<typeof importsRoutes.correct> {
  const columns = { ...draft.columns };
  for (const table of files.flatMap((file) => file.sheets).filter((sheet) => rolesWithoutRecords.has(sheet.role)).flatMap((sheet) => sheet.tables)) {
    const corrected = draft.columns[table.id];
    if (corrected !== undefined) columns[table.id] = { ...recognisedTargets(table), ...corrected };
  }
  return {
    ...(draft.asOf !== null && { asOf: draft.asOf }),
    sheets: Object.fromEntries(Object.entries(draft.roles).map(([sheet, role]) => [sheet, { role }])),
    columns: Object.fromEntries(Object.entries(columns).map(([tableId, targets]) => [tableId, { ...targets }])),
    ...(draft.cells.length > 0 && { cells: [...draft.cells] }),
  };
}

function recognisedTargets(table: ImportedTable): Record<string, ColumnTarget> {
  return Object.fromEntries(table.columns.flatMap((column) => {
    const target = recognisedTarget(column);
    return target === null ? [] : [[column.index, target]];
  }));
}

function recognisedTarget(column: ImportedColumn): ColumnTarget | null {
  if (column.table === null || column.key === null) return null;
  return { table: column.table, key: column.key, ...(column.unit !== undefined && { unit: column.unit }) };
}

function isSameTarget(left: ColumnTarget | null, right: ColumnTarget | null): boolean {
  return left?.table === right?.table && left?.key === right?.key && (left?.unit ?? 'yuan') === (right?.unit ?? 'yuan');
}
