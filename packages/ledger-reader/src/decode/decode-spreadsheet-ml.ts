import { isDateFormat } from 'hucre';
import { markKey, type CellContent, type CellMarks, type MergedRange, type SheetGrid } from './cell-grid.ts';
import { isRedRgb } from './is-red-rgb.ts';
import { UnreadableFile } from './unreadable-file.ts';
import { decodedText, localAttribute, XmlScanner, type XmlHandler } from './xml/xml-scanner.ts';

const mostColumns = 16_384;
const mostRows = 1_048_576;
const mostCells = 5_000_000;

/** Whether a text is a workbook of Excel 2003's XML, as systems write it under the name .xls. */
export function isSpreadsheetMl(text: string): boolean {
  return /<(?:\w+:)?Workbook[^>]*urn:schemas-microsoft-com:office:spreadsheet/.test(text.slice(0, 20_000));
}

/** Reads every sheet of an Excel 2003 XML workbook. @throws UnreadableFile when a sheet is larger than any ledger */
export function decodeSpreadsheetMl(name: string, text: string): SheetGrid[] {
  const reader = new SpreadsheetMlReader(name);
  new XmlScanner(reader).push(text);
  return reader.sheets;
}

class SpreadsheetMlReader implements XmlHandler {
  readonly sheets: SheetGrid[] = [];
  readonly #fileName: string;
  readonly #styles = new Map<string, CellMarks>();
  #style: CellMarks = {};
  #sheet = newSheet('');
  #row = -1;
  #column = -1;
  #cellCount = 0;
  #rowStyle = '';
  #cellStyle = '';
  #type = '';
  #text = '';
  #collects: 'data' | 'visible' | null = null;

  constructor(fileName: string) {
    this.#fileName = fileName;
  }

  open(name: string, attributes: string): void {
    switch (name) {
      case 'Style':
        this.#style = {};
        this.#styles.set(localAttribute(attributes, 'ID') ?? '', this.#style);
        return;
      case 'Font': case 'Interior': case 'NumberFormat':
        Object.assign(this.#style, styleMarks(name, attributes));
        return;
      case 'Worksheet':
        this.#sheet = newSheet(localAttribute(attributes, 'Name') ?? `Sheet${this.sheets.length + 1}`);
        this.#row = -1;
        return;
      case 'Column':
        this.#noteColumn(attributes);
        return;
      case 'Row':
        this.#row = (number(attributes, 'Index') ?? this.#row + 2) - 1;
        this.#column = -1;
        this.#rowStyle = localAttribute(attributes, 'StyleID') ?? '';
        if (this.#row >= mostRows) throw this.#tooLarge();
        return;
      case 'Cell':
        this.#openCell(attributes);
        return;
      case 'Data':
        this.#type = localAttribute(attributes, 'Type') ?? 'String';
        this.#text = '';
        this.#collects = 'data';
        return;
      case 'Visible':
        this.#text = '';
        this.#collects = 'visible';
        return;
      default: // layout, printing and names say nothing about the cells
    }
  }

  close(name: string): void {
    if (name === 'Data') this.#closeData();
    else if (name === 'Visible' && /Hidden/.test(this.#text)) this.#sheet.isHidden = true;
    else if (name === 'Worksheet') this.sheets.push(this.#sheet);
    if (name === 'Data' || name === 'Visible') this.#collects = null;
  }

  text(text: string): void {
    if (this.#collects !== null) this.#text += text;
  }

  #openCell(attributes: string): void {
    this.#column = (number(attributes, 'Index') ?? this.#column + 2) - 1;
    this.#cellCount += this.#column >= 0 ? 1 : 0;
    if (this.#column >= mostColumns || this.#cellCount > mostCells) throw this.#tooLarge();
    this.#cellStyle = localAttribute(attributes, 'StyleID') ?? this.#rowStyle;
    const [across, down] = [number(attributes, 'MergeAcross') ?? 0, number(attributes, 'MergeDown') ?? 0];
    if (across > 0 || down > 0) this.#sheet.merges.push({ startRow: this.#row, startCol: this.#column, endRow: this.#row + down, endCol: Math.min(this.#column + across, mostColumns - 1) });
  }

  #closeData(): void {
    const content = contentOf(this.#type, decodedText(this.#text));
    if (content === null || this.#row < 0 || this.#column < 0) return;
    while (this.#sheet.rows.length <= this.#row) this.#sheet.rows.push([]);
    const cells = this.#sheet.rows[this.#row] ?? [];
    while (cells.length < this.#column) cells.push(null);
    cells[this.#column] = content;
    const marks = this.#styles.get(this.#cellStyle);
    if (marks && Object.keys(marks).length > 0) this.#sheet.marks.set(markKey(this.#row, this.#column), marks);
  }

  #noteColumn(attributes: string): void {
    const index = (number(attributes, 'Index') ?? this.#sheet.nextColumn + 1) - 1;
    const span = Math.min(number(attributes, 'Span') ?? 0, mostColumns);
    if (localAttribute(attributes, 'Hidden') === '1') for (let column = index; column <= index + span; column += 1) this.#sheet.hiddenColumns.add(column);
    this.#sheet.nextColumn = index + span + 1;
  }

  #tooLarge(): UnreadableFile {
    return new UnreadableFile(this.#fileName, '工作表的行、列或单元格太多，没有打开。请只留下台账所在的部分再试。', 'A sheet has more rows, columns or cells than a ledger can have and was not opened. Keep only the ledger and try again.');
  }
}

interface SheetDraft {
  readonly name: string;
  isHidden: boolean;
  nextColumn: number;
  readonly rows: CellContent[][];
  readonly merges: MergedRange[];
  readonly hiddenColumns: Set<number>;
  readonly marks: Map<number, CellMarks>;
}

function newSheet(name: string): SheetDraft {
  return { name, isHidden: false, nextColumn: 0, rows: [], merges: [], hiddenColumns: new Set(), marks: new Map() };
}

function number(attributes: string, name: string): number | undefined {
  const value = Number(localAttribute(attributes, name) ?? NaN);
  return Number.isInteger(value) && value >= 0 ? value : undefined;
}

function styleMarks(name: 'Font' | 'Interior' | 'NumberFormat', attributes: string): CellMarks {
  const rgb = localAttribute(attributes, 'Color')?.replace('#', '').toUpperCase();
  switch (name) {
    case 'Font':
      return { ...(isRedRgb(rgb) ? { isRed: true } : {}), ...(localAttribute(attributes, 'StrikeThrough') === '1' ? { isStruck: true } : {}) };
    case 'Interior':
      return rgb && rgb !== 'FFFFFF' && localAttribute(attributes, 'Pattern') !== 'None' ? { fillRgb: rgb } : {};
    case 'NumberFormat': {
      const format = localAttribute(attributes, 'Format') ?? '';
      return /%|Percent/.test(format) && !isDateFormat(format) ? { isPercent: true } : {};
    }
    default:
      return name satisfies never;
  }
}

function contentOf(type: string, text: string): CellContent {
  switch (type) {
    case 'Number':
      return text !== '' && Number.isFinite(Number(text)) ? Number(text) : text || null;
    case 'DateTime':
      return /^\d{4}-\d{2}-\d{2}/.test(text) ? { date: text.slice(0, 10) } : text || null;
    case 'Boolean':
      return text === '1';
    case 'Error':
      return { error: text };
    default:
      return text === '' ? null : text;
  }
}
