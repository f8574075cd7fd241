import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { accessibilityFaults } from './axe.ts';
import { signIn, startJourney, type Journey, type Visit } from './journey.ts';

let journey: Journey;
let visit: Visit;
beforeAll(async () => {
  journey = await startJourney(['--demo']);
  visit = await openCustomers();
});
afterAll(async () => {
  await visit.context.close();
  await journey.stop();
});

async function openCustomers(): Promise<Visit> {
  const next = await journey.visit();
  await next.context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await signIn(next.page, 'demo', 'loanbook demo book');
  await next.page.getByRole('heading', { name: '工作台' }).waitFor();
  await next.page.goto('/customers');
  await next.page.getByRole('gridcell').first().waitFor();
  return next;
}

/** A cell by row and column title; row 0 is the first. */
async function cellOf(page: Page, row: number, title: string): Promise<Locator> {
  const titles = await page.getByRole('columnheader').allInnerTexts();
  return page.locator(`[data-row="${row}"] [data-column="${titles.findIndex((text) => text.includes(title))}"]`);
}

async function copied(page: Page, text: string): Promise<void> {
  await page.evaluate((content) => navigator.clipboard.writeText(content), text);
}

/** Waits until the cell says this. */
async function reads(cell: Locator, text: string): Promise<string> {
  await cell.filter({ hasText: text === '' ? /^$/ : text }).waitFor();
  return (await cell.innerText()).trim();
}

test('Chinese is composed straight onto a selected cell, saved with Enter, undone and done again', async () => {
  const { page, context } = visit;
  const cell = await cellOf(page, 2, '职业');
  const before = (await cell.innerText()).trim();
  await cell.click();
  const devtools = await context.newCDPSession(page);
  await devtools.send('Input.imeSetComposition', { text: 'ya yi', selectionStart: 5, selectionEnd: 5 });
  await devtools.send('Input.insertText', { text: '牙医' });
  await page.waitForFunction(() => document.activeElement instanceof HTMLTextAreaElement && document.activeElement.value === '牙医');
  await page.keyboard.press('Enter');
  expect(await reads(cell, '牙医')).toBe('牙医');
  await page.keyboard.press('Control+z');
  expect(await reads(cell, before)).toBe(before);
  await page.keyboard.press('Control+y');
  expect(await reads(cell, '牙医')).toBe('牙医');
  expect(visit.faults).toEqual([]);
});

test('a pasted block is saved but for its wrong cells, which say what is wrong, and one undo takes it back', async () => {
  const { page } = visit;
  const [first, second, wrong] = [await cellOf(page, 4, '客户经理'), await cellOf(page, 5, '客户经理'), await cellOf(page, 5, '建档日期')];
  const before = [(await first.innerText()).trim(), (await second.innerText()).trim()];
  await copied(page, '"谢\n某某"\t2024/3/5\r\n尹某某\t2024-02-30');
  await first.click();
  await page.keyboard.press('Control+v');
  expect(await reads(second, '尹某某')).toBe('尹某某');
  expect(await (await cellOf(page, 4, '建档日期')).innerText()).toBe('2024-03-05');
  expect(await wrong.getAttribute('aria-invalid')).toBe('true');
  await wrong.click();
  await page.getByRole('status').filter({ hasText: '应为真实的日期' }).waitFor();
  expect(await accessibilityFaults(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await first.click();
  await page.keyboard.press('Control+z');
  expect([await reads(first, before[0] ?? ''), await reads(second, before[1] ?? '')]).toEqual(before);
});

test('the fill handle copies a cell over the rows below', async () => {
  const { page } = visit;
  const [from, to] = [await cellOf(page, 8, '职业'), await cellOf(page, 10, '职业')];
  const text = (await from.innerText()).trim();
  await from.click();
  await page.locator('[data-fill]').hover();
  await page.mouse.down();
  await to.hover();
  await page.mouse.up();
  expect(await reads(to, text)).toBe(text);
});

test('when somebody else was first, both values are shown and one is chosen', async () => {
  const other = await openCustomers();
  const theirs = await cellOf(other.page, 12, '职业');
  await theirs.click();
  await other.page.keyboard.insertText('木匠');
  await other.page.keyboard.press('Enter');
  await reads(theirs, '木匠');
  const mine = await cellOf(visit.page, 12, '职业');
  await mine.click();
  await visit.page.keyboard.insertText('石匠');
  await visit.page.keyboard.press('Enter');
  const dialog = visit.page.getByRole('dialog');
  await dialog.getByText('木匠').waitFor();
  await dialog.getByText('石匠').waitFor();
  await dialog.getByRole('button', { name: '按选择保存' }).click();
  expect(await reads(mine, '石匠')).toBe('石匠');
  expect(other.faults).toEqual([]);
  await other.context.close();
});

test('one field of many rows is changed after a look at every value before and after', async () => {
  const { page } = visit;
  await (await cellOf(page, 14, '信用等级')).click();
  await page.keyboard.press('Shift+ArrowDown');
  await page.getByRole('button', { name: /批量修改/ }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('combobox').click();
  await page.keyboard.insertText('信用等级');
  await page.keyboard.press('Enter');
  await dialog.getByLabel('改成').fill('AAA');
  await dialog.getByRole('button', { name: '修改 2 行' }).click();
  expect([await reads(await cellOf(page, 14, '信用等级'), 'AAA'), await reads(await cellOf(page, 15, '信用等级'), 'AAA')]).toEqual(['AAA', 'AAA']);
  expect(visit.faults).toEqual([]);
});
