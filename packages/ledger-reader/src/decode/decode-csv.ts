import { parse } from 'csv-parse/sync';
import type { CellContent, SheetGrid } from './cell-grid.ts';

export interface DecodedCsv {
  readonly sheet: SheetGrid;
  readonly delimiter: string;
}

const delimiters = [',', '\t', ';', '|'] as const;

/** Records count from 0 as a spreadsheet would count them, blank lines included. */
export function decodeCsv(text: string): DecodedCsv {
  const delimiter = detectDelimiter(text);
  const records = parseRecords(text, delimiter);
  const rows = records.map((record) => record.map((field) => fieldContent(field)));
  return { sheet: { name: 'csv', isHidden: false, rows, merges: [], hiddenColumns: new Set(), marks: new Map() }, delimiter };
}

function parseRecords(text: string, delimiter: string): string[][] {
  const options = { delimiter, relax_column_count: true, relax_quotes: true, skip_empty_lines: false, record_delimiter: ['\r\n', '\n', '\r'] };
  // csv-parse makes an error, stack and all, for each line that is shorter or longer than the first, and then drops it.
  const { stackTraceLimit } = Error;
  Error.stackTraceLimit = 0;
  try {
    return parse(text, options);
  } catch {
    return parse(text, { ...options, quote: false }); // a quote that never closes is a character, not a reason to refuse the file
  } finally {
    Error.stackTraceLimit = stackTraceLimit;
  }
}

/** ="0021000004" is how exports force Excel to keep a number as text. */
const forcedText = /^\s*="(.*)"\s*$/s;

function fieldContent(field: string): CellContent {
  if (field === '') return null;
  const forced = forcedText.exec(field);
  // A tab behind the closing quote keeps the parser from taking the quotes off.
  const text = forced?.[1] ?? /^\s*"([^"]*)"\s*$/.exec(field)?.[1] ?? field;
  return text === '' ? null : text;
}

function detectDelimiter(text: string): string {
  const lines = text.slice(0, 40_000).split(/\r\n|\n|\r/).filter((line) => line.trim() !== '').slice(0, 60);
  let best: { delimiter: string; score: number } = { delimiter: ',', score: 0 };
  for (const delimiter of delimiters) {
    const counts = lines.map((line) => countOutsideQuotes(line, delimiter)).filter((count) => count > 0);
    if (counts.length === 0) continue;
    const usual = mostCommon(counts);
    const agreeing = counts.filter((count) => count === usual).length;
    const score = agreeing * Math.min(usual, 12);
    if (score > best.score) best = { delimiter, score };
  }
  return best.delimiter;
}

function countOutsideQuotes(line: string, delimiter: string): number {
  let isQuoted = false;
  let count = 0;
  for (const character of line) {
    if (character === '"') isQuoted = !isQuoted;
    else if (character === delimiter && !isQuoted) count += 1;
  }
  return count;
}

function mostCommon(counts: readonly number[]): number {
  const tally = new Map<number, number>();
  for (const count of counts) tally.set(count, (tally.get(count) ?? 0) + 1);
  return [...tally].reduce((best, entry) => (entry[1] > best[1] ? entry : best), [0, 0])[0];
}
