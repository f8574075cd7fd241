import { isDateFormat } from 'hucre';
import type { CellMarks } from '../cell-grid.ts';
import { isRedRgb } from '../is-red-rgb.ts';
import { attribute, XmlScanner } from '../xml/xml-scanner.ts';
import { indexedColours } from './indexed-colours.ts';

export interface CellFormat {
  readonly isDate: boolean;
  readonly marks: CellMarks | null;
}

// Formats 27 to 36 and 50 to 58 are days in Chinese Excel.
const isBuiltInDate = (id: number): boolean => (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58);

interface Font {
  isRed: boolean;
  isStruck: boolean;
}

/** What each cell format of styles.xml says: whether its numbers are days, and its marks. */
export function readStyles(xml: string): CellFormat[] {
  const numberFormats = new Map<number, string>();
  const fonts: Font[] = [];
  const fills: (string | undefined)[] = [];
  const formats: CellFormat[] = [];
  const path: string[] = [];
  new XmlScanner({
    open(name, attributes) {
      const parent = path.at(-1) ?? '';
      path.push(name);
      if (name === 'numFmt' && parent === 'numFmts') numberFormats.set(Number(attribute(attributes, 'numFmtId')), attribute(attributes, 'formatCode') ?? '');
      else if (name === 'font' && parent === 'fonts') fonts.push({ isRed: false, isStruck: false });
      else if (name === 'fill' && parent === 'fills') fills.push(undefined);
      else if (path.includes('fonts')) readFont(name, attributes, fonts.at(-1));
      else if (name === 'fgColor' && path.includes('fills')) fills[fills.length - 1] = path.includes('solid') ? colourOf(attributes) : undefined;
      else if (name === 'patternFill' && attribute(attributes, 'patternType') === 'solid') path[path.length - 1] = 'solid';
      else if (name === 'xf' && parent === 'cellXfs') formats.push(formatOf(attributes, numberFormats, fonts, fills));
    },
    close() {
      path.pop();
    },
    text() {
      // styles.xml keeps everything in attributes
    },
  }).push(xml);
  return formats;
}

function readFont(name: string, attributes: string, font: Font | undefined): void {
  if (!font) return;
  if (name === 'strike') font.isStruck = attribute(attributes, 'val') !== '0' && attribute(attributes, 'val') !== 'false';
  if (name === 'color') font.isRed = isRedRgb(colourOf(attributes));
}

function colourOf(attributes: string): string | undefined {
  const rgb = attribute(attributes, 'rgb');
  if (rgb) return rgb.slice(-6).toUpperCase();
  const indexed = attribute(attributes, 'indexed');
  return indexed === undefined ? undefined : indexedColours[Number(indexed)];
}

function formatOf(attributes: string, numberFormats: ReadonlyMap<number, string>, fonts: readonly Font[], fills: readonly (string | undefined)[]): CellFormat {
  const id = Number(attribute(attributes, 'numFmtId') ?? 0);
  const code = numberFormats.get(id);
  const font = fonts[Number(attribute(attributes, 'fontId') ?? 0)];
  const fillRgb = fills[Number(attribute(attributes, 'fillId') ?? 0)];
  const isPercent = id === 9 || id === 10 || code?.includes('%') === true;
  const marks: CellMarks = {
    ...(font?.isRed ? { isRed: true } : {}),
    ...(font?.isStruck ? { isStruck: true } : {}),
    ...(isPercent ? { isPercent: true } : {}),
    ...(fillRgb && fillRgb !== 'FFFFFF' ? { fillRgb } : {}),
  };
  return { isDate: code === undefined ? isBuiltInDate(id) : isDateFormat(code), marks: Object.keys(marks).length > 0 ? marks : null };
}
