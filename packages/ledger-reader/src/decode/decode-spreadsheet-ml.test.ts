import { expect, test } from 'vitest';
import { decodeSpreadsheetMl, isSpreadsheetMl } from './decode-spreadsheet-ml.ts';
import { UnreadableFile } from './unreadable-file.ts';

const book = (table: string, more = ''): string => `<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"><Styles><Style ss:ID="s1"><Font ss:Color="#FF0000" ss:StrikeThrough="1"/><Interior ss:Color="#ffff00" ss:Pattern="Solid"/><NumberFormat ss:Format="0.0%"/></Style></Styles><Worksheet ss:Name="台账"><Table>${table}</Table>${more}</Worksheet></Workbook>`;
const data = (type: string, value: string): string => `<Data ss:Type="${type}">${value}</Data>`;

test('it is told by its namespace', () => {
  expect([isSpreadsheetMl(book('')), isSpreadsheetMl('<?xml version="1.0"?><html><table/></html>')]).toEqual([true, false]);
});

test.each([
  ['Number', '1.5', 1.5], ['Number', 'x', 'x'], ['String', '赵&amp;甲', '赵&甲'], ['String', '', undefined], ['DateTime', '2024-01-05T00:00:00.000', { date: '2024-01-05' }], ['DateTime', '12:00', '12:00'], ['Boolean', '1', true], ['Error', '#REF!', { error: '#REF!' }],
])('%s %j', (type, value, expected) => {
  const [sheet] = decodeSpreadsheetMl('x.xls', book(`<Row><Cell>${data(type, value)}</Cell></Row>`));
  expect(sheet?.rows[0]?.[0]).toEqual(expected);
});

test('indexes, merges, looks, hidden columns and hidden sheets', () => {
  const table = `<Column/><Column ss:Hidden="1" ss:Span="1"/><Column ss:Index="6" ss:Hidden="1"/><Row ss:Index="2"><Cell ss:Index="2" ss:StyleID="s1">${data('Number', '1')}</Cell></Row><Row ss:StyleID="s1"><Cell ss:MergeAcross="1" ss:MergeDown="2">${data('String', 'a')}</Cell></Row>`;
  const [sheet] = decodeSpreadsheetMl('x.xls', book(table, '<WorksheetOptions><Visible>SheetHidden</Visible></WorksheetOptions>'));
  const marks = { isRed: true, isStruck: true, isPercent: true, fillRgb: 'FFFF00' };
  expect(sheet).toMatchObject({ name: '台账', isHidden: true, rows: [[], [null, 1], ['a']], merges: [{ startRow: 2, startCol: 0, endRow: 4, endCol: 1 }] });
  expect([[...(sheet?.hiddenColumns ?? [])], sheet?.marks.get(16_384 + 1), sheet?.marks.get(2 * 16_384)]).toEqual([[1, 2, 5], marks, marks]);
});

test.each(['<Row ss:Index="1048578"/>', '<Row><Cell ss:Index="16386"/></Row>'])('%s lies outside every sheet', (row) => {
  expect(() => decodeSpreadsheetMl('x.xls', book(row))).toThrow(UnreadableFile);
});
