import { afterAll, beforeAll, expect, test } from 'vitest';
import { foundInstitution, signIn, startJourney, type Journey } from './journey.ts';

let journey: Journey;
beforeAll(async () => {
  journey = await startJourney();
});
afterAll(() => journey.stop());

test('a lender founds the institution, adds a colleague who may only read, and sees what was done', async () => {
  const first = await journey.visit();
  const { page } = first;
  await foundInstitution(journey, page);

  await page.goto('/people');
  await page.getByRole('button', { name: '新增人员' }).first().click();
  const form = page.getByRole('dialog');
  await form.getByLabel('用户名').fill('qian');
  await form.getByLabel('姓名', { exact: true }).fill('钱白露');
  await form.getByRole('radio', { name: /只读/ }).check();
  await form.getByRole('button', { name: /新增人员|保存/ }).click();
  const oneTimePassword = await page.getByRole('dialog').getByRole('status').innerText();
  await page.getByRole('button', { name: '我已记下' }).click();

  const second = await journey.visit({ isPhone: true });
  await signIn(second.page, 'qian', oneTimePassword);
  await second.page.getByLabel('一次性密码').fill(oneTimePassword);
  await second.page.getByLabel('新密码', { exact: true }).fill('four green orchards');
  await second.page.getByRole('button', { name: '保存新密码' }).click();
  await second.page.getByRole('heading', { name: '工作台' }).waitFor();
  await second.page.goto('/customers');
  expect(await second.page.getByRole('link', { name: '新增客户' }).count()).toBe(0);

  for (const form of ['/customers/new', '/loans/new', '/repayments/batch', '/people']) {
    await second.page.goto(form);
    await second.page.getByText('您的账号不能在这里登记或修改').waitFor();
  }

  await page.goto('/audit');
  await page.getByText('钱白露').first().waitFor();
  expect([...first.faults, ...second.faults]).toEqual([]);
});

test('with Ctrl-C the server stops by itself and says so', async () => {
  journey.server.kill('SIGINT');
  expect(await journey.server.ended).toBe(0);
  expect(journey.server.output()).toContain('正在停止');
});
