import type { SheetGrid } from '../decode/cell-grid.ts';
import type { SheetRole } from '../ledger-reading.ts';
import type { ColumnMap } from './map-columns.ts';
import type { TableContext } from './header-rule.ts';

const copyNames = /旧|备份|作废|副本|历史版本|copy|bak|backup|old/i;
const templateNames = /模板|模版|样表|表样|样例|示例|范例|填写样|空白|空表|template/i;
const summaryNames = /汇总|统计|报表|分析|总表|透视|summary|pivot/i;

/** Whether a table's columns say whose loan or which loan a row is about; without that it is a summary. */
export function hasKeyColumns(map: ColumnMap): boolean {
  return ['customer.name', 'customer.idNumber', 'customer.customerNo', 'loan.receiptNo', 'loan.contractNo'].some((meaning) => [...map.byMeaning.keys()].includes(meaning as never)); // `never`: the list holds ColumnMeanings by construction
}

/** The role of one table. */
export function tableRole(context: TableContext, hasLoanColumns: boolean, isWide: boolean): SheetRole {
  switch (context) {
    case 'customer':
      return 'customers';
    case 'loan':
      return isWide ? 'loans+repayments' : 'loans';
    case 'repayment':
      return hasLoanColumns ? 'repayments+loans' : 'repayments';
    case 'installment':
      return 'installments';
    case 'overdue':
      return 'overdue';
    default:
      return context satisfies never;
  }
}

/** Whether a role means that the sheet's tables are not read. */
export function isRecordless(role: SheetRole): boolean {
  return role === 'summary' || role === 'notes' || role === 'old_copy' || role === 'ignored';
}

/** A sheet that holds no records whatever its columns: an old copy, a template. */
export function roleByName(sheet: SheetGrid): SheetRole | null {
  if (templateNames.test(sheet.name)) return 'ignored';
  if (copyNames.test(sheet.name)) return 'old_copy';
  return null;
}

/** The role of a sheet in which no table of records was found. */
export function roleWithoutTables(sheet: SheetGrid, hasHeadings: boolean): SheetRole {
  let numbers = 0;
  let texts = 0;
  for (const row of sheet.rows) {
    for (const cell of row) {
      if (typeof cell === 'number') numbers += 1;
      else if (typeof cell === 'string' && /^[\d.,%-]+$/.test(cell.trim())) numbers += 1;
      else if (typeof cell === 'string') texts += 1;
    }
  }
  if (numbers + texts === 0 || /担保人|保证人|抵押物|质押物|押品/.test(sheet.name)) return 'ignored';
  return hasHeadings || summaryNames.test(sheet.name) || numbers > texts * 0.3 ? 'summary' : 'notes';
}
