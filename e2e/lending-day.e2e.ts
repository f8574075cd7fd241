import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { foundInstitution, overflowOf, startJourney, type Journey, type Visit } from './journey.ts';

let journey: Journey;
let officer: Visit;
beforeAll(async () => {
  journey = await startJourney();
  officer = await journey.visit();
});
afterAll(() => journey.stop());

/** The figure beside a word in a list of facts or figures. */
function figure(page: Page, word: RegExp): Promise<string> {
  return page.getByRole('main').getByText(word).first().locator('xpath=following-sibling::*[1]').innerText();
}

test('the institution is founded from the link', async () => {
  const { page } = officer;
  await foundInstitution(journey, page);
  expect(await page.getByText('石桥小额贷款有限公司').count()).toBeGreaterThan(0);
});

test('a customer is filed; the ID number fills birth date and gender', async () => {
  const { page } = officer;
  await page.goto('/customers/new');
  await page.getByLabel('客户名称').fill('孙立夏');
  await page.getByLabel('证件号码', { exact: true }).fill('110105194912310021');
  await page.keyboard.press('Tab');
  await page.getByText(/校验/).waitFor();
  await page.getByLabel('证件号码', { exact: true }).fill('11010519491231002X');
  await page.getByLabel('手机', { exact: true }).fill('16038120011');
  await page.getByLabel('手机', { exact: true }).press('Control+Enter');
  await page.waitForURL(/\/customers\/[0-9a-f-]{36}/);
  await page.getByText('1949-12-31').waitFor();
  await page.getByText('110105********002X').waitFor();
  expect(await page.getByText('11010519491231002X').count()).toBe(0);
});

test('a loan is lent with its plan shown beforehand', async () => {
  const { page } = officer;
  await page.goto('/loans/new');
  await page.getByLabel('借款人').fill('slx');
  await page.getByRole('option').filter({ hasText: '孙立夏' }).first().or(page.locator('.ant-select-item-option').filter({ hasText: '孙立夏' }).first()).click();
  await page.getByLabel('放款金额').click();
  await page.keyboard.type('50000');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Shift+Tab');
  // Coming back, what is typed replaces the amount instead of being added to its end.
  await page.keyboard.type('120000');
  await page.getByLabel('年利率').fill('12');
  await page.getByText('壹拾贰万元整').waitFor();
  await page.getByText('10,661.85').first().waitFor();
  await page.getByRole('button', { name: '放款并登记' }).click();
  await page.waitForURL(/\/loans\/[0-9a-f-]{36}/);
  expect(await figure(page, /^贷款余额/)).toBe('120,000.00');
});

test('a receipt is recorded with its use shown beforehand, printed, and reversed with a reason', async () => {
  const { page } = officer;
  await page.getByRole('button', { name: '收款', exact: true }).click();
  const drawer = page.getByRole('dialog');
  await drawer.getByLabel('收款金额').fill('20000');
  await drawer.getByText('这笔钱怎么用').waitFor();
  await drawer.getByRole('button', { name: '登记收款' }).click();
  const download = page.waitForEvent('download');
  await drawer.getByRole('button', { name: /收据/ }).click();
  expect((await download).suggestedFilename()).toMatch(/\.pdf$/);
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: /冲正/ }).first().click();
  const reversal = page.getByRole('dialog').last();
  await reversal.getByRole('textbox').last().fill('金额登记错误');
  await reversal.getByRole('button', { name: /冲正/ }).last().click();
  await page.getByText('金额登记错误').first().waitFor();
  expect(await figure(page, /^贷款余额/)).toBe('120,000.00');
});

test('any list leaves as a workbook', async () => {
  const { page } = officer;
  await page.goto('/loans');
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: '导出' }).click();
  await page.getByRole('menuitem', { name: /Excel|XLSX/i }).click();
  expect((await download).suggestedFilename()).toMatch(/\.xlsx$/);
});

test('the same loan fits the phone, and nothing went wrong on the way', async () => {
  const { page } = officer;
  await page.goto('/repayments');
  await page.getByText('20,000.00').first().waitFor();
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto('/loans');
  await page.getByText('孙立夏').first().click();
  await page.waitForURL(/\/loans\/[0-9a-f-]{36}/);
  expect(await overflowOf(page)).toBe(0);
  expect(officer.faults).toEqual([]);
});
