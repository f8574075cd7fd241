import { writeXlsx } from 'hucre';
import { expect, test } from 'vitest';
import { cellAddress, columnLetter, isDateCell, markKey } from './cell-grid.ts';
import { decodeFile } from './decode-file.ts';
import { decodeText } from './decode-text.ts';
import { UnreadableFile } from './unreadable-file.ts';
import { guardZip } from './zip-guard.ts';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

test('a text file is told by its bytes', () => {
  expect(decodeText(utf8('借据号,金额')).encoding).toBe('utf-8');
  expect(decodeText(Uint8Array.of(0xef, 0xbb, 0xbf, 0x61))).toEqual({ text: 'a', encoding: 'utf-8' });
  expect(decodeText(Uint8Array.of(0xff, 0xfe, 0x3a, 0x00))).toEqual({ text: ':', encoding: 'utf-16le' });
  expect(decodeText(Uint8Array.of(0xfe, 0xff, 0x00, 0x3a))).toEqual({ text: ':', encoding: 'utf-16be' });
  expect(decodeText(Uint8Array.from([...'12,34,56\n'].flatMap((character) => [character.charCodeAt(0), 0])))).toEqual({ text: '12,34,56\n', encoding: 'utf-16le' });
  // 借据 in GBK
  expect(decodeText(Uint8Array.of(0xbd, 0xe8, 0xbe, 0xdd))).toEqual({ text: '借据', encoding: 'gb18030' });
});

test.each([[',', 'a,b,c\n1,2,3'], [';', 'a;b;c\n1;2;3'], ['|', 'a|b|c\n1|2|3'], ['\t', 'a\tb\tc\n1\t2\t3']])('the delimiter %j is found', async (delimiter, text) => {
  const file = await decodeFile('x.csv', utf8(text));
  expect([file.delimiter, file.sheets[0]?.rows]).toEqual([delimiter, [['a', 'b', 'c'], ['1', '2', '3']]]);
});

test('quoted line breaks, forced text and blank lines count as a spreadsheet counts them', async () => {
  const file = await decodeFile('x.csv', utf8('a,b\r\n="0021",x\r\n\r\n"two\nlines",","\r\n'));
  expect(file.sheets[0]?.rows).toEqual([['a', 'b'], ['0021', 'x'], [null], ['two\nlines', ',']]);
});

test('a workbook gives days, errors, colours and percent cells', async () => {
  const bytes = await writeXlsx({ sheets: [{ name: '台账', hidden: true, rows: [['日期', '利率'], [new Date(Date.UTC(2024, 2, 5)), 0.12]], cells: new Map([['1,1', { value: 0.12, style: { numFmt: '0.00%', font: { color: { rgb: 'FF0000' } } } }]]) }] });
  const file = await decodeFile('x.xlsx', bytes);
  const sheet = file.sheets[0];
  expect([file.format, sheet?.name, sheet?.isHidden]).toEqual(['xlsx', '台账', true]);
  expect(isDateCell(sheet?.rows[1]?.[0])).toBe(true);
  expect(sheet?.marks.get(markKey(1, 1))).toEqual({ isRed: true, isPercent: true });
});

test('HTML saved as .xls keeps IDs whole', async () => {
  const file = await decodeFile('x.xls', utf8('<html><table><tr><td>姓名</td><td>421122197310220370</td></tr></table></html>'));
  expect([file.format, file.sheets[0]?.rows[0]]).toEqual(['html', ['姓名', '421122197310220370']]);
});

async function sentence(name: string, bytes: Uint8Array): Promise<string> {
  const failure: unknown = await decodeFile(name, bytes).then(() => null, (cause: unknown) => cause);
  return failure instanceof UnreadableFile ? failure.messageZh : `not refused: ${String(failure)}`;
}

test('files that cannot be opened are refused with a sentence', async () => {
  expect(await sentence('x.xlsx', new Uint8Array())).toContain('空');
  expect(await sentence('x.xlsx', utf8('PK\u0003\u0004cut off'))).toContain('不完整');
  expect(await sentence('x.pdf', utf8('%PDF-1.7'))).toContain('不是表格');
  expect(await sentence('x.xls', Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 1, 2, 3))).toContain('损坏');
  const locked = await writeXlsx({ sheets: [{ name: 'a', rows: [[1]] }], encryption: { password: 'x', spinCount: 1000 } });
  expect(await sentence('x.xlsx', locked)).toContain('密码');
});

test('a zip whose directory claims a bomb is refused before it is opened', () => {
  const bytes = new Uint8Array(46 + 22);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, 0x02014b50, true);
  view.setUint32(24, 0xf0000000, true);
  view.setUint32(46, 0x06054b50, true);
  view.setUint16(46 + 10, 1, true);
  expect(() => guardZip('x.xlsx', bytes)).toThrow(UnreadableFile);
  view.setUint32(24, 1000, true);
  expect(() => guardZip('x.xlsx', bytes)).not.toThrow();
  view.setUint16(46 + 10, 60_000, true);
  expect(() => guardZip('x.xlsx', bytes)).toThrow(/far too much/);
});

test('addresses', () => {
  expect([cellAddress(0, 0), columnLetter(25), columnLetter(26), columnLetter(701), columnLetter(702)]).toEqual(['A1', 'Z', 'AA', 'ZZ', 'AAA']);
});
