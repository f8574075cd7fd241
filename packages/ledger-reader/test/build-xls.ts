/** A cell of an .xls with its look; a bare value is plain. */
export interface XlsCell {
  readonly value: string | number | null;
  readonly look?: XlsLook;
}

/** The looks that a built workbook has, in the order of its cell formats. */
export const xlsLooks = ['plain', 'red', 'struck', 'yellow', 'percent', 'day'] as const;
export type XlsLook = (typeof xlsLooks)[number];

export interface XlsSheet {
  readonly name: string;
  readonly rows: readonly (readonly (string | number | null | XlsCell)[])[];
  readonly isHidden?: boolean;
  readonly hiddenColumns?: readonly number[];
}

export interface XlsOptions {
  readonly isDate1904?: boolean;
  /** As Excel marks a workbook whose content is encrypted. */
  readonly isLocked?: boolean;
}

/** A BIFF8 workbook in an OLE container, as Excel 97 to 2003 saved it, with what the reader looks at and nothing else. */
export function buildXls(sheets: readonly XlsSheet[], options: XlsOptions = {}): Uint8Array {
  const bodies = sheets.map((sheet) => sheetStream(sheet));
  const heads = (positions: readonly number[]): Buffer => globalsStream(sheets, positions, options);
  const headBytes = heads(sheets.map(() => 0)).length;
  const positions = bodies.map((_, index) => headBytes + bodies.slice(0, index).reduce((sum, body) => sum + body.length, 0));
  return container(Buffer.concat([heads(positions), ...bodies]));
}

function record(id: number, ...fields: readonly Buffer[]): Buffer {
  const data = Buffer.concat(fields);
  return Buffer.concat([u16(id), u16(data.length), data]);
}

function u16(...values: readonly number[]): Buffer {
  const buffer = Buffer.alloc(values.length * 2);
  values.forEach((value, index) => buffer.writeUInt16LE(value, index * 2));
  return buffer;
}

function u32(value: number): Buffer {
  const buffer = Buffer.alloc(4);
  buffer.writeUInt32LE(value >>> 0);
  return buffer;
}

const bof = (kind: number): Buffer => record(0x809, u16(0x600, kind, 0, 0), u32(0), u32(0));
const eof = record(0x0a);
// Font 4 does not exist, so the struck font is the fifth of five and has number 5.
const fontOf: Readonly<Partial<Record<XlsLook, number>>> = { red: 1, struck: 5 };
const formatOf: Readonly<Partial<Record<XlsLook, number>>> = { percent: 10, day: 14 };

function globalsStream(sheets: readonly XlsSheet[], positions: readonly number[], { isDate1904, isLocked }: XlsOptions): Buffer {
  const font = (colour: number, flags = 0): Buffer => record(0x31, u16(200, flags, colour, 400, 0), Buffer.alloc(4), Buffer.from([5, 0]), Buffer.from('Arial'));
  const format = (look: XlsLook): Buffer => record(0xe0, u16(fontOf[look] ?? 0, formatOf[look] ?? 0, 0), Buffer.alloc(8), u32(look === 'yellow' ? 1 << 26 : 0), u16(look === 'yellow' ? 13 : 64));
  return Buffer.concat([
    bof(5),
    ...(isLocked ? [record(0x2f, u16(1, 1), Buffer.alloc(50))] : []),
    record(0x22, u16(isDate1904 ? 1 : 0)),
    font(0x7fff), font(10), font(0x7fff), font(0x7fff), font(0x7fff, 8),
    ...xlsLooks.map((look) => format(look)),
    ...sheets.map(({ name, isHidden }, index) => record(0x85, u32(positions[index] ?? 0), Buffer.from([isHidden ? 1 : 0, 0, name.length, 1]), Buffer.from(name, 'utf16le'))),
    eof,
  ]);
}

function sheetStream({ rows, hiddenColumns = [] }: XlsSheet): Buffer {
  const cells = rows.flatMap((row, rowIndex) => row.map((cell, column) => cellRecord(rowIndex, column, typeof cell === 'object' && cell !== null ? cell : { value: cell })));
  return Buffer.concat([bof(0x10), ...hiddenColumns.map((column) => record(0x7d, u16(column, column, 2000, 0, 1, 0))), ...cells, eof]);
}

function cellRecord(row: number, column: number, { value, look = 'plain' }: XlsCell): Buffer {
  const at = u16(row, column, xlsLooks.indexOf(look));
  if (value === null) return record(0x201, at);
  if (typeof value === 'string') return record(0x204, at, u16(value.length), Buffer.from([1]), Buffer.from(value, 'utf16le'));
  const number = Buffer.alloc(8);
  number.writeDoubleLE(value);
  return record(0x203, at, number);
}

const sectorBytes = 512;
const endOfChain = 0xfffffffe;
const tableSector = 0xfffffffd;

/** [MS-CFB]: header, allocation table, directory, and one stream long enough not to be a short one. */
function container(workbook: Buffer): Uint8Array {
  const stream = Buffer.concat([workbook, Buffer.alloc(Math.max(4096, Math.ceil(workbook.length / sectorBytes) * sectorBytes) - workbook.length)]);
  const streamSectors = stream.length / sectorBytes;
  const tableSectors = Math.ceil((streamSectors + 2) / 127);
  const directoryAt = tableSectors;
  const first = tableSectors + 1;
  const table = Buffer.alloc(tableSectors * sectorBytes, 0xff);
  for (let sector = 0; sector < tableSectors; sector += 1) table.writeUInt32LE(tableSector, sector * 4);
  table.writeUInt32LE(endOfChain, directoryAt * 4);
  for (let index = 0; index < streamSectors; index += 1) table.writeUInt32LE(index === streamSectors - 1 ? endOfChain : first + index + 1, (first + index) * 4);
  const header = Buffer.alloc(sectorBytes, 0xff);
  Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]).copy(header);
  header.fill(0, 8, 76);
  header.writeUInt16LE(0x3e, 24);
  header.writeUInt16LE(3, 26);
  header.writeUInt16LE(0xfffe, 28);
  header.writeUInt16LE(9, 30);
  header.writeUInt16LE(6, 32);
  header.writeUInt32LE(tableSectors, 44);
  header.writeUInt32LE(directoryAt, 48);
  header.writeUInt32LE(4096, 56);
  header.writeUInt32LE(endOfChain, 60);
  header.writeUInt32LE(endOfChain, 68);
  for (let sector = 0; sector < tableSectors; sector += 1) header.writeUInt32LE(sector, 76 + sector * 4);
  const directory = Buffer.concat([directoryEntry('Root Entry', 5, 1, endOfChain, 0), directoryEntry('Workbook', 2, 0xffffffff, first, stream.length), Buffer.alloc(256)]);
  return new Uint8Array(Buffer.concat([header, table, directory, stream]));
}

function directoryEntry(name: string, kind: number, child: number, start: number, length: number): Buffer {
  const entry = Buffer.alloc(128);
  entry.write(name, 'utf16le');
  entry.writeUInt16LE((name.length + 1) * 2, 64);
  entry.writeUInt8(kind, 66);
  entry.writeUInt8(1, 67);
  entry.writeUInt32LE(0xffffffff, 68);
  entry.writeUInt32LE(0xffffffff, 72);
  entry.writeUInt32LE(child >>> 0, 76);
  entry.writeUInt32LE(start, 116);
  entry.writeUInt32LE(length, 120);
  return entry;
}
