import { crc32, deflateRawSync } from 'node:zlib';

export interface ZipPart {
  readonly path: string;
  readonly content: string | Uint8Array;
  /** What the directory says the part unpacks to, when it lies. */
  readonly claimedBytes?: number;
  readonly flags?: number;
}

/** A zip of these parts, written by hand so that its directory can lie. */
export function buildZip(parts: readonly ZipPart[]): Uint8Array {
  const bodies: Buffer[] = [];
  const entries: Buffer[] = [];
  let offset = 0;
  for (const { path, content, claimedBytes, flags = 0 } of parts) {
    const name = Buffer.from(path);
    const plain = Buffer.from(typeof content === 'string' ? Buffer.from(content) : content);
    const packed = deflateRawSync(plain, { level: 1 });
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(flags, 2);
    common.writeUInt16LE(8, 4);
    common.writeUInt32LE(crc32(plain), 10);
    common.writeUInt32LE(packed.length, 14);
    common.writeUInt32LE(claimedBytes ?? plain.length, 18);
    common.writeUInt16LE(name.length, 22);
    bodies.push(Buffer.from([0x50, 0x4b, 3, 4]), common, name, packed);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    entries.push(Buffer.from([0x50, 0x4b, 1, 2, 20, 0]), common, tail, name);
    offset += 30 + name.length + packed.length;
  }
  const directory = Buffer.concat(entries);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return new Uint8Array(Buffer.concat([...bodies, directory, end]));
}

const namespaces = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';

export interface WorkbookXml {
  readonly sheet?: string;
  readonly strings?: string;
  readonly styles?: string;
  readonly workbook?: string;
  readonly more?: readonly ZipPart[];
  /** What the directory says the sheet unpacks to. */
  readonly claimedSheetBytes?: number;
}

/** The least of an .xlsx, with any of its parts as given. */
export function workbookParts({ sheet = '', strings, styles, workbook, more = [], claimedSheetBytes }: WorkbookXml): ZipPart[] {
  const type = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const link = (id: string, kind: string, target: string): string => `<Relationship Id="${id}" Type="${type}/${kind}" Target="${target}"/>`;
  return [
    { path: '_rels/.rels', content: `<Relationships>${link('rId1', 'officeDocument', 'xl/workbook.xml')}</Relationships>` },
    { path: 'xl/workbook.xml', content: workbook ?? `<workbook ${namespaces}><sheets><sheet name="台账" sheetId="1" r:id="rId1"/></sheets></workbook>` },
    { path: 'xl/_rels/workbook.xml.rels', content: `<Relationships>${link('rId1', 'worksheet', 'worksheets/sheet1.xml')}${strings === undefined ? '' : link('rId2', 'sharedStrings', 'sharedStrings.xml')}${styles === undefined ? '' : link('rId3', 'styles', 'styles.xml')}</Relationships>` },
    { path: 'xl/worksheets/sheet1.xml', content: `<worksheet ${namespaces}>${sheet}</worksheet>`, ...(claimedSheetBytes === undefined ? {} : { claimedBytes: claimedSheetBytes }) },
    ...(strings === undefined ? [] : [{ path: 'xl/sharedStrings.xml', content: strings }]),
    ...(styles === undefined ? [] : [{ path: 'xl/styles.xml', content: styles }]),
    ...more,
  ];
}
