import { expect, test } from 'vitest';
import { UnreadableFile } from '../unreadable-file.ts';
import { readSharedStrings, unescaped } from './read-shared-strings.ts';
import { readSheet, type SheetContent } from './read-sheet.ts';
import { readStyles } from './read-styles.ts';

async function* pieces(text: string, size = 7): AsyncGenerator<string> {
  for (let at = 0; at < text.length; at += size) yield text.slice(at, at + size);
}

const styles = readStyles(`<styleSheet><numFmts><numFmt numFmtId="164" formatCode="yyyy&quot;年&quot;m&quot;月&quot;"/></numFmts>
  <fonts><font/><font><strike/><color rgb="FFFF0000"/></font><font><strike val="0"/><color indexed="10"/></font></fonts>
  <fills><fill><patternFill patternType="none"><fgColor rgb="FFFF0000"/></patternFill></fill><fill><patternFill patternType="solid"><fgColor rgb="FFFFFF00"/></patternFill></fill></fills>
  <cellStyleXfs><xf numFmtId="9"/></cellStyleXfs>
  <cellXfs><xf/><xf numFmtId="164"/><xf numFmtId="10" fontId="1"/><xf fontId="2" fillId="1"/><xf numFmtId="31"/></cellXfs></styleSheet>`);

async function read(sheetData: string, cells = 1000, isDate1904 = false): Promise<SheetContent> {
  return readSheet(pieces(`<worksheet>${sheetData}</worksheet>`), { fileName: 'x.xlsx', strings: ['共享', ''], formats: styles, isDate1904, budget: { cells } });
}

test('cell formats say days, percent, red, struck and filled', () => {
  expect(styles).toEqual([
    { isDate: false, marks: null }, { isDate: true, marks: null }, { isDate: false, marks: { isRed: true, isStruck: true, isPercent: true } },
    { isDate: false, marks: { isRed: true, fillRgb: 'FFFF00' } }, { isDate: true, marks: null },
  ]);
});

test.each([
  ['a shared text', '<c r="A1" t="s"><v>0</v></c>', '共享'], ['a shared text that is empty', '<c r="A1" t="s"><v>1</v></c>', undefined], ['a shared text nobody shares', '<c r="A1" t="s"><v>9</v></c>', undefined],
  ['a text of its own', '<c r="A1" t="inlineStr"><is><r><t>赵</t></r><r><t>甲</t></r><rPh><t>zhao</t></rPh></is></c>', '赵甲'], ['the text of a formula', '<c r="A1" t="str"><f>A2&amp;B2</f><v>a_x000D_b</v></c>', 'a\rb'],
  ['a number', '<c r="A1"><v>1.5</v></c>', 1.5], ['a truth', '<c r="A1" t="b"><v>1</v></c>', true], ['a broken formula', '<c r="A1" t="e"><f>X</f><v>#REF!</v></c>', { error: '#REF!' }], ['the words of a broken formula', '<c r="A1" t="str"><v>#N/A</v></c>', { error: '#N/A' }],
  ['a day', '<c r="A1" s="1"><v>45296</v></c>', { date: '2024-01-05' }], ['a day with its hour', '<c r="A1" s="4"><v>45296.75</v></c>', { date: '2024-01-05' }], ['eight digits in a date format', '<c r="A1" s="1"><v>20240105</v></c>', 20_240_105],
  ['a day as text', '<c r="A1" t="d"><v>2024-01-05T00:00:00</v></c>', { date: '2024-01-05' }], ['a format without a cell', '<c r="A1" s="2"/>', undefined],
])('%s', async (_what, cell, expected) => {
  const { rows } = await read(`<sheetData><row r="1">${cell}</row></sheetData>`);
  expect(rows[0]?.[0]).toEqual(expected);
});

test('days of a workbook that counts from 1904', async () => {
  const { rows } = await read('<sheetData><row><c s="1"><v>43834</v></c></row></sheetData>', 10, true);
  expect(rows).toEqual([[{ date: '2024-01-05' }]]);
});

test('cells and rows without references follow one another, gaps stay empty', async () => {
  const { rows, marks, merges, hiddenColumns } = await read('<cols><col min="2" max="3" hidden="1"/><col min="9" max="9"/></cols><sheetData><row><c><v>1</v></c><c s="3"><v>2</v></c></row><row r="4"><c r="C4"><v>3</v></c></row></sheetData><mergeCells><mergeCell ref="A1:B2"/><mergeCell ref="$C$4"/><mergeCell ref="?"/></mergeCells>');
  expect(rows).toEqual([[1, 2], [], [], [null, null, 3]]);
  expect([marks.get(1), marks.get(0), marks.size]).toEqual([{ isRed: true, fillRgb: 'FFFF00' }, undefined, 1]);
  expect(merges).toEqual([{ startRow: 0, startCol: 0, endRow: 1, endCol: 1 }, { startRow: 3, startCol: 2, endRow: 3, endCol: 2 }]);
  expect([...hiddenColumns]).toEqual([1, 2]);
});

test.each(['<row r="0"/>', '<row r="1048577"/>', '<row><c r="XFE1"><v>1</v></c></row>', '<row><c r="1"><v>1</v></c></row>', '<row r="x"/>'])('%s lies outside every sheet', async (row) => {
  await expect(read(`<sheetData>${row}</sheetData>`)).rejects.toThrow(UnreadableFile);
});

test('more cells than a workbook may hold are refused', async () => {
  await expect(read('<sheetData><row><c r="J1"><v>1</v></c></row><row><c r="J2"><v>1</v></c></row></sheetData>', 15)).rejects.toThrow(/more rows/);
});

test('shared texts: runs are joined, reading aids left out', async () => {
  const xml = '<sst><si><t>借据</t></si><si><r><t>赵</t></r><r><t xml:space="preserve"> 甲</t></r><rPh><t>x</t></rPh></si><si/><si><t>a&amp;_x0041_</t></si></sst>';
  expect(await readSharedStrings(pieces(xml))).toEqual(['借据', '赵 甲', '', 'a&A']);
  expect(unescaped('_xZZZZ_')).toBe('_xZZZZ_');
});
