import type { ImportProblem } from '@loanbook/contract/features/imports.ts';
import type { ImportedColumn, ImportedFile, RecordTableName } from './mapping-draft.ts';

export interface RecordPlace {
  readonly file: string;
  readonly sheet: string;
  readonly row: number;
}

/** "H10" → column H, row 10; null where a problem is about a whole sheet. */
export function cellAddress(cell: string): { readonly letter: string; readonly row: number } | null {
  const match = /^([A-Z]+)(\d+)$/.exec(cell);
  return match ? { letter: match[1] ?? '', row: Number(match[2]) } : null;
}

/** The recognised column a problem's cell stands in. */
export function problemColumn(files: readonly ImportedFile[], problem: Pick<ImportProblem, 'file' | 'sheet' | 'cell'>): ImportedColumn | null {
  const address = cellAddress(problem.cell);
  if (address === null) return null;
  const sheet = files.find((file) => file.name === problem.file)?.sheets.find((candidate) => candidate.name === problem.sheet);
  const table = sheet?.tables.find((candidate) => candidate.firstRow <= address.row && address.row <= candidate.lastRow) ?? sheet?.tables[0];
  return table?.columns.find((column) => column.letter === address.letter) ?? null;
}

/** Where a loan or receipt row shows what its line says about the borrower or the loan. */
const shownElsewhere: Readonly<Record<string, string>> = {
  'loan customer name': 'customerName', 'loan customer idNumber': 'customerIdNumber', 'repayment customer name': 'customerName', 'repayment loan receiptNo': 'receiptNo', 'repayment loan contractNo': 'contractNo',
  'installment loan receiptNo': 'receiptNo', 'installment loan contractNo': 'contractNo',
};

/** The cell of a previewed row that a problem belongs to, or null: then it is about the row. */
export function problemKey(files: readonly ImportedFile[], shownTable: RecordTableName, problem: Pick<ImportProblem, 'file' | 'sheet' | 'cell'>): string | null {
  const column = problemColumn(files, problem);
  if (column === null || column.table === null || column.key === null) return null;
  if (column.table === shownTable) return column.key;
  return shownElsewhere[`${shownTable} ${column.table} ${column.key}`] ?? null;
}
