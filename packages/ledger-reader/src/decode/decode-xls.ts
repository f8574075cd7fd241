import { readXls } from 'hucre';
import type { SheetGrid } from './cell-grid.ts';
import { UnreadableFile } from './unreadable-file.ts';
import { workbookGrids } from './workbook-grids.ts';
import { readOleStream } from './xls/read-ole-stream.ts';
import { readXlsMarks, type XlsMarks } from './xls/read-xls-marks.ts';

/** Reads every sheet of an .xls (BIFF8). @throws UnreadableFile, or an error of the container */
export async function decodeXls(name: string, bytes: Uint8Array): Promise<SheetGrid[]> {
  const stream = readOleStream(bytes, ['Workbook', 'Book']);
  const marks = stream ? marksOrNone(stream) : null;
  if (marks?.isLocked) throw new UnreadableFile(name, '文件有密码保护，请在 Excel 里去掉密码后再导入。', 'The file is protected by a password; remove it in Excel and try again.');
  const grids = workbookGrids(await readXls(bytes));
  if (!marks || marks.sheets.length !== grids.length) return grids;
  return grids.map((grid, index) => ({ ...grid, ...marks.sheets[index], ...(marks.isDate1904 ? { isDate1904: true as const } : {}) }));
}

/** Colours are worth having, but a workbook whose cells can be read is not refused for them. */
function marksOrNone(stream: Uint8Array): XlsMarks | null {
  try {
    return readXlsMarks(stream);
  } catch (cause) {
    if (cause instanceof RangeError) return null;
    throw cause;
  }
}
