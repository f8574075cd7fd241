import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Locator, Page } from 'playwright-core';
import { foundInstitution, startJourney, type Journey, type Visit } from './journey.ts';

let journey: Journey;
let officer: Visit;
let loanAddress = '';
beforeAll(async () => {
  journey = await startJourney();
  officer = await journey.visit();
  const { page } = officer;
  await foundInstitution(journey, page);
  await page.goto('/customers/new');
  await page.getByLabel('客户名称').fill('周惊蛰');
  await page.getByLabel('客户名称').press('Control+Enter');
  await page.waitForURL(/\/customers\/[0-9a-f-]{36}/);
});
afterAll(() => journey.stop());

/** A loan of 120 000.00 at 12 %, lent today; `firstDraw` when it is lent in parts. Leaves its page open. */
async function lend(page: Page, firstDraw?: string): Promise<void> {
  await page.goto('/loans/new');
  await page.getByLabel('借款人').fill('zjz');
  await page.locator('.ant-select-item-option').filter({ hasText: '周惊蛰' }).first().click();
  await page.getByLabel('放款金额').fill('120000');
  await page.getByLabel('年利率').fill('12');
  if (firstDraw !== undefined) await page.getByLabel('首次放款').fill(firstDraw);
  await page.getByRole('button', { name: '放款并登记' }).click();
  await page.waitForURL(/\/loans\/[0-9a-f-]{36}/);
}

/** Opens one of the further actions; what it opens comes last. */
async function act(page: Page, name: string): Promise<Locator> {
  await page.getByRole('button', { name: '更多操作' }).click();
  await page.getByRole('menuitem', { name }).click();
  const form = page.getByRole('dialog').last();
  await form.waitFor();
  return form;
}

/** The figure beside a word in a list of facts or figures. */
function figure(page: Page, word: RegExp): Promise<string> {
  return page.getByRole('main').getByText(word).first().locator('xpath=following-sibling::*[1]').innerText();
}

test('a loan lent in parts takes the second part, with both plans shown beforehand', async () => {
  const { page } = officer;
  await lend(page, '50000');
  expect(await figure(page, /^贷款余额/)).toBe('50,000.00');
  const form = await act(page, '追加放款');
  await form.getByText('还可放款 70,000.00').waitFor();
  await form.getByRole('button', { name: /全部/ }).click();
  await form.getByText('还款计划对照').waitFor();
  await form.getByRole('button', { name: '登记' }).click();
  await page.getByText('已登记').waitFor();
  await form.waitFor({ state: 'hidden' });
  await page.getByText('提款', { exact: true }).waitFor();
  expect(await figure(page, /^贷款余额/)).toBe('120,000.00');
});

test('a borrower in difficulty gets a new plan; the class says so', async () => {
  const { page } = officer;
  await lend(page);
  const form = await act(page, '重组');
  await form.getByText('重组意味着什么').waitFor();
  await form.getByLabel('新的期限').fill('24');
  await form.getByLabel('原因').fill('收入中断');
  await form.getByText('还款计划对照').waitFor();
  await form.getByRole('button', { name: '登记' }).click();
  await page.getByText('关注').first().waitFor();
  await page.getByText('收入中断').first().waitFor();
  expect(await figure(page, /^贷款余额/)).toBe('120,000.00');
});

test('a new loan repays the old one; each leads to the other, and both are undone together', async () => {
  const { page } = officer;
  await lend(page);
  loanAddress = page.url();
  const form = await act(page, '借新还旧');
  await form.getByLabel('原因').fill('到期周转');
  await form.getByText('旧贷款结清').waitFor();
  await form.getByRole('button', { name: '放款并还旧' }).click();
  await page.getByText('归还旧借据').waitFor();
  expect(page.url()).not.toBe(loanAddress);
  await page.getByText('归还旧借据').getByRole('link').click();
  await page.getByText('由新借据归还').waitFor();
  await page.getByText('贷款已结清。').waitFor();
  const undo = await act(page, '撤销借新还旧');
  await undo.getByLabel('原因').fill('客户自筹还款');
  await undo.getByRole('button', { name: /撤\s?销/ }).click();
  await page.getByText('客户自筹还款').first().waitFor();
  expect(await figure(page, /^贷款余额/)).toBe('120,000.00');
});

test('a loan is handed to another officer, which its record keeps in either order', async () => {
  const { page } = officer;
  await page.goto(loanAddress);
  const form = await act(page, '移交客户经理');
  await form.getByLabel('移交给').fill('沈白露');
  await form.getByLabel('原因').fill('片区调整');
  await form.getByRole('button', { name: /移\s?交/ }).click();
  await page.getByText('→ 沈白露').waitFor();
  await page.getByText('按录入时间').click();
  await page.getByText('→ 沈白露').waitFor();
  await page.goto('/loans');
  await page.getByRole('button', { name: '移交' }).click();
  const many = page.getByRole('dialog').last();
  await many.getByLabel('当前筛选出的贷款').check();
  await many.getByLabel('移交给').fill('何秋分');
  await many.getByLabel('原因').fill('岗位调整');
  await many.getByRole('button', { name: /移\s?交/ }).click();
  await page.getByText(/已移交 \d+ 笔贷款/).waitFor();
  expect(officer.faults).toEqual([]);
});

test('a loan entered by mistake is made void and leaves the list', async () => {
  const { page } = officer;
  await lend(page);
  const number = await page.getByRole('heading', { level: 1, name: /^J20/ }).innerText();
  const form = await act(page, '作废');
  await form.getByLabel('原因').fill('录入到了别人名下');
  await form.getByRole('button', { name: '作废这笔贷款' }).click();
  await page.getByText('这笔贷款已作废').waitFor();
  await page.goto('/loans');
  await page.getByText('周惊蛰').first().waitFor();
  expect(await page.getByText(number).count()).toBe(0);
  expect(officer.faults).toEqual([]);
});
