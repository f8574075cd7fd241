import { attribute, localAttribute, XmlScanner } from '../xml/xml-scanner.ts';
import type { ZipFile } from '../zip-file.ts';

export interface WorkbookSheet {
  readonly name: string;
  readonly isHidden: boolean;
  readonly path: string;
}

/** Where the parts of a workbook are, and what it says about days. */
export interface WorkbookIndex {
  readonly sheets: readonly WorkbookSheet[];
  readonly isDate1904: boolean;
  readonly stringsPath: string | null;
  readonly stylesPath: string | null;
}

interface Relationship {
  readonly type: string;
  readonly path: string;
}

/** The workbook's own index; null when the zip holds none that we know (an .xlsb, an .ods, some other zip). */
export function readWorkbook(zip: ZipFile): WorkbookIndex | null {
  const root = readRelationships(zip, '_rels/.rels', '');
  const path = [...root.values()].find(({ type }) => type === 'officeDocument')?.path ?? 'xl/workbook.xml';
  const xml = path.endsWith('.xml') ? zip.text(path) : null;
  if (xml === null) return null;
  const folder = path.slice(0, path.lastIndexOf('/') + 1);
  const relationships = readRelationships(zip, `${folder}_rels/${path.slice(folder.length)}.rels`, folder);
  const ofType = (type: string): string | null => [...relationships.values()].find((relationship) => relationship.type === type)?.path ?? null;
  return { ...readSheets(xml, relationships), stringsPath: ofType('sharedStrings'), stylesPath: ofType('styles') };
}

function readSheets(xml: string, relationships: ReadonlyMap<string, Relationship>): Pick<WorkbookIndex, 'sheets' | 'isDate1904'> {
  const sheets: WorkbookSheet[] = [];
  let isDate1904 = false;
  new XmlScanner({
    open(name, attributes) {
      if (name === 'workbookPr') isDate1904 = ['1', 'true'].includes(attribute(attributes, 'date1904') ?? '');
      if (name !== 'sheet') return;
      const target = relationships.get(localAttribute(attributes, 'id') ?? '');
      if (target?.type !== 'worksheet' || sheets.some(({ path }) => path === target.path)) return; // charts and macro sheets hold no cells of a ledger
      sheets.push({ name: attribute(attributes, 'name') ?? `Sheet${sheets.length + 1}`, isHidden: /hidden/i.test(attribute(attributes, 'state') ?? ''), path: target.path });
    },
    close() {
      // the index keeps everything in attributes
    },
    text() {
      // the index keeps everything in attributes
    },
  }).push(xml);
  return { sheets, isDate1904 };
}

/** Relationship id → kind (the last word of its type) and path of the part. */
function readRelationships(zip: ZipFile, path: string, folder: string): Map<string, Relationship> {
  const relationships = new Map<string, Relationship>();
  new XmlScanner({
    open(name, attributes) {
      if (name !== 'Relationship' || attribute(attributes, 'TargetMode') === 'External') return;
      const target = attribute(attributes, 'Target') ?? '';
      relationships.set(attribute(attributes, 'Id') ?? '', { type: (attribute(attributes, 'Type') ?? '').split('/').at(-1) ?? '', path: resolved(folder, target) });
    },
    close() {
      // relationships keep everything in attributes
    },
    text() {
      // relationships keep everything in attributes
    },
  }).push(zip.text(path) ?? '');
  return relationships;
}

function resolved(folder: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1);
  const parts = folder.split('/').filter((part) => part !== '');
  for (const part of target.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.' && part !== '') parts.push(part);
  }
  return parts.join('/');
}
