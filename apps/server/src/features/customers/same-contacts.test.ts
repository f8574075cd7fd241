import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestApp, type TestApp, type TestUser } from '../../../test/app-fixture.ts';

let lender: TestApp;
let clerk: TestUser;
beforeAll(async () => {
  lender = await startTestApp();
  clerk = lender.as('full');
});
afterAll(() => lender.stop());

async function create(user: TestUser, facts: Record<string, unknown>): Promise<string> {
  return (await user.post('/api/customers', { kind: 'individual', ...facts })).body.id;
}

test('who shares a phone, an account or a contact is named with what is shared, however it is written', async () => {
  const first = await create(clerk, { name: '甲立春', mobile: '160 3812 0011', bankAccount: '6200161803398874989', emergencyContact: '乙雨水 16038120099' });
  const second = await create(clerk, { name: '丙惊蛰', mobile: '+8616038120011', bankAccount: '6200 1618 0339 8874 989' });
  await create(clerk, { name: '丁春分', mobile: '16038120012' });
  await create(lender.as('full', 'second'), { name: '戊清明', mobile: '16038120011' });
  const { body } = await clerk.send('GET', `/api/customers/${first}/same-contacts`);
  expect(body).toEqual({ customers: [expect.objectContaining({ id: second, name: '丙惊蛰', shared: ['bankAccount', 'mobile'] })], hasMore: false });
});

test('a customer without phone, account and contact shares them with nobody', async () => {
  const one = await create(clerk, { name: '己谷雨' });
  await create(clerk, { name: '庚立夏' });
  expect((await clerk.send('GET', `/api/customers/${one}/same-contacts`)).body).toEqual({ customers: [], hasMore: false });
});
