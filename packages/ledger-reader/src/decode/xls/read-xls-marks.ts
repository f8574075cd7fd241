import type { CellMarks } from '../cell-grid.ts';
import { isRedRgb } from '../is-red-rgb.ts';
import { indexedColours } from '../xlsx/indexed-colours.ts';
import { SheetMarks } from '../xlsx/sheet-marks.ts';

/** What hucre's reader of .xls leaves out of a sheet. */
export interface XlsSheetMarks {
  readonly isHidden: boolean;
  readonly hiddenColumns: ReadonlySet<number>;
  readonly marks: SheetMarks;
}

export interface XlsMarks {
  /** In the order of the workbook's sheets. */
  readonly sheets: readonly XlsSheetMarks[];
  readonly isDate1904: boolean;
  readonly isLocked: boolean;
}

// Record numbers of [MS-XLS] 2.3.
const id = { endOfFile: 0x0a, dateMode: 0x22, locked: 0x2f, font: 0x31, columns: 0x7d, sheet: 0x85, palette: 0x92, manyNumbers: 0xbd, format: 0xe0, numberFormat: 0x41e } as const;
// Records of one cell: row, column, format. Formula, number, text, boolean, short number, text by number, rich text.
const cellRecords = new Set([0x06, 0x203, 0x204, 0x205, 0x27e, 0xfd, 0xd6]);

interface BiffRecord {
  readonly id: number;
  readonly data: DataView;
  readonly offset: number;
}

/** Colours, struck text, percent formats, hidden sheets and columns of a BIFF8 workbook stream. @throws RangeError when a record is cut off */
export function readXlsMarks(stream: Uint8Array): XlsMarks {
  const records = recordsOf(stream);
  const globals = readGlobals(records);
  const starts = new Map(records.map((record, index) => [record.offset, index]));
  const styles = globals.formats.map((format) => marksOf(format, globals));
  const sheets = globals.sheets.map(({ position, isHidden }) => ({ isHidden, ...readSheetMarks(records, starts.get(position) ?? records.length, styles) }));
  return { sheets, isDate1904: globals.isDate1904, isLocked: globals.isLocked };
}

function recordsOf(stream: Uint8Array): BiffRecord[] {
  const view = new DataView(stream.buffer, stream.byteOffset, stream.byteLength);
  const records: BiffRecord[] = [];
  for (let offset = 0; offset + 4 <= stream.length;) {
    const length = Math.min(view.getUint16(offset + 2, true), stream.length - offset - 4);
    records.push({ id: view.getUint16(offset, true), data: new DataView(stream.buffer, stream.byteOffset + offset + 4, length), offset });
    offset += 4 + length;
  }
  return records;
}

interface CellFormatRecord {
  readonly font: number;
  readonly numberFormat: number;
  readonly pattern: number;
  readonly colour: number;
}

interface Globals {
  readonly fonts: { readonly isStruck: boolean; readonly colour: number }[];
  readonly formats: CellFormatRecord[];
  readonly percentFormats: Set<number>;
  readonly palette: Map<number, string>;
  readonly sheets: { readonly position: number; readonly isHidden: boolean }[];
  isDate1904: boolean;
  isLocked: boolean;
}

function readGlobals(records: readonly BiffRecord[]): Globals {
  const globals: Globals = { fonts: [], formats: [], percentFormats: new Set([9, 10]), palette: new Map(), sheets: [], isDate1904: false, isLocked: false };
  for (const record of records) {
    const { data } = record;
    if (record.id === id.endOfFile) break;
    switch (record.id) {
      case id.dateMode:
        globals.isDate1904 = data.getUint16(0, true) === 1;
        break;
      case id.locked:
        globals.isLocked = true;
        break;
      case id.font:
        globals.fonts.push({ isStruck: (data.getUint16(2, true) & 8) !== 0, colour: data.getUint16(4, true) });
        break;
      case id.format:
        globals.formats.push({ font: data.getUint16(0, true), numberFormat: data.getUint16(2, true), pattern: data.getUint32(14, true) >>> 26, colour: data.getUint16(18, true) & 0x7f });
        break;
      case id.numberFormat:
        if (bytesOf(data, 5).includes(37)) globals.percentFormats.add(data.getUint16(0, true));
        break;
      case id.palette:
        readPalette(data, globals.palette);
        break;
      case id.sheet:
        globals.sheets.push({ position: data.getUint32(0, true), isHidden: (data.getUint8(4) & 3) !== 0 });
        break;
      default: // what else a workbook says, hucre reads or nobody needs
    }
  }
  return globals;
}

function bytesOf(data: DataView, from: number): Uint8Array {
  return new Uint8Array(data.buffer, data.byteOffset, data.byteLength).subarray(from);
}

function readPalette(data: DataView, palette: Map<number, string>): void {
  const count = Math.min(data.getUint16(0, true), Math.floor((data.byteLength - 2) / 4));
  for (let index = 0; index < count; index += 1) {
    const rgb = [0, 1, 2].map((part) => data.getUint8(2 + index * 4 + part).toString(16).padStart(2, '0')).join('');
    palette.set(index + 8, rgb.toUpperCase());
  }
}

function marksOf({ font: fontNumber, numberFormat, pattern, colour }: CellFormatRecord, { fonts, percentFormats, palette }: Globals): CellMarks | null {
  // There is no font 4: the count jumps from 3 to 5.
  const font = fonts[fontNumber > 4 ? fontNumber - 1 : fontNumber];
  const rgbOf = (number: number): string | undefined => palette.get(number) ?? indexedColours[number];
  const fillRgb = pattern === 1 ? rgbOf(colour) : undefined;
  const marks: CellMarks = {
    ...(font && isRedRgb(rgbOf(font.colour)) ? { isRed: true } : {}),
    ...(font?.isStruck ? { isStruck: true } : {}),
    ...(percentFormats.has(numberFormat) ? { isPercent: true } : {}),
    ...(fillRgb && fillRgb !== 'FFFFFF' ? { fillRgb } : {}),
  };
  return Object.keys(marks).length > 0 ? marks : null;
}

function readSheetMarks(records: readonly BiffRecord[], start: number, styles: readonly (CellMarks | null)[]): Omit<XlsSheetMarks, 'isHidden'> {
  const marks = new SheetMarks(styles);
  const hiddenColumns = new Set<number>();
  for (let index = start + 1; index < records.length; index += 1) {
    const record = records[index];
    if (!record || record.id === id.endOfFile) break;
    const { data } = record;
    if (cellRecords.has(record.id)) marks.note(data.getUint16(0, true), data.getUint16(2, true), data.getUint16(4, true));
    else if (record.id === id.manyNumbers) {
      const first = data.getUint16(2, true);
      for (let offset = 4; offset + 6 < data.byteLength; offset += 6) marks.note(data.getUint16(0, true), first + (offset - 4) / 6, data.getUint16(offset, true));
    } else if (record.id === id.columns && (data.getUint16(8, true) & 1) !== 0) {
      for (let column = data.getUint16(0, true); column <= Math.min(data.getUint16(2, true), 255); column += 1) hiddenColumns.add(column);
    }
  }
  return { marks, hiddenColumns };
}
