import type { DecodedFile, SheetGrid } from './decode/cell-grid.ts';
import type { MappingCorrections, SheetReading, SheetRole } from './ledger-reading.ts';
import { preparePlainTable } from './prepare-plain-table.ts';
import { prepareTable } from './prepare-table.ts';
import type { PreparedTable } from './records/prepared-table.ts';
import { isDictionarySheet, type CodeDictionary } from './tables/code-dictionary.ts';
import { findTables } from './tables/find-tables.ts';
import { isRecordless, roleByName, roleWithoutTables } from './tables/sheet-role.ts';
import { splitSideBySide } from './tables/split-tables.ts';
import { isPersonName } from './tables/table-defaults.ts';

export interface PreparedSheet {
  readonly file: string;
  readonly sheet: SheetGrid;
  readonly role: SheetRole;
  readonly tables: readonly PreparedTable[];
}

/** Finds and maps every table of a file. Sheets without records keep a role that says why. */
export function prepareSheets(file: DecodedFile, dictionary: CodeDictionary, corrections: MappingCorrections | undefined): PreparedSheet[] {
  const isManagerList = file.sheets.filter((sheet) => isPersonName(sheet.name)).length >= 2;
  return file.sheets.map((sheet) => prepareSheet({ file: file.name, sheet, dictionary, corrections, isManagerList }));
}

interface PrepareSheetInput {
  readonly file: string;
  readonly sheet: SheetGrid;
  readonly dictionary: CodeDictionary;
  readonly corrections: MappingCorrections | undefined;
  /** Sheets are named after people: one for each manager. */
  readonly isManagerList: boolean;
}

function prepareSheet({ file, sheet, dictionary, corrections, isManagerList }: PrepareSheetInput): PreparedSheet {
  const forced = corrections?.sheets?.[`${file}#${sheet.name}`]?.role;
  const empty = (role: SheetRole): PreparedSheet => ({ file, sheet, role, tables: [] });
  if (forced && isRecordless(forced)) return empty(forced);
  if (!forced && isDictionarySheet(sheet)) return empty('notes');
  const raw = findTables(sheet).flatMap((table) => splitSideBySide(sheet, table));
  const prepared = raw.flatMap((table, index) => prepareTable({ file, sheet, table, id: `${file}#${sheet.name}#${index + 1}`, dictionary, corrections, forced, isManagerList }) ?? []);
  const named = forced ? null : roleByName(sheet);
  if (named) return { file, sheet, role: named, tables: prepared.map((table) => ({ ...table, role: named })) };
  if (prepared.length === 0) {
    const plain = preparePlainTable({ file, sheet, id: `${file}#${sheet.name}#1`, dictionary, corrections, forced, isManagerList });
    if (plain && !isRecordless(plain.role)) return { file, sheet, role: plain.role, tables: [plain] };
    return { ...empty(roleWithoutTables(sheet, raw.length > 0)), tables: plain ? [plain] : [] };
  }
  const roles = [...new Set(prepared.map((table) => table.role))];
  return { file, sheet, role: forced ?? combinedRole(roles), tables: prepared };
}

function combinedRole(roles: readonly SheetRole[]): SheetRole {
  const [first] = roles;
  if (first && roles.length === 1) return first;
  const parts = [...new Set(roles.flatMap((role) => role.split('+')))];
  return parts.join('+') as SheetRole; // parts come from SheetRole, whose combinations are joined with +
}

/** The sheet as the result shows it. */
export function sheetReading({ sheet, role, tables }: PreparedSheet, columnsOf: (table: PreparedTable) => SheetReading['tables'][number]): SheetReading {
  return { name: sheet.name, role, isHidden: sheet.isHidden, rowCount: sheet.rows.length, tables: tables.map((table) => columnsOf(table)) };
}
