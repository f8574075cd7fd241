import { markKey, type CellMarks, type SheetGrid } from '../decode/cell-grid.ts';
import { denseText } from '../text/clean-text.ts';
import { simplifiedText } from '../text/simplified-text.ts';
import { statusRules, type StatusWord } from '../values/loan-choices.ts';
import { matchChoice } from '../values/read-choice.ts';

/** How a whole row is marked: its text is red or struck through, or its cells have a ground colour. */
export type RowColour = 'red' | 'orange' | 'yellow' | 'green' | 'blue' | 'grey' | 'struck';

/** What the colours of a table's rows mean, by its legend or, without one, by custom. */
export type ColourMeanings = ReadonlyMap<RowColour, StatusWord>;

const colourWords: readonly (readonly [RegExp, RowColour])[] = [
  [/删除线|划线|划掉|划去|中划|横线/, 'struck'], [/红/, 'red'], [/橙|橘/, 'orange'], [/黄/, 'yellow'], [/绿/, 'green'], [/蓝/, 'blue'], [/灰/, 'grey'],
];
const longestLegend = 300;

/** 黄色底为逾期；红字为诉讼；划线的已作废 → what each colour stands for. */
export function colourLegend(texts: readonly string[]): ColourMeanings {
  const meanings = new Map<RowColour, StatusWord>();
  for (const text of texts) {
    if (text.length > longestLegend) continue;
    for (const piece of simplifiedText(text).split(/[;；,，、。\n]|\s{2,}/)) {
      const dense = denseText(piece);
      const colour = colourWords.find(([pattern]) => pattern.test(dense))?.[1];
      const status = colour ? matchChoice(dense.replace(/^.*?[红橙橘黄绿蓝灰线掉去](?:[色字底]|标记|标注|填充|的|部分|行|为|是|表示|代表|[:=：])*/, ''), statusRules) : undefined;
      if (colour && status && !meanings.has(colour)) meanings.set(colour, status);
    }
  }
  return meanings;
}

/** Custom without a legend: red and yellow say overdue, unless so many rows have the colour that it is decoration. */
export function customaryColours(sheet: SheetGrid, recordRows: readonly number[], width: number): ColourMeanings {
  const meanings = new Map<RowColour, StatusWord>();
  if (sheet.marks.size === 0) return meanings;
  const counts = new Map<RowColour, number>();
  for (const row of recordRows) {
    const colour = rowColour(sheet, row, width);
    if (colour) counts.set(colour, (counts.get(colour) ?? 0) + 1);
  }
  for (const colour of ['red', 'yellow'] as const) {
    const count = counts.get(colour) ?? 0;
    if (count > 0 && (colour === 'red' || count < 3 || count <= recordRows.length * 0.4)) meanings.set(colour, 'overdue');
  }
  return meanings;
}

/** The mark that at least half of a row's filled cells have. */
export function rowColour(sheet: SheetGrid, row: number, width: number): RowColour | null {
  const counts = new Map<RowColour, number>();
  const cells = sheet.rows[row] ?? [];
  let filled = 0;
  for (let column = 0; column < Math.min(width, cells.length); column += 1) {
    const cell = cells[column];
    if (cell === null || cell === undefined || (typeof cell === 'string' && cell.trim() === '')) continue;
    filled += 1;
    const colour = cellColour(sheet.marks.get(markKey(row, column)));
    if (colour) counts.set(colour, (counts.get(colour) ?? 0) + 1);
  }
  for (const [colour, count] of counts) if (count >= filled * 0.5) return colour;
  return null;
}

function cellColour(marks: CellMarks | undefined): RowColour | null {
  if (!marks) return null;
  if (marks.isStruck) return 'struck';
  if (marks.isRed) return 'red';
  return marks.fillRgb ? groundColour(marks.fillRgb) : null;
}

/** Hue of a ground colour as people name it; pale ones count (they are what Excel offers), near-white ones do not. */
function groundColour(rgb: string): RowColour | null {
  const [red, green, blue] = [0, 2, 4].map((at) => Number.parseInt(rgb.slice(at, at + 2), 16) / 255);
  if (red === undefined || green === undefined || blue === undefined || Number.isNaN(red + green + blue)) return null;
  const [most, least] = [Math.max(red, green, blue), Math.min(red, green, blue)];
  const spread = most - least;
  if (spread < 0.06) return most < 0.93 && most > 0.3 ? 'grey' : null;
  const hue = most === red ? 60 * (((green - blue) / spread) % 6) : most === green ? 60 * ((blue - red) / spread + 2) : 60 * ((red - green) / spread + 4);
  if (hue < 20 || hue > 330) return 'red';
  // A strong gold is orange to most, a pale one yellow.
  if (hue < (least < 0.3 ? 48 : 40)) return 'orange';
  if (hue < 70) return 'yellow';
  if (hue < 170) return 'green';
  return hue < 260 ? 'blue' : null;
}
