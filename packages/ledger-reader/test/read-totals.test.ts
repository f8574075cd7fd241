import { expect, test } from 'vitest';
import { inventedId, problemCells, readSheets } from './build-ledger.ts';

const heading = ['借据号', '借款人', '身份证号', '贷款金额', '放款日期', '到期日期', '贷款余额'];
const loan = (number: string, person: number, principal: string | number, balance: string | number): (string | number | null)[] => [number, `赵${'甲乙丙丁'.charAt(person)}`, inventedId(person + 1), principal, '2024-01-05', '2025-01-05', balance];
const total = (principal: number | null, balance: number | null): (string | number | null)[] => ['合计', null, null, principal, null, null, balance];

async function problemsOf(unit: string, rows: (string | number | null)[][]): Promise<string[]> {
  return problemCells(await readSheets([{ name: '台账', rows: [['贷款台账', null, `单位：${unit}`], heading, ...rows] }]));
}

test('a total that is the sum of its rows is silent', async () => {
  expect(await problemsOf('元', [loan('J1', 0, 10_000, 5000), loan('J2', 1, 20_000, 20_000), total(30_000, 25_000)])).toEqual([]);
});

test('a total typed by hand and wrong is reported in its cell', async () => {
  expect(await problemsOf('元', [loan('J1', 0, 10_000, 5000), loan('J2', 1, 20_000, 20_000), total(30_000, 24_000)])).toEqual(['G5 total_mismatch']);
});

test('Excel leaves out amounts written as text: such a total is its habit', async () => {
  expect(await problemsOf('元', [loan('J1', 0, '10000元', 5000), loan('J2', 1, 20_000, 20_000), total(20_000, 25_000)])).toEqual([]);
});

test('a total over a slip of the unit may mean the slip or what was meant', async () => {
  const rows = [loan('J1', 0, 300_000, 30), loan('J2', 1, 20, 20)];
  expect(await problemsOf('万元', [...rows, total(50, 50)])).toEqual(['D3 conflicting_values']);
  expect(await problemsOf('万元', [...rows, total(300_020, 50)])).toEqual(['D3 conflicting_values']);
});

test('a total may count a doubled line once or twice', async () => {
  const rows = [loan('J1', 0, 10_000, 5000), loan('J2', 1, 20_000, 20_000), loan('J3', 2, 10_000, 5000), loan('J4', 3, 10_000, 5000), loan('J2', 1, 20_000, 20_000)];
  expect(await problemsOf('元', [...rows, total(50_000, 35_000)])).toEqual(['A7 duplicate']);
  expect(await problemsOf('元', [...rows, total(70_000, 55_000)])).toEqual(['A7 duplicate']);
});

test('where a row cannot be read a larger total is no error, a smaller one is', async () => {
  const rows = [loan('J1', 0, '见合同', 5000), loan('J2', 1, 20_000, 20_000)];
  expect(await problemsOf('元', [...rows, total(30_000, null)])).toEqual(['D3 unreadable_amount']);
  expect((await problemsOf('元', [...rows, total(15_000, null)])).toSorted()).toEqual(['D3 unreadable_amount', 'D5 total_mismatch']);
});

test('subtotals, sums so far and the grand total each mean their own rows', async () => {
  const rows = [loan('J1', 0, 10_000, 5000), ['小计', null, null, 10_000, null, null, 5000], loan('J2', 1, 20_000, 20_000), ['小计', null, null, 20_000, null, null, 20_000], ['累计', null, null, 30_000, null, null, 25_000], total(30_000, 25_000)];
  expect(await problemsOf('元', rows)).toEqual([]);
});
