import type { ImportProblem } from '@loanbook/contract/features/imports.ts';
import { markKey } from '@loanbook/ledger-reader/decode/cell-grid.ts';
import { readLedger } from '@loanbook/ledger-reader/read-ledger.ts';
import { rowColour } from '@loanbook/ledger-reader/tables/row-colours.ts';
import { readXlsx, writeXlsx, type Sheet } from 'hucre/xlsx';
import { expect, test } from 'vitest';
import { markFills, markWorkbook } from './marked-workbook.ts';

const headings = ['借款人', '身份证号', '借据号', '放款金额(元)', '年利率(%)', '放款日期', '到期日期', '贷款余额(元)'];
const rows = [
  ['甲立春', '110105194912310021', 'JJ-1', 120_000, 12, '2025-09-15', '2026-09-15', 70_000],
  ['乙雨水', '440524188001010014', 'JJ-2', 60_000, 12, '2025-02-30', '2026-02-10', 60_000],
];

async function workbook(): Promise<Uint8Array> {
  return writeXlsx({
    sheets: [{
      name: '放款台账', rows: [['某小贷放款台账'], headings, ...rows], merges: [{ startRow: 0, startCol: 0, endRow: 0, endCol: 7 }],
      columns: headings.map((_, index) => ({ width: 10 + index })), cells: new Map([['2,3', { style: { numFmt: '#,##0.00', font: { bold: true } } }], ['3,5', { comment: { author: '会计', text: '待核' } }]]),
    }, { name: '说明', rows: [['口径说明']] }],
  });
}

async function problemsOf(name: string, bytes: Uint8Array): Promise<ImportProblem[]> {
  const reading = await readLedger([{ name, bytes }], { asOf: '2026-02-28' });
  return reading.problems.map((problem, number) => ({ ...problem, number }));
}

async function marked(name: string, bytes: Uint8Array): Promise<{ readonly sheets: readonly Sheet[]; readonly bytes: Uint8Array }> {
  const result = await markWorkbook({ name, bytes }, await problemsOf(name, bytes), 'zh');
  return { sheets: (await readXlsx(result, { readStyles: true })).sheets, bytes: result };
}

test('a doubtful cell is filled and says what is wrong and what to do; all else is as it was', async () => {
  const { sheets } = await marked('台账.xlsx', await workbook());
  const [ledger, notes] = sheets;
  expect(ledger?.rows.slice(2)).toEqual(rows);
  expect(ledger?.merges).toEqual([{ startRow: 0, startCol: 0, endRow: 0, endCol: 7 }]);
  expect(ledger?.columns?.map((column) => column.width)).toEqual(headings.map((_, index) => 10 + index));
  expect(ledger?.cells?.get('2,3')?.style).toMatchObject({ numFmt: '#,##0.00', font: { bold: true } });
  expect(notes?.rows).toEqual([['口径说明']]);
  const badId = ledger?.cells?.get('2,1');
  expect(badId?.style?.fill).toMatchObject({ type: 'pattern', fgColor: { rgb: 'D9A6F2' } });
  expect(badId?.comment?.text).toMatch(/校验/);
  // A comment of the person's own stays in front of ours.
  expect(ledger?.cells?.get('3,5')?.comment?.text).toMatch(/^待核\n\n./);
});

test('marks mean nothing when the workbook comes back: the same records, the same problems', async () => {
  const original = await workbook();
  const before = await readLedger([{ name: '台账.xlsx', bytes: original }], { asOf: '2026-02-28' });
  const after = await readLedger([{ name: '台账.xlsx', bytes: (await marked('台账.xlsx', original)).bytes }], { asOf: '2026-02-28' });
  expect(before.problems.length).toBeGreaterThan(1);
  expect(after).toEqual(before);
});

test('a text file becomes a workbook of the same cells, long numbers whole', async () => {
  const text = [headings, ...rows].map((row) => row.join(',')).join('\n');
  const { sheets } = await marked('台账.csv', new TextEncoder().encode(text));
  expect(sheets[0]?.rows[1]?.slice(0, 4)).toEqual(['甲立春', '110105194912310021', 'JJ-1', '120000']);
  expect(sheets[0]?.cells?.get('1,1')?.comment?.text).toMatch(/校验/);
});

test.each(Object.values(markFills))('a row filled with %s has no colour that means anything in a ledger', (fillRgb) => {
  const sheet = { name: '放款台账', isHidden: false, rows: [['甲立春', 'JJ-1']], merges: [], hiddenColumns: new Set<number>(), marks: new Map([[markKey(0, 0), { fillRgb }], [markKey(0, 1), { fillRgb }]]) };
  expect(rowColour(sheet, 0, 2)).toBeNull();
  expect(rowColour({ ...sheet, marks: new Map([[markKey(0, 0), { fillRgb: 'FFE699' }], [markKey(0, 1), { fillRgb: 'FFE699' }]]) }, 0, 2)).toBe('yellow');
});
