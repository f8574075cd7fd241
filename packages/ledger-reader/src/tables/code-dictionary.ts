import type { CellContent, DecodedFile, SheetGrid } from '../decode/cell-grid.ts';
import { denseText } from '../text/clean-text.ts';

/** Column heading → code → words, from descriptions that came with the files. */
export type CodeDictionary = ReadonlyMap<string, ReadonlyMap<string, string>>;

const codeWord = /^(\d{1,3}|[A-Z]{1,2}\d{0,2})[-=::](.+)$/;

/**
 * Whether a sheet describes columns and codes (a data dictionary) rather than holding records: most of its lines name
 * a column and an identifier of a database.
 */
export function isDictionarySheet(sheet: SheetGrid): boolean {
  const lines = sheet.rows.filter((row) => row.some((cell) => cell !== null));
  if (lines.length < 3) return false;
  const described = lines.filter((row) => row.some((cell) => typeof cell === 'string' && /^[a-z]+(_[a-z]+)+$/.test(cell.trim())));
  return described.length >= lines.length * 0.7;
}

/** Every code table in the files: "cus_gender,客户性别,0-男" lines and "客户性别,cus_gender,char(1); 0-男/1-女" lines. */
export function readDictionaries(files: readonly DecodedFile[]): CodeDictionary {
  const dictionary = new Map<string, Map<string, string>>();
  for (const file of files) {
    for (const sheet of file.sheets) {
      if (!isDictionarySheet(sheet)) continue;
      for (const row of sheet.rows) readLine(row, dictionary);
    }
  }
  return dictionary;
}

function readLine(row: readonly CellContent[], dictionary: Map<string, Map<string, string>>): void {
  const texts = row.filter((cell) => typeof cell === 'string').map((cell) => denseText(cell.slice(0, 1000)));
  const heading = texts.find((text) => /^\p{Script=Han}{2,12}$/u.test(text));
  if (!heading) return;
  for (const text of texts) {
    for (const part of text.split(/[/;,,]/)) {
      const match = codeWord.exec(part);
      if (!match?.[1] || !match[2]) continue;
      const codes = dictionary.get(heading) ?? new Map<string, string>();
      if (!codes.has(match[1])) codes.set(match[1], match[2]);
      dictionary.set(heading, codes);
    }
  }
}

/** The codes of a column, when its heading is described and nearly all of its cells are codes of that table. */
export function codesOf(heading: string, sample: readonly CellContent[], dictionary: CodeDictionary): ReadonlyMap<string, string> | null {
  const codes = dictionary.get(heading);
  if (!codes || sample.length === 0) return null;
  const known = sample.filter((cell) => codes.has(String(cell).trim())).length;
  return known >= sample.length * 0.9 ? codes : null;
}
