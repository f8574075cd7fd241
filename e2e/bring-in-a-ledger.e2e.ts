import { writeXlsx } from 'hucre/xlsx';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { signIn, startJourney, type Journey, type Visit } from './journey.ts';

let journey: Journey;
let clerk: Visit;
beforeAll(async () => {
  journey = await startJourney(['--demo']);
  clerk = await journey.visit();
  await signIn(clerk.page, 'demo', 'loanbook demo book');
  await clerk.page.getByRole('heading', { name: '工作台' }).waitFor();
});
afterAll(() => journey.stop());

interface LedgerFile {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

type Line = readonly (string | number)[];
const header = ['序号', '借款人', '联系电话', '合同编号', '借据号', '放款金额(元)', '年利率(%)', '放款日期', '到期日期', '还款方式', '贷款余额(元)', '逾期天数'];

async function workbook(asOf: string, lines: readonly Line[]): Promise<LedgerFile> {
  const bytes = await writeXlsx({ sheets: [{ name: '贷款台账', rows: [['清明农贷台账'], [`截止日期：${asOf}`], header, ...lines.map((line) => [...line])] }] });
  return { name: '台账.xlsx', mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', buffer: Buffer.from(bytes) };
}

/** 360 lines as a small lender keeps them, one of them with an amount that says nothing. */
function ledger(): Promise<LedgerFile> {
  const lines = Array.from({ length: 360 }, (_, index) => [
    index + 1, `庚${'子丑寅卯辰巳午未申酉'.charAt(index % 10)}${'甲乙丙丁戊己'.charAt(Math.floor(index / 10) % 6)}${index}`, `1603812${String(1000 + index)}`, `QM-${index}`, `QJ${String(10_000 + index)}`,
    index === 7 ? '见合同' : 50_000, 12, '2025-09-15', '2026-09-15', '等额本金', index === 7 ? '' : 30_000, index % 5 === 0 ? 20 : 0,
  ]);
  return workbook('2026-03-31', lines);
}

/** A month later: one loan on which a receipt was taken meanwhile, one that was not, and a new one. */
function laterLedger(): Promise<LedgerFile> {
  return workbook('2026-04-30', [
    [1, '庚丑甲1', '16038121001', 'QM-1', 'QJ10001', 50_000, 12, '2025-09-15', '2026-09-15', '等额本金', 25_000, 0],
    [2, '庚卯甲3', '16038121003', 'QM-3', 'QJ10003', 50_000, 12, '2025-09-15', '2026-09-15', '等额本金', 25_000, 0],
    [3, '辛惊蛰', '16038129999', 'QM-999', 'QJ19999', 50_000, 12, '2026-04-15', '2027-04-15', '等额本金', 50_000, 0],
  ]);
}

async function choose(file: LedgerFile): Promise<void> {
  const { page } = clerk;
  await page.goto('/imports');
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: '选择文件' }).click();
  await (await chooser).setFiles(file);
}

test('a workbook is dropped, looked at, written, and held against the paper', async () => {
  const { page } = clerk;
  await choose(await ledger());
  await page.waitForURL(/\/imports\/[0-9a-f-]{36}/);
  await page.getByText('360 笔贷款').first().waitFor();
  expect(await page.locator('input[value="2026-03-31"]').count()).toBeGreaterThan(0);
  await page.getByRole('tab', { name: /问题/ }).click();
  await page.getByText('见合同').first().waitFor();
  await page.getByRole('button', { name: '写入账本' }).click();
  await page.getByRole('button', { name: '确认写入' }).click();
  await page.getByText('已写入账本').waitFor();
  await page.getByText('相符').first().waitFor();
  await page.getByText('没有放款金额').waitFor();
});

test('its loans are in the list at once, found by their number', async () => {
  const { page } = clerk;
  await page.goto('/loans');
  await page.getByRole('main').getByRole('searchbox').or(page.getByRole('main').getByPlaceholder(/搜索/)).first().fill('QJ10005');
  await page.getByText('庚巳甲5').first().waitFor();
  expect(await page.getByText('庚寅甲2').count()).toBe(0);
});

test('a file that is no table is refused in words', async () => {
  const { page } = clerk;
  await choose({ name: '照片.png', mimeType: 'image/png', buffer: Buffer.from('not a table') });
  await page.getByText(/照片\.png/).first().waitFor();
  await page.getByText(/不是|不能|无法|格式/).first().waitFor();
  expect(page.url()).toMatch(/\/imports$/);
});

test('lines pasted from a spreadsheet are matched, shown and posted at once', async () => {
  const { page } = clerk;
  await page.goto('/repayments/batch');
  await page.getByRole('table').getByRole('textbox').first().click();
  await page.evaluate((text) => {
    const data = new DataTransfer();
    data.setData('text/plain', text);
    document.activeElement?.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
  }, 'QJ10001\t1000.00\nQJ10002\t2000.00\n');
  await page.getByText('庚丑甲1').first().waitFor();
  await page.getByText('庚寅甲2').first().waitFor();
  await page.getByRole('button', { name: /登记 2 笔/ }).click();
  await page.getByText(/已登记 2 笔，合计 3,000\.00 元/).first().waitFor();
  expect(clerk.faults).toEqual([]);
});

test('a month later what would change is shown before it is written, and the book stands where a receipt was taken', async () => {
  const { page } = clerk;
  await choose(await laterLedger());
  await page.getByRole('tab', { name: /与账本比较/ }).click();
  await page.getByText('30,000.00 → 25,000.00').waitFor();
  expect(await page.getByRole('tab', { name: /与账本比较/ }).textContent()).toContain('以账本为准');
  await page.getByText('账本里还没有，将新增').waitFor();
  await page.getByText('与账本按收款算出的不同，以账本为准').first().waitFor();
  await page.getByText(/罚息按合同利率的 1\.5 倍计/).first().waitFor();
  await page.getByRole('button', { name: '写入账本' }).click();
  await page.getByRole('button', { name: '确认写入' }).click();
  await page.getByText('已写入账本').waitFor();
  await page.getByText(/与账本不同，以账本为准/).first().waitFor();
  await page.getByRole('spinbutton', { name: '贷款笔数' }).fill('3');
  await page.getByRole('button', { name: /^核\s*对$/ }).click();
  await page.getByText('与您的合计一致').waitFor();
});

test('an import is undone from its report, and the balances are those of before', async () => {
  const { page } = clerk;
  await page.getByRole('button', { name: '撤销这次导入' }).click();
  await page.getByRole('dialog').getByLabel('撤销原因').fill('选错了文件');
  await page.getByRole('button', { name: '撤销导入' }).click();
  await page.getByText('这次导入已撤销').waitFor();
  await page.goto('/loans');
  const search = page.getByRole('main').getByRole('searchbox').or(page.getByRole('main').getByPlaceholder(/搜索/)).first();
  await search.fill('QJ10003');
  await page.getByText('30,000.00').first().waitFor();
  await search.fill('QJ19999');
  await page.getByText(/没有符合|没有找到|没有贷款/).first().waitFor();
  expect(clerk.faults).toEqual([]);
});
