import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { signIn, startJourney, type Journey, type Visit } from './journey.ts';

let journey: Journey;
let visit: Visit;
beforeAll(async () => {
  journey = await startJourney(['--demo']);
  visit = await journey.visit();
  await signIn(visit.page, 'demo', 'loanbook demo book');
  await visit.page.getByRole('heading', { name: '工作台' }).waitFor();
});
afterAll(async () => {
  await visit.context.close();
  await journey.stop();
});

/** Downloads what `press` asks for: its name and how it begins. */
async function downloaded(page: Page, press: () => Promise<void>): Promise<readonly [name: string, start: string]> {
  const [download] = await Promise.all([page.waitForEvent('download', { timeout: 60_000 }), press()]);
  return [download.suggestedFilename(), readFileSync(await download.path()).subarray(0, 5).toString('latin1')];
}

test('an overdue bucket becomes one file of notices, and its worst loan a payoff quote', async () => {
  const { page } = visit;
  await page.goto('/overdue');
  await page.getByText('61–90 天').click();
  await page.getByRole('button', { name: '打印通知书' }).click();
  await page.getByLabel('收款账户').fill('梧桐农商银行 6200 0000 0000 0000');
  const [notices, start] = await downloaded(page, () => page.getByRole('button', { name: '下载 PDF' }).click());
  expect(notices).toMatch(/^逾期通知书 .*份）\.pdf$/);
  expect(start).toBe('%PDF-');
  await page.getByRole('gridcell').first().dblclick();
  await page.getByRole('button', { name: '打印单据' }).click();
  await page.getByRole('menuitem', { name: '结清试算单' }).click();
  // The account of the notices is still known.
  expect(await page.getByLabel('收款账户').inputValue()).toBe('梧桐农商银行 6200 0000 0000 0000');
  const [quote] = await downloaded(page, () => page.getByRole('button', { name: '下载 PDF' }).click());
  expect(quote).toMatch(/^JQ-\d{8}-J/);
  await page.getByRole('heading', { name: '罚息、复利怎么算出来的' }).waitFor();
  expect(visit.faults).toEqual([]);
});

test('a business that the obligor rule concerns is lowered at one press, and its loan says why', async () => {
  const { page } = visit;
  await page.goto('/classes');
  await page.getByRole('heading', { name: '债务人规则' }).waitFor();
  const buttons = page.getByRole('button', { name: '全部认定为次级' });
  const before = await buttons.count();
  const loan = page.getByRole('link', { name: /^J\d{6}-\d{4}$/ }).first();
  const receiptNo = await loan.textContent();
  const address = await loan.getAttribute('href');
  await buttons.first().click();
  await page.getByText(/已认定 \d+ 笔贷款为次级/).waitFor();
  await expect.poll(() => buttons.count()).toBe(before - 1);
  await page.goto(address ?? '');
  await page.getByRole('heading', { name: receiptNo ?? '' }).waitFor();
  await page.getByRole('heading', { name: '分类与准备' }).waitFor();
  await page.getByText(/人工认定：债务人规则/).first().waitFor();
  expect(visit.faults).toEqual([]);
});
