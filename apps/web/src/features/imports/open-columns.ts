import type { ImportedColumn, ImportedFile, ImportedTable } from './mapping-draft.ts';

export interface OpenColumn {
  readonly tableId: string;
  readonly column: ImportedColumn;
}

/** Sheets of these roles hold no records, so their columns ask nothing of anybody. */
const recordlessRoles: ReadonlySet<string> = new Set(['notes', 'old_copy', 'ignored']);

export function isRecordless(role: string): boolean {
  return recordlessRoles.has(role);
}

/** 第1期 / 日期: the reader takes these columns together, one receipt for each period. */
export function isPeriodColumn(column: ImportedColumn): boolean {
  return column.table === null && /^\s*第?\s*(?:\d{1,3}|[一二三四五六七八九十]{1,3})\s*期/.test(column.header);
}

/** Not recognised, although there is something in it. */
export function isOpenColumn(column: ImportedColumn): boolean {
  return column.confidence === 'unknown' && !isPeriodColumn(column);
}

export function openColumnsOf(table: ImportedTable): ImportedColumn[] {
  return table.columns.filter(isOpenColumn);
}

/** Every column that a person may still have to name. */
export function openColumns(files: readonly ImportedFile[]): OpenColumn[] {
  return files.flatMap((file) => file.sheets.filter((sheet) => !isRecordless(sheet.role)).flatMap((sheet) => sheet.tables.flatMap((table) => openColumnsOf(table).map((column) => ({ tableId: table.id, column })))));
}

/** Headings of several rows come joined; one that says the same twice is shown once. */
export function shownHeader(header: string): string {
  return [...new Set(header.split(' / '))].filter((part) => part.trim() !== '').join(' / ');
}
