import { buildXls } from './build-xls.ts';
import { buildZip, workbookParts, type WorkbookXml } from './build-zip.ts';
import type { Dice } from './dice.ts';

interface MadeFile {
  readonly bytes: Uint8Array;
  readonly extension: string;
}
type Family = readonly [name: string, make: (roll: Dice) => MadeFile];

const text = (content: string, extension: string): MadeFile => ({ bytes: new TextEncoder().encode(content), extension });
const xlsx = (parts: WorkbookXml): MadeFile => ({ bytes: buildZip(workbookParts(parts)), extension: 'xlsx' });
const oneOf = <Item>(roll: Dice, items: readonly [Item, ...Item[]]): Item => items[roll(items.length)] ?? items[0];
const noise = (roll: Dice, length: number): Uint8Array => Uint8Array.from({ length }, () => roll(256));

const cells = (row: number, values: readonly (string | number)[]): string => `<row r="${row}">${values.map((value, column) => `<c r="${String.fromCharCode(65 + column)}${row}"${typeof value === 'number' ? `><v>${value}</v>` : ` t="inlineStr"><is><t>${value}</t></is>`}</c>`).join('')}</row>`;
const head = cells(1, ['借据号', '借款人', '贷款金额', '放款日期', '到期日期', '贷款余额']);
const line = (row: number): string => cells(row, [`J${row}`, '赵甲', 10_000, 45_296, 45_662, 5000]);
const ledger = `<sheetData>${head}${Array.from({ length: 20 }, (_, index) => line(index + 2)).join('')}</sheetData>`;
const oldLedger = [['借据号', '借款人', '贷款金额', '放款日期'], ...Array.from({ length: 20 }, (_, index) => [`J${index}`, '赵甲', 10_000, 45_296])];

function damaged(roll: Dice, bytes: Uint8Array): Uint8Array {
  const copy = bytes.slice();
  for (let count = 1 + roll(12); count > 0; count -= 1) copy[roll(copy.length)] = roll(256);
  return copy;
}

const bombRow = line(2).repeat(200);
const entities = (depth: number): string => `<!DOCTYPE a [<!ENTITY e0 "lol">${Array.from({ length: depth }, (_, index) => `<!ENTITY e${index + 1} "${`&e${index};`.repeat(10)}">`).join('')}]>`;
const pairBait = ['1', '(', '9,', '一', '年', 'x', '-', '1.', '万', '％', '：', '年1', 'LPR+', '\u200b', '第', '月息', '. '] as const;

