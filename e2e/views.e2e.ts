import { afterAll, beforeAll, expect, test } from 'vitest';
import { accessibilityFaults } from './axe.ts';
import { overflowOf, signIn, startJourney, type Journey, type Visit } from './journey.ts';

let journey: Journey;
beforeAll(async () => {
  journey = await startJourney(['--demo']);
});
afterAll(() => journey.stop());

async function visitSignedIn(look: { isPhone?: boolean; isDark?: boolean } = {}): Promise<Visit> {
  const visit = await journey.visit(look);
  await signIn(visit.page, 'demo', 'loanbook demo book');
  await visit.page.getByRole('heading', { name: '工作台' }).waitFor();
  return visit;
}

const overdueOnly = encodeURIComponent(JSON.stringify([{ key: 'status', operator: 'in', values: ['overdue'] }]));

test('a list is kept as a view, says that it was changed, and comes back', async () => {
  const visit = await visitSignedIn();
  const { page } = visit;
  await page.goto(`/loans?filters=${overdueOnly}&group=manager`);
  await page.getByRole('button', { name: '视图：全部记录, 已改动' }).click();
  await page.getByRole('menuitem', { name: '另存为视图…' }).click();
  await page.getByLabel('视图名称').fill('逾期按经理');
  await page.getByLabel('视图名称').press('Enter');
  await page.getByRole('button', { name: '视图：逾期按经理', exact: true }).waitFor();

  await page.getByRole('button', { name: '清除全部' }).click();
  await page.getByRole('button', { name: '视图：逾期按经理, 已改动' }).click();
  await page.getByRole('menuitem', { name: '放弃改动' }).click();
  await page.getByRole('button', { name: '视图：逾期按经理', exact: true }).click();
  await page.getByRole('menuitem', { name: '共享与默认…' }).click();
  await page.getByLabel('共享给本机构所有人').check();
  await page.getByLabel('可编辑的人员').check();
  await page.getByRole('dialog').getByRole('button', { name: '确定' }).click();
  await page.getByText('已更新共享设置').waitFor();

  await page.goto('/loans');
  await page.getByRole('button', { name: '视图：逾期按经理', exact: true }).click();
  await page.getByRole('menuitem', { name: '全部记录' }).click();
  await page.getByRole('gridcell').first().waitFor();
  expect(visit.faults).toEqual([]);
});

test.each([{ isPhone: false, isDark: false }, { isPhone: true, isDark: true }])('groups open to their rows and break no rule of access (%j)', async (look) => {
  const visit = await visitSignedIn(look);
  const { page } = visit;
  await page.goto('/loans?view=standard&group=status');
  await page.getByRole('button', { name: '逾期', exact: true }).click();
  await page.getByText(/共 \d+ 行/).first().waitFor();
  expect(await accessibilityFaults(page)).toEqual([]);
  expect(await overflowOf(page)).toBe(0);
  expect(visit.faults).toEqual([]);
});

test('Ctrl+K finds a borrower by one character and opens the page with Enter', async () => {
  const visit = await visitSignedIn();
  const { page } = visit;
  await page.keyboard.press('Control+k');
  const box = page.getByRole('combobox');
  await box.fill('林');
  await page.getByRole('group', { name: '客户' }).waitFor();
  expect(await accessibilityFaults(page)).toEqual([]);
  const name = await page.getByRole('option', { selected: true }).innerText();
  await box.press('Enter');
  await page.getByRole('heading', { level: 1 }).filter({ hasText: name.split('\n')[0] ?? name }).waitFor();
  expect(visit.faults).toEqual([]);
});

test('the search fits the phone and is left with its own button', async () => {
  const visit = await visitSignedIn({ isPhone: true });
  const { page } = visit;
  await page.getByRole('button', { name: /搜索客户/ }).click();
  await page.getByRole('combobox').fill('J20');
  await page.getByRole('group', { name: '贷款' }).waitFor();
  expect(await overflowOf(page)).toBe(0);
  await page.getByRole('button', { name: '关闭' }).click();
  expect(await page.getByRole('combobox').count()).toBe(0);
});
