import type { PreparedSheet } from './prepare-sheets.ts';
import { ProblemList } from './records/problem-list.ts';
import { TableRow } from './records/table-row.ts';
import { codeKey } from './values/read-code.ts';

/**
 * A hidden sheet that repeats what visible sheets hold is an old copy. A hidden sheet with records of its own is read:
 * people hide what is settled.
 */
export function markOldCopies(sheets: readonly PreparedSheet[]): PreparedSheet[] {
  if (!sheets.some((sheet) => sheet.sheet.isHidden && sheet.tables.length > 0)) return [...sheets];
  const visible = new Set(sheets.filter((sheet) => !sheet.sheet.isHidden).flatMap((sheet) => keysOf(sheet)));
  return sheets.map((sheet) => {
    if (!sheet.sheet.isHidden || sheet.tables.length === 0) return sheet;
    const keys = keysOf(sheet);
    const known = keys.filter((key) => visible.has(key)).length;
    return keys.length > 0 && known >= keys.length * 0.5 ? { ...sheet, role: 'old_copy' } : sheet;
  });
}

/** What tells the sheet's records apart: numbers where it has them, else who and how much. */
function keysOf({ tables }: PreparedSheet): string[] {
  const silent = new ProblemList();
  return tables.flatMap((table) =>
    table.raw.recordRows.map((index) => {
      const row = new TableRow(table, index, silent);
      const number = row.code('loan.receiptNo') ?? row.code('loan.contractNo') ?? row.code('customer.customerNo');
      return `${table.context}|${number ? codeKey(number) : `${row.name('customer.name')?.name ?? ''}|${row.text('loan.principal') ?? ''}`}`;
    }),
  );
}