/** Each family makes another file each time; see the name for what it tries. */
export const hostileFamilies: readonly Family[] = [
  ['a sheet that unpacks to far more than the directory says', (roll) => xlsx({ sheet: `<sheetData>${bombRow.repeat(20 + roll(60))}</sheetData>`, claimedSheetBytes: 1000 + roll(5000) })],
  ['a directory that claims gigabytes', (roll) => xlsx({ sheet: ledger, claimedSheetBytes: 2_000_000_000 + roll(2_000_000_000) })],
  ['a part that is all the same character', (roll) => xlsx({ sheet: ledger, strings: `<sst><si><t>${'A'.repeat(1_000_000 + roll(4_000_000))}</t></si></sst>` })],
  ['entities that multiply', (roll) => xlsx({ sheet: ledger, strings: `<?xml version="1.0"?>${entities(5 + roll(20))}<sst><si><t>&e9;</t></si></sst>` })],
  ['entities that multiply in a page', (roll) => text(`<?xml version="1.0"?>${entities(5 + roll(20))}<html><table><tr><td>&e9;</td></tr></table></html>`, 'xls')],
  ['an entity from the disk or the net', (roll) => text(`<?xml version="1.0"?><!DOCTYPE a [<!ENTITY x SYSTEM "${oneOf(roll, ['file:///etc/passwd', 'http://127.0.0.1:1/x', 'expect://id'])}">]><table><tr><td>借据号</td><td>&x;</td></tr></table>`, oneOf(roll, ['xls', 'html', 'xlsx']))],
  ['elements within elements without end', (roll) => xlsx({ sheet: `${'<a>'.repeat(50_000 + roll(200_000))}${ledger}` })],
  ['a page of tables within tables', (roll) => text(`<html>${'<table><tr><td>'.repeat(200 + roll(3000))}借据号`, 'xls')],
  ['a zip whose directory points anywhere', (roll) => {
    const bytes = xlsx({ sheet: ledger }).bytes;
    const view = new DataView(bytes.buffer);
    view.setUint32(bytes.length - 6, oneOf(roll, [roll(bytes.length), 0xffffffff, bytes.length - 22]), true);
    view.setUint16(bytes.length - 12, roll(65_536), true);
    return { bytes, extension: 'xlsx' };
  }],
  ['a workbook cut off', (roll) => {
    const { bytes } = xlsx({ sheet: ledger });
    return { bytes: bytes.slice(0, 1 + roll(bytes.length - 1)), extension: 'xlsx' };
  }],
  ['a workbook with some bytes changed', (roll) => ({ bytes: damaged(roll, xlsx({ sheet: ledger, styles: '<styleSheet><cellXfs><xf/></cellXfs></styleSheet>' }).bytes), extension: 'xlsx' })],
  ['cells outside every sheet', (roll) => xlsx({ sheet: `<dimension ref="A1:XFD1048576"/><sheetData>${head}<row r="${oneOf(roll, [1_048_576, 999_999_999, 0, -5])}"><c r="${oneOf(roll, ['XFD1048576', 'ZZZZZZZ1', '1', ''])}"><v>1</v></c></row></sheetData>` })],
  ['a corner cell in every thousandth row', (roll) => xlsx({ sheet: `<sheetData>${Array.from({ length: 100 + roll(2000) }, (_, index) => `<row r="${index * 500 + 1}"><c r="XFD${index * 500 + 1}"><v>1</v></c></row>`).join('')}</sheetData>` })],
  ['indexes and numbers that do not exist', (roll) => xlsx({ sheet: `<sheetData>${head}<row r="2"><c r="A2" t="s"><v>${roll(1_000_000_000)}</v></c><c r="B2" t="s"><v>-1</v></c><c r="C2" s="${roll(70_000)}"><v>1e999</v></c><c r="D2" t="d"><v>not a day</v></c><c r="E2"><v>NaN</v></c><c r="F2" t="zz"><v>${'9'.repeat(400)}</v></c></row></sheetData>`, strings: '<sst/>', styles: '<styleSheet/>' })],
  ['days that no calendar has', (roll) => xlsx({ sheet: `<sheetData>${head}${cells(2, ['J1', '赵甲', 1e308, -1e15, 9_007_199_254_740_992, roll(1_000_000_000)])}</sheetData>`, styles: '<styleSheet><numFmts><numFmt numFmtId="200" formatCode="yyyy"/></numFmts><cellXfs><xf numFmtId="200"/></cellXfs></styleSheet>' })],
  ['merges over everything', (roll) => xlsx({ sheet: `${ledger}<mergeCells>${Array.from({ length: 500 + roll(20_000) }, () => `<mergeCell ref="A${1 + roll(20)}:XFD${1 + roll(1_048_576)}"/>`).join('')}</mergeCells>` })],
  ['thousands of sheets', (roll) => xlsx({ workbook: `<workbook><sheets>${Array.from({ length: 500 + roll(3000) }, (_, index) => `<sheet name="s${index}" r:id="rId1"/>`).join('')}</sheets></workbook>`, sheet: '<sheetData/>' })],
  ['macros and links to other files', (roll) => xlsx({ sheet: ledger, more: [{ path: 'xl/vbaProject.bin', content: noise(roll, 5000) }, { path: '../../../../tmp/evil', content: 'x' }, { path: 'xl/externalLinks/externalLink1.xml', content: '<externalLink/>' }] })],
  ['a zip with a password', (roll) => ({ bytes: buildZip(workbookParts({ sheet: ledger }).map((part) => ({ ...part, flags: 1 }))), extension: oneOf(roll, ['xlsx', 'zip']) })],
  ['a zip that is no workbook', (roll) => ({ bytes: buildZip([{ path: oneOf(roll, ['word/document.xml', 'mimetype', 'a.zip', '']), content: noise(roll, 300) }]), extension: 'xlsx' })],
  ['an encrypted package', (roll) => ({ bytes: new Uint8Array(Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), noise(roll, 600), Buffer.from('EncryptedPackage', 'utf16le'), noise(roll, 500)])), extension: 'xlsx' })],
  ['a locked old workbook', () => ({ bytes: buildXls([{ name: 'a', rows: oldLedger }], { isLocked: true }), extension: 'xls' })],
  ['an old workbook with some bytes changed', (roll) => ({ bytes: damaged(roll, buildXls([{ name: '台账', rows: oldLedger }])), extension: 'xls' })],
  ['an old workbook cut off', (roll) => {
    const bytes = buildXls([{ name: '台账', rows: oldLedger }]);
    return { bytes: bytes.slice(0, 8 + roll(bytes.length - 8)), extension: 'xls' };
  }],
  ['an OLE container of noise', (roll) => ({ bytes: new Uint8Array(Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), noise(roll, 512 + roll(20_000))])), extension: 'xls' })],
  ['Excel 2003 XML with indexes beyond the sheet', (roll) => text(`<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet ss:Name="a"><Table><Column ss:Index="1" ss:Span="999999999" ss:Hidden="1"/><Row ss:Index="${oneOf(roll, [5, 1_048_577, 999_999_999])}"><Cell ss:Index="${oneOf(roll, [3, 16_385, 99_999_999])}" ss:MergeAcross="99999999" ss:MergeDown="99999999"><Data ss:Type="Number">x</Data></Cell></Row></Table></Worksheet></Workbook>`, 'xls')],
  ['spans without end in a page', (roll) => text(`<html><table>${`<tr><td rowspan="${1 + roll(1_000_000)}" colspan="${1 + roll(100_000)}">借据号`.repeat(1 + roll(100))}`, 'xls')],
  ['a million columns', (roll) => text(`${'1,'.repeat(200_000 + roll(800_000))}\n借据号,借款人,贷款金额\n`, 'csv')],
  ['a hundred thousand empty lines', (roll) => text(`借据号,借款人,贷款金额${'\n'.repeat(50_000 + roll(100_000))}J1,赵甲,5000`, 'csv')],
  ['a quote that never closes', (roll) => text(`借据号,借款人\n"${'a,b\n'.repeat(10_000 + roll(100_000))}`, 'csv')],
  ['formulas in a text file', (roll) => text(`借据号,借款人,贷款金额,放款日期,用途\n${Array.from({ length: 20 }, (_, row) => `J${row},赵甲,5000,2024-01-02,${oneOf(roll, ["=cmd|'/c calc'!A1", '@SUM(1)', '+1+cmd', '-2+3', '=HYPERLINK("http://x")'])}`).join('\n')}`, 'csv')],
  ['zero bytes', (roll) => ({ bytes: new Uint8Array(1 + roll(100_000)), extension: oneOf(roll, ['csv', 'xlsx', 'xls']) })],
  ['zero bytes within text', (roll) => text(`借据号,借款人\u0000,贷款金额\n${`J1\u0000,赵${'\u0000'.repeat(roll(50))}甲,5000\n`.repeat(200)}`, 'csv')],
  ['another kind of file', (roll) => ({ bytes: new Uint8Array(Buffer.concat([oneOf(roll, [Buffer.from('%PDF-1.7'), Buffer.from([0x89, 0x50, 0x4e, 0x47]), Buffer.from([0xff, 0xd8, 0xff]), Buffer.from('MZ'), Buffer.from('Rar!')]), noise(roll, 2000)])), extension: oneOf(roll, ['xlsx', 'xls', 'csv']) })],
  ['noise', (roll) => ({ bytes: noise(roll, 1 + roll(30_000)), extension: oneOf(roll, ['xlsx', 'xls', 'csv', 'txt']) })],
  ['broken UTF-16', (roll) => ({ bytes: new Uint8Array(Buffer.concat([Buffer.from([0xff, 0xfe]), noise(roll, 1 + roll(5000))])), extension: 'csv' })],
  ['cells made to slow patterns down', (roll) => {
    const bait = oneOf(roll, pairBait).repeat(8000);
    return text(`借据号,借款人,身份证号,联系电话,贷款金额,月利率(‰),放款日期,到期日期,期限(月),备注\n${`${Array.from({ length: 10 }, () => bait).join(',')}\n`.repeat(5)}`, 'csv');
  }],
  ['captions made to slow patterns down', (roll) => text(`${oneOf(roll, ['截止日期：', '单位：', '借款人：', 'LPR', '注：黄色'])}${oneOf(roll, pairBait).repeat(20_000)}\n${'： '.repeat(5000)}\n借据号,借款人,贷款金额\nJ1,赵甲,5000\nJ2,赵甲,5000\nJ3,赵甲,5000`, 'csv')],
  ['nothing but headings', (roll) => text(Array.from({ length: 1000 + roll(2000) }, (_, row) => `借据号${row % 3},借款人,贷款金额,放款日期,第${row}期`).join('\n'), 'csv')],
  ['one borrower with all the loans', (roll) => text(`借款人,贷款金额,放款日期,余额\n${Array.from({ length: 3000 + roll(3000) }, (_, row) => `赵甲,${5000 + row},2024-01-02,5000`).join('\n')}`, 'csv')],
];
