import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestApp, type TestApp, type TestUser } from '../../../test/app-fixture.ts';

let testApp: TestApp;
let clerk: TestUser;
let reader: TestUser;

beforeAll(async () => {
  testApp = await startTestApp();
  clerk = testApp.as('full');
  reader = testApp.as('read_only');
});

afterAll(() => testApp.stop());

const content = { filters: [{ key: 'status', operator: 'equals', value: 'overdue' }], sort: { key: 'principal', direction: 'desc' }, columns: { order: ['receiptNo', 'principal'], hidden: ['note'], widthsPx: { principal: 140 }, frozenCount: 1 } };

async function namesSeenBy(user: TestUser): Promise<string[]> {
  const reply = await user.send('GET', '/api/views');
  return reply.body.views.map((view: { name: string }) => view.name);
}

async function save(user: TestUser, name: string, list = 'loans') {
  return (await user.send('POST', '/api/views', { list, name, content })).body;
}

test('a view comes back as it was saved, and is its owner’s alone until it is shared', async () => {
  const view = await save(clerk, '逾期大额');
  expect(view).toMatchObject({ list: 'loans', name: '逾期大额', isOwn: true, isShared: false, defaultRoles: [], version: 1, content });
  expect(await namesSeenBy(reader)).toEqual([]);
  const shared = await clerk.send('POST', `/api/views/${view.id}/sharing`, { version: 1, isShared: true, defaultRoles: [] });
  expect([shared.status, shared.body.isShared, shared.body.version]).toEqual([200, true, 2]);
  const [seen] = (await reader.send('GET', '/api/views')).body.views;
  expect(seen).toMatchObject({ name: '逾期大额', isOwn: false, isShared: true });
  expect(await namesSeenBy(testApp.as('full', 'second'))).toEqual([]);
});

test('the last view said to be a role’s default is its only one, and none when no longer shared', async () => {
  const [first, second] = [await save(clerk, '默认一', 'overdue'), await save(clerk, '默认二', 'overdue')];
  await clerk.send('POST', `/api/views/${first.id}/sharing`, { version: 1, isShared: true, defaultRoles: ['full', 'read_only'] });
  await clerk.send('POST', `/api/views/${second.id}/sharing`, { version: 1, isShared: true, defaultRoles: ['read_only'] });
  const defaults = async () => (await clerk.send('GET', '/api/views')).body.views.filter((view: { list: string }) => view.list === 'overdue').map((view: { name: string; defaultRoles: string[] }) => [view.name, view.defaultRoles]);
  expect(await defaults()).toEqual([['默认一', ['full']], ['默认二', ['read_only']]]);
  await clerk.send('POST', `/api/views/${second.id}/sharing`, { version: 2, isShared: false, defaultRoles: ['read_only'] });
  expect(await defaults()).toEqual([['默认一', ['full']], ['默认二', []]]);
});

test('a change needs the version seen, keeps what it does not name, and refuses a name taken', async () => {
  const view = await save(clerk, '改名前');
  await save(clerk, '已有');
  const renamed = await clerk.send('PATCH', `/api/views/${view.id}`, { version: 1, name: '改名后' });
  expect(renamed.body).toMatchObject({ name: '改名后', version: 2, content });
  expect((await clerk.send('PATCH', `/api/views/${view.id}`, { version: 1, content: { filters: [] } })).body.code).toBe('changed_meanwhile');
  expect((await clerk.send('PATCH', `/api/views/${view.id}`, { version: 2, name: '已有' })).body.code).toBe('view_name_taken');
  expect((await clerk.send('POST', '/api/views', { list: 'loans', name: '已有', content })).body.code).toBe('view_name_taken');
});

test('who may only look keeps views of their own but neither shares nor changes shared ones', async () => {
  const own = await save(reader, '我的');
  expect((await reader.send('POST', `/api/views/${own.id}/sharing`, { version: 1, isShared: true, defaultRoles: [] })).status).toBe(403);
  expect((await clerk.send('DELETE', `/api/views/${own.id}`)).body.code).toBe('not_found');
  const shared = await save(clerk, '大家的');
  await clerk.send('POST', `/api/views/${shared.id}/sharing`, { version: 1, isShared: true, defaultRoles: [] });
  expect((await reader.send('PATCH', `/api/views/${shared.id}`, { version: 2, name: '我改的' })).status).toBe(403);
  expect((await reader.send('DELETE', `/api/views/${shared.id}`)).status).toBe(403);
  expect((await reader.send('DELETE', `/api/views/${own.id}`)).status).toBe(200);
  expect((await clerk.send('DELETE', `/api/views/${shared.id}`)).status).toBe(200);
});

test.each([
  [{ filters: [{ key: 'customerName', operator: 'contains', value: '张三' }] }, 422, 'view_with_personal_data'],
  [{ filters: [{ key: 'nonsense', operator: 'empty' }] }, 400, 'unknown_field'],
  [{ filters: [], search: '张三' }, 400, 'invalid_input'],
])('a view is not kept with %j', async (refused, status, code) => {
  const reply = await clerk.send('POST', '/api/views', { list: 'loans', name: '不该有', content: refused });
  expect([reply.status, reply.body.code]).toEqual([status, code]);
});
