import type { ImportProblem } from '@loanbook/contract/features/imports.ts';
import { problemKindText } from '@loanbook/contract/problem-kinds.ts';
import { decodeFile } from '@loanbook/ledger-reader/decode/decode-file.ts';
import { cellPlace, contentText } from '@loanbook/ledger-reader/decode/cell-grid.ts';
import { readXls } from 'hucre';
import { openXlsx, saveXlsx, writeXlsx, type Cell, type Sheet, type WriteSheet } from 'hucre/xlsx';

type Language = 'zh' | 'en';

export interface MarkedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Violets, the graver the deeper: every other ground colour means something in somebody's ledger, red and yellow above all. */
export const markFills: Readonly<Record<ImportProblem['severity'], string>> = { error: 'D9A6F2', warning: 'E6CCF5', info: 'F1E4FA' };
const gravest: readonly ImportProblem['severity'][] = ['info', 'warning', 'error'];

/**
 * The person's own workbook with each doubtful cell filled and commented: what is wrong, what to do. An .xlsx keeps its
 * sheets, formats and widths; another kind of file becomes an .xlsx of the same cells.
 * @throws UnreadableFile
 */
export async function markWorkbook({ name, bytes }: MarkedFile, problems: readonly ImportProblem[], language: Language): Promise<Uint8Array> {
  const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b;
  if (isZip) {
    const workbook = await openXlsx(bytes, { readStyles: true });
    markSheets(workbook.sheets, problems, language);
    return saveXlsx(workbook);
  }
  const sheets = bytes[0] === 0xd0 && bytes[1] === 0xcf ? (await readXls(bytes)).sheets : await textSheets(name, bytes);
  markSheets(sheets, problems, language);
  return writeXlsx({ sheets: sheets.map(plainSheet) });
}

/** What an .xls says of a sheet, as far as the library reads it. Its empty rows are holes. */
function plainSheet(sheet: Sheet): WriteSheet {
  const { name, cells, columns, merges, rowDefs, hidden } = sheet;
  return { name, rows: Array.from(sheet.rows, (row) => row ?? []), ...(cells && { cells }), ...(columns && { columns }), ...(merges && { merges }), ...(rowDefs && { rowDefs }), ...(hidden && { hidden }) };
}

/** A text file has no numbers, only digits: an ID stays whole. */
async function textSheets(name: string, bytes: Uint8Array): Promise<Sheet[]> {
  const { sheets } = await decodeFile(name, bytes);
  return sheets.map((sheet) => ({ name: sheet.name, rows: sheet.rows.map((row) => row.map((cell) => (cell === null ? null : contentText(cell)))) }));
}

function markSheets(sheets: readonly Sheet[], problems: readonly ImportProblem[], language: Language): void {
  for (const [place, found] of byPlace(problems)) {
    const sheet = sheets.find((candidate) => candidate.name === place.sheet);
    if (sheet) markCell(sheet, place, found, language);
  }
}

interface Place {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
}

/** Problems by cell; one that names no cell belongs to the first. */
function byPlace(problems: readonly ImportProblem[]): Map<Place, ImportProblem[]> {
  const places = new Map<string, { readonly place: Place; readonly found: ImportProblem[] }>();
  for (const problem of problems) {
    const key = `${problem.sheet}\n${problem.cell}`;
    const known = places.get(key);
    if (known) known.found.push(problem);
    else places.set(key, { place: { sheet: problem.sheet, ...(cellPlace(problem.cell) ?? { row: 0, column: 0 }) }, found: [problem] });
  }
  return new Map([...places.values()].map(({ place, found }) => [place, found]));
}

function markCell(sheet: Sheet, { row, column }: Place, found: readonly ImportProblem[], language: Language): void {
  const cells = (sheet.cells ??= new Map<string, Cell>());
  const key = `${row},${column}`;
  const value = sheet.rows[row]?.[column] ?? null;
  const cell: Cell = cells.get(key) ?? { value, type: value === null ? 'empty' : typeof value === 'number' ? 'number' : 'string' };
  const worst = gravest[Math.max(...found.map((problem) => gravest.indexOf(problem.severity)))] ?? 'info';
  const sentences = found.map((problem) => `${language === 'zh' ? problem.messageZh : problem.messageEn}\n${problemKindText(problem.kind, language).advice}`.trim());
  const own = cell.comment ? `${cell.comment.text}\n\n` : '';
  cells.set(key, {
    ...cell,
    style: { ...cell.style, fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: markFills[worst] } } },
    comment: { author: 'Loanbook', text: own + sentences.join('\n\n') },
  });
  // A cell outside the rows that the library knows would be dropped.
  while (sheet.rows.length <= row) sheet.rows.push([]);
  const cellsOfRow = (sheet.rows[row] ??= []);
  while (cellsOfRow.length <= column) cellsOfRow.push(null);
}
