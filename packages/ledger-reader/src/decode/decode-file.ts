import { fromHtml } from 'hucre';
import type { DecodedFile, SheetGrid } from './cell-grid.ts';
import { decodeCsv } from './decode-csv.ts';
import { decodeSpreadsheetMl, isSpreadsheetMl } from './decode-spreadsheet-ml.ts';
import { decodeText } from './decode-text.ts';
import { decodeXls } from './decode-xls.ts';
import { decodeXlsx } from './decode-xlsx.ts';
import { workbookGrids } from './workbook-grids.ts';
import { UnreadableFile } from './unreadable-file.ts';

/**
 * Bytes to sheets. The kind of file is told by its content: names lie (an .xls is often HTML or a renamed .xlsx).
 * @throws UnreadableFile with a sentence for the person who chose the file
 */
export async function decodeFile(name: string, bytes: Uint8Array): Promise<DecodedFile> {
  try {
    return await decodeByContent(name, bytes);
  } catch (cause) {
    if (cause instanceof UnreadableFile) throw cause;
    throw explained(name, cause);
  }
}

async function decodeByContent(name: string, bytes: Uint8Array): Promise<DecodedFile> {
  if (bytes.length === 0) throw new UnreadableFile(name, '文件是空的。', 'The file is empty.');
  if (startsWith(bytes, [0x50, 0x4b])) return { name, format: 'xlsx', sheets: await decodeXlsx(name, bytes) };
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) {
    if (holdsEncryptedPackage(bytes)) throw locked(name);
    return { name, format: 'xls', sheets: await decodeXls(name, bytes) };
  }
  if (isBinary(bytes)) throw new UnreadableFile(name, '这不是表格文件，请选择 Excel 或 CSV 文件。', 'This is not a table; choose an Excel or CSV file.');
  const { text, encoding } = decodeText(bytes);
  if (isSpreadsheetMl(text)) return { name, format: 'xls', encoding, sheets: decodeSpreadsheetMl(name, text) };
  if (/^\s*(<!doctype html|<html|<\?xml|<table|<head|<meta)/i.test(text)) {
    return { name, format: 'html', encoding, sheets: [htmlGrid(name, text)] };
  }
  const { sheet, delimiter } = decodeCsv(text);
  return { name, format: 'csv', encoding, delimiter, sheets: [sheet] };
}

// A heading spans some dozens of cells; a crafted page reserves a million for each.
const longSpan = /\b((?:row|col)span)\s*=\s*["']?(\d{3})\d+["']?/gi;

function htmlGrid(name: string, text: string): SheetGrid {
  // Cell text as written: an ID turned into a number would lose its last digits.
  const sheet = fromHtml(text.replace(longSpan, '$1="$2"'), { typeInference: false });
  const [grid] = workbookGrids({ sheets: [{ ...sheet, name: sheet.name ?? 'html' }] });
  if (!grid || grid.rows.length === 0) throw new UnreadableFile(name, '网页里没有表格。', 'The page holds no table.');
  return grid;
}

function locked(name: string, cause?: unknown): UnreadableFile {
  return new UnreadableFile(name, '文件有密码保护，请在 Excel 里去掉密码后再导入。', 'The file is protected by a password; remove it in Excel and try again.', cause);
}

/** An .xlsx with a password is an OLE container with a stream of this name, written in UTF-16. */
function holdsEncryptedPackage(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(Buffer.from('EncryptedPackage', 'utf16le'));
}

function startsWith(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, index) => bytes[index] === byte);
}

/** PDF, images and other binaries; UTF-16 text has zero bytes too but a byte order mark or a regular pattern of them. */
function isBinary(bytes: Uint8Array): boolean {
  const head = bytes.subarray(0, 4096);
  if (startsWith(head, [0x25, 0x50, 0x44, 0x46]) || startsWith(head, [0x89, 0x50, 0x4e, 0x47]) || startsWith(head, [0xff, 0xd8, 0xff])) return true;
  if (startsWith(head, [0xff, 0xfe]) || startsWith(head, [0xfe, 0xff])) return false;
  let controls = 0;
  for (const byte of head) if (byte < 9 && byte !== 0) controls += 1;
  return controls > head.length / 50;
}

function explained(name: string, cause: unknown): UnreadableFile {
  const kind = cause instanceof Error ? cause.constructor.name : '';
  const text = cause instanceof Error ? cause.message : String(cause);
  if (kind === 'EncryptedFileError' || kind === 'DecryptionError' || /encrypt|password/i.test(text)) {
    return locked(name, cause);
  }
  return new UnreadableFile(name, '文件已损坏或格式不受支持，无法打开，请在 Excel 里另存为 .xlsx 后再试。', 'The file is damaged or of an unsupported kind; save it as .xlsx in Excel and try again.', cause);
}
