import type { PreparedSheet } from '../prepare-sheets.ts';
import { isRecordless } from '../tables/sheet-role.ts';
import type { ProblemList } from '../records/problem-list.ts';

/** A file in which no records were found, but tables: says what is missing, so that a person can map the columns. */
export function checkRecognised(sheets: readonly PreparedSheet[], problems: ProblemList): void {
  if (sheets.some((sheet) => !isRecordless(sheet.role))) return;
  const tables = sheets.filter((sheet) => sheet.role === 'summary').flatMap((sheet) => sheet.tables);
  for (const table of tables) {
    const at = { file: table.file, sheet: table.sheet.name, row: table.raw.headerRows[0] ?? table.raw.recordRows[0] ?? 0, column: 0 };
    problems.add(at, {
      kind: 'schema_mismatch',
      value: table.map.columns.map((column) => column.header).filter((header) => header !== '').slice(0, 12).join(' | '),
      zh: '没有认出台账：缺少能确定客户或贷款的列（姓名、证件号、客户编号、合同号或借据号），请指定各列的含义',
      en: 'No ledger recognised: no column tells whose or which loan a row is (name, ID, customer, contract or 借据 number); say what the columns hold',
    });
  }
}
