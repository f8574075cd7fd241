const headerBytes = 512;
const endOfChain = 0xfffffffa;
const entryBytes = 128;
const listedInHeader = 109;

/**
 * A stream of an OLE container ([MS-CFB]) by its name; null when the container has none or is damaged. Chains that run in
 * circles end after as many sectors as there are.
 */
export function readOleStream(bytes: Uint8Array, wanted: readonly string[]): Uint8Array | null {
  if (bytes.length < headerBytes) return null;
  const file = new OleFile(bytes);
  const directory = file.chain(file.view.getUint32(48, true));
  const view = new DataView(directory.buffer, directory.byteOffset, directory.byteLength);
  let root: Entry | null = null;
  let found: Entry | null = null;
  for (let offset = 0; offset + entryBytes <= directory.length; offset += entryBytes) {
    const entry = entryAt(view, offset);
    if (entry.kind === 5) root = entry;
    else if (entry.kind === 2 && wanted.includes(entry.name)) found ??= entry;
  }
  if (!found) return null;
  const isMini = found.totalBytes < file.view.getUint32(56, true);
  return (isMini ? file.miniChain(found.start, file.chain(root?.start ?? endOfChain)) : file.chain(found.start)).subarray(0, found.totalBytes);
}

interface Entry {
  readonly name: string;
  readonly kind: number;
  readonly start: number;
  readonly totalBytes: number;
}

function entryAt(view: DataView, offset: number): Entry {
  const nameBytes = Math.min(view.getUint16(offset + 64, true), 64);
  let name = '';
  for (let index = 0; index + 2 < nameBytes; index += 2) name += String.fromCharCode(view.getUint16(offset + index, true));
  return { name, kind: view.getUint8(offset + 66), start: view.getUint32(offset + 116, true), totalBytes: view.getUint32(offset + 120, true) };
}

class OleFile {
  readonly view: DataView;
  readonly #bytes: Uint8Array;
  readonly #sectorBytes: number;
  readonly #table: readonly number[];

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.#sectorBytes = this.view.getUint16(30, true) === 12 ? 4096 : 512;
    this.#table = this.#allocationTable();
  }

  /** The sectors of a chain, joined. */
  chain(start: number): Uint8Array {
    return this.#joined(start, this.#table, this.#bytes, (sector) => (sector + 1) * this.#sectorBytes, this.#sectorBytes);
  }

  /** A short stream lies in 64-byte pieces of the root's own stream. */
  miniChain(start: number, pool: Uint8Array): Uint8Array {
    const bytes = this.chain(this.view.getUint32(60, true));
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const table = Array.from({ length: Math.floor(bytes.length / 4) }, (_, index) => view.getUint32(index * 4, true));
    return this.#joined(start, table, pool, (sector) => sector * 64, 64);
  }

  #joined(start: number, table: readonly number[], from: Uint8Array, offsetOf: (sector: number) => number, size: number): Uint8Array {
    const pieces: Uint8Array[] = [];
    for (let sector = start; sector < endOfChain && pieces.length <= table.length && offsetOf(sector) < from.length; sector = table[sector] ?? endOfChain) {
      pieces.push(from.subarray(offsetOf(sector), offsetOf(sector) + size));
    }
    return new Uint8Array(Buffer.concat(pieces));
  }

  #allocationTable(): number[] {
    const perSector = this.#sectorBytes / 4;
    const most = Math.ceil(this.#bytes.length / this.#sectorBytes);
    const tableSectors: number[] = [];
    for (let index = 0; index < listedInHeader; index += 1) tableSectors.push(this.view.getUint32(76 + index * 4, true));
    let list = this.view.getUint32(68, true);
    for (let turns = 0; list < endOfChain && turns < most; turns += 1) {
      const words = this.#words(list);
      tableSectors.push(...words.slice(0, perSector - 1));
      list = words[perSector - 1] ?? endOfChain;
    }
    return tableSectors.filter((sector) => sector < most).slice(0, most).flatMap((sector) => this.#words(sector));
  }

  #words(sector: number): number[] {
    const offset = (sector + 1) * this.#sectorBytes;
    const count = Math.max(0, Math.min(this.#sectorBytes, this.#bytes.length - offset)) >> 2;
    return Array.from({ length: count }, (_, index) => this.view.getUint32(offset + index * 4, true));
  }
}
