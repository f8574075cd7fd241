import { isDateCell, isErrorCell, type CellContent } from '../decode/cell-grid.ts';
import { isEmptyWord, longestCell, visibleText } from '../text/clean-text.ts';

/** A number that names something (借据号, 合同编号, 流水号), as written but for invisible characters; null when empty. */
export function readCode(content: CellContent | undefined): string | null {
  if (content === null || content === undefined || typeof content === 'boolean' || isErrorCell(content)) return null;
  if (isDateCell(content)) return content.date;
  const text = typeof content === 'number' ? String(content) : visibleText(content).replace(/^'/, '');
  return isEmptyWord(text) || text.length > longestCell ? null : text;
}

/** The form in which two spellings of one code are equal: width, case, spaces, hyphens and brackets do not count. */
export function codeKey(code: string): string {
  return code.normalize('NFKC').replace(/[\s_\-–—]/g, '').replace(/[〔[【]/g, '(').replace(/[〕\]】]/g, ')').toUpperCase();
}
