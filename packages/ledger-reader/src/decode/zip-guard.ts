import { UnreadableFile } from './unreadable-file.ts';

const maximumEntries = 4000;
const maximumTotalBytes = 1_200_000_000;
// Real worksheets compress up to about 40 : 1; a bomb needs far more. Small files may exceed it harmlessly.
const maximumRatio = 250;
const ratioMattersAboveBytes = 64_000_000;

const endOfDirectorySignature = 0x06054b50;
const entrySignature = 0x02014b50;

/** Where the list of a zip's parts begins, in bytes, and how many there are. */
export interface ZipDirectory {
  readonly offset: number;
  readonly count: number;
}

/**
 * Refuses a zip by its own directory before anything is inflated: too many entries, too many bytes, or a
 * compression ratio no workbook has. A directory that lies is caught by the reader's process limits.
 * @throws UnreadableFile
 */
export function guardZip(name: string, bytes: Uint8Array): ZipDirectory {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEndOfDirectory(view);
  if (end < 0) throw new UnreadableFile(name, '文件不完整，无法打开，请重新导出后再试。', 'The file is cut off and cannot be opened; export it again.');
  const entryCount = view.getUint16(end + 10, true);
  if (entryCount > maximumEntries) throw tooLarge(name);
  const start = view.getUint32(end + 16, true);
  let offset = start;
  let totalBytes = 0;
  for (let index = 0; index < entryCount; index += 1) {
    if (offset + 46 > view.byteLength || view.getUint32(offset, true) !== entrySignature) return { offset: start, count: entryCount };
    totalBytes += view.getUint32(offset + 24, true);
    if (totalBytes > maximumTotalBytes) throw tooLarge(name);
    offset += 46 + view.getUint16(offset + 28, true) + view.getUint16(offset + 30, true) + view.getUint16(offset + 32, true);
  }
  if (totalBytes > ratioMattersAboveBytes && totalBytes > bytes.byteLength * maximumRatio) throw tooLarge(name);
  return { offset: start, count: entryCount };
}

function findEndOfDirectory(view: DataView): number {
  const first = Math.max(0, view.byteLength - 65_557);
  for (let offset = view.byteLength - 22; offset >= first; offset -= 1) {
    if (view.getUint32(offset, true) === endOfDirectorySignature) return offset;
  }
  return -1;
}

function tooLarge(name: string): UnreadableFile {
  return new UnreadableFile(name, '文件解压后过大，为安全起见没有打开。', 'The file unpacks to far too much and was not opened.');
}
