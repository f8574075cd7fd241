import { createInflateRaw, inflateRawSync } from 'node:zlib';
import { UnreadableFile } from './unreadable-file.ts';

export interface ZipEntry {
  readonly method: number;
  readonly compressedBytes: number;
  readonly totalBytes: number;
  readonly headerOffset: number;
}

const entrySignature = 0x02014b50;
const headerSignature = 0x04034b50;
const encryptedFlag = 1;
const deflated = 8;
const stored = 0;
const largestSmallPart = 400_000_000;

/** The parts of an open zip, by path. Reads its directory only; a part is unpacked when it is asked for. */
export class ZipFile {
  readonly #name: string;
  readonly #bytes: Uint8Array;
  readonly #entries = new Map<string, ZipEntry>();

  /** @throws UnreadableFile when the directory cannot be read or a part is encrypted */
  constructor(name: string, bytes: Uint8Array, directory: { readonly offset: number; readonly count: number }) {
    this.#name = name;
    this.#bytes = bytes;
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const decoder = new TextDecoder();
    let offset = directory.offset;
    for (let index = 0; index < directory.count; index += 1) {
      if (offset + 46 > view.byteLength || view.getUint32(offset, true) !== entrySignature) throw cutOff(name);
      if ((view.getUint16(offset + 8, true) & encryptedFlag) !== 0) throw new UnreadableFile(name, '文件有密码保护，请去掉密码后再导入。', 'The file is protected by a password; remove it and try again.');
      const [nameLength, extraLength, commentLength] = [view.getUint16(offset + 28, true), view.getUint16(offset + 30, true), view.getUint16(offset + 32, true)];
      const path = decoder.decode(bytes.subarray(offset + 46, offset + 46 + nameLength)).replaceAll('\\', '/').replace(/^\//, '');
      this.#entries.set(path.toLowerCase(), {
        method: view.getUint16(offset + 10, true),
        compressedBytes: view.getUint32(offset + 20, true),
        totalBytes: view.getUint32(offset + 24, true),
        headerOffset: view.getUint32(offset + 42, true),
      });
      offset += 46 + nameLength + extraLength + commentLength;
    }
  }

  has(path: string): boolean {
    return this.#entries.has(path.toLowerCase());
  }

  /** A small part as text; null when the file has no such part. @throws when it is damaged or larger than it says */
  text(path: string): string | null {
    const found = this.#packed(path);
    if (!found) return null;
    const limit = Math.min(found.entry.totalBytes + 1, largestSmallPart);
    const bytes = found.entry.method === stored ? found.packed : inflateRawSync(found.packed, { maxOutputLength: limit });
    return new TextDecoder().decode(bytes);
  }

  /** A part piece by piece, for parts of any size. @throws when it is damaged or larger than it says */
  async *pieces(path: string): AsyncGenerator<string> {
    const found = this.#packed(path);
    if (!found) return;
    const decoder = new TextDecoder();
    if (found.entry.method === stored) {
      yield decoder.decode(found.packed);
      return;
    }
    const inflate = createInflateRaw({ chunkSize: 262_144 });
    inflate.end(found.packed);
    let totalBytes = 0;
    for await (const chunk of inflate) {
      const piece: Uint8Array = chunk;
      totalBytes += piece.byteLength;
      if (totalBytes > found.entry.totalBytes) throw new UnreadableFile(this.#name, '文件解压后比它写明的大，为安全起见没有打开。', 'The file unpacks to more than it says and was not opened.');
      yield decoder.decode(piece, { stream: true });
    }
    yield decoder.decode();
  }

  #packed(path: string): { readonly entry: ZipEntry; readonly packed: Uint8Array } | null {
    const entry = this.#entries.get(path.toLowerCase());
    if (!entry) return null;
    const view = new DataView(this.#bytes.buffer, this.#bytes.byteOffset, this.#bytes.byteLength);
    const { headerOffset, compressedBytes, method } = entry;
    if (headerOffset + 30 > view.byteLength || view.getUint32(headerOffset, true) !== headerSignature) throw cutOff(this.#name);
    const from = headerOffset + 30 + view.getUint16(headerOffset + 26, true) + view.getUint16(headerOffset + 28, true);
    if (from + compressedBytes > view.byteLength || (method !== deflated && method !== stored)) throw cutOff(this.#name);
    return { entry, packed: this.#bytes.subarray(from, from + compressedBytes) };
  }
}

function cutOff(name: string): UnreadableFile {
  return new UnreadableFile(name, '文件不完整，无法打开，请重新导出后再试。', 'The file is cut off and cannot be opened; export it again.');
}
