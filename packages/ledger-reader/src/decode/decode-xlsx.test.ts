import { expect, test } from 'vitest';
import { buildZip, workbookParts, type WorkbookXml } from '../../test/build-zip.ts';
import { decodeFile } from './decode-file.ts';
import { UnreadableFile } from './unreadable-file.ts';

const sheet = '<sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData>';
async function decoded(parts: WorkbookXml, change: (bytes: Uint8Array) => Uint8Array = (bytes) => bytes): Promise<string> {
  const outcome = await decodeFile('x.xlsx', change(buildZip(workbookParts(parts)))).catch((cause: unknown) => cause);
  if (outcome instanceof UnreadableFile) return outcome.messageEn;
  return outcome instanceof Error ? `not explained: ${outcome.message}` : JSON.stringify((outcome as Awaited<ReturnType<typeof decodeFile>>).sheets.map(({ name, isHidden, rows, isDate1904 }) => [name, isHidden, rows, isDate1904])); // the only other outcome
}

test('a workbook with the least of parts', async () => {
  expect(await decoded({ sheet })).toBe('[["台账",false,[[1]],null]]');
});

test('hidden sheets, the 1904 system, and sheets that are no worksheets or come twice', async () => {
  const workbook = '<workbook><workbookPr date1904="1"/><sheets><sheet name="a&amp;b" r:id="rId1" state="veryHidden"/><sheet name="again" r:id="rId1"/><sheet name="chart" r:id="rId9"/></sheets></workbook>';
  expect(await decoded({ sheet, workbook })).toBe('[["a&b",true,[[1]],true]]');
});

test.each([
  ['a sheet larger than the directory says', { sheet, claimedSheetBytes: 20 }, /more than it says/],
  ['a directory that claims gigabytes', { sheet, claimedSheetBytes: 3_000_000_000 }, /far too much/],
])('%s is refused', async (_what, parts, expected) => {
  expect(await decoded(parts)).toMatch(expected);
});

test.each([
  ['cut off', (bytes: Uint8Array) => bytes.slice(0, 200)],
  ['without its first part', (bytes: Uint8Array) => Uint8Array.from(bytes, (byte, index) => (index < 4 && index > 1 ? 0 : byte))],
])('a workbook %s is refused with a sentence', async (_what, change) => {
  expect(await decoded({ sheet }, change)).toMatch(/cut off|damaged/);
});

test('a zip whose parts are encrypted says so', async () => {
  const bytes = buildZip(workbookParts({ sheet }).map((part) => ({ ...part, flags: 1 })));
  await expect(decodeFile('x.xlsx', bytes)).rejects.toThrow(/password/);
});
