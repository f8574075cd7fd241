import { readXlsx } from 'hucre';
import type { SheetGrid } from './cell-grid.ts';
import { workbookGrids } from './workbook-grids.ts';
import { readSharedStrings } from './xlsx/read-shared-strings.ts';
import { mostCells, readSheet, type WorkbookParts } from './xlsx/read-sheet.ts';
import { readStyles } from './xlsx/read-styles.ts';
import { readWorkbook } from './xlsx/read-workbook.ts';
import { guardZip } from './zip-guard.ts';
import { ZipFile } from './zip-file.ts';

/**
 * Reads every sheet of an .xlsx as it unpacks: cached values only, formulas are never evaluated.
 * @throws UnreadableFile, or an error of the zip or the XML
 */
export async function decodeXlsx(name: string, bytes: Uint8Array): Promise<SheetGrid[]> {
  const zip = new ZipFile(name, bytes, guardZip(name, bytes));
  const workbook = readWorkbook(zip);
  if (!workbook) return workbookGrids(await readXlsx(bytes));
  const styles = workbook.stylesPath === null ? null : zip.text(workbook.stylesPath);
  const parts: WorkbookParts = {
    fileName: name,
    strings: workbook.stringsPath === null ? [] : await readSharedStrings(zip.pieces(workbook.stringsPath)),
    formats: styles === null ? [] : readStyles(styles),
    isDate1904: workbook.isDate1904,
    budget: { cells: mostCells },
  };
  const grids: SheetGrid[] = [];
  for (const sheet of workbook.sheets) {
    const content = await readSheet(zip.pieces(sheet.path), parts);
    grids.push({ name: sheet.name, isHidden: sheet.isHidden, ...content, ...(workbook.isDate1904 ? { isDate1904: true as const } : {}) });
  }
  return grids;
}
