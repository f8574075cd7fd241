import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestApp, type TestApp, type TestReply, type TestUser } from '../../../test/app-fixture.ts';

let world: TestApp;
let boss: TestUser;
beforeAll(async () => {
  world = await startTestApp();
  boss = world.as('full');
});
afterAll(() => world.stop());

async function add(userName: string, role = 'full'): Promise<{ id: string; oneTimePassword: string }> {
  const { body } = await boss.send('POST', '/api/people', { userName, displayName: '赵六', role });
  return { id: body.person.id, oneTimePassword: body.oneTimePassword };
}

function cookieOf(reply: TestReply): string {
  return String(reply.headers['set-cookie']).split(';')[0] ?? '';
}

function signIn(userName: string, password: string): Promise<TestReply> {
  return world.anonymous.send('POST', '/api/session', { userName, password });
}

test('a new person signs in with the password shown once and must change it before anything else', async () => {
  const { oneTimePassword } = await add('zhao');
  expect(oneTimePassword).toMatch(/^[a-z2-9]{4}(-[a-z2-9]{4}){3}$/);
  const signedIn = await signIn('zhao', oneTimePassword);
  expect(signedIn).toMatchObject({ status: 200, body: { user: { mustChangePassword: true } } });
  const cookie = cookieOf(signedIn);
  expect(await world.anonymous.send('GET', '/api/people', undefined, { cookie })).toMatchObject({ status: 403, body: { code: 'password_change_required' } });
  const changed = await world.anonymous.send('POST', '/api/session/password', { currentPassword: oneTimePassword, newPassword: 'copper-kettle-9-moons' }, { cookie });
  expect((await world.anonymous.send('GET', '/api/people', undefined, { cookie: cookieOf(changed) })).status).toBe(200);
});

test('the one-time password is in no list and no audit entry', async () => {
  const { id, oneTimePassword } = await add('once-only');
  const list = await boss.send('GET', '/api/people');
  const audit = await boss.send('POST', '/api/audit/query', { objectId: id });
  expect(list.text + audit.text).not.toContain(oneTimePassword);
  expect(audit.body.entries).toMatchObject([{ action: 'person.added', actor: '王经理', objectId: id }]);
});

test('a user name is taken once in an institution, and free in another', async () => {
  await add('sun');
  expect(await boss.send('POST', '/api/people', { userName: 'SUN ', displayName: '孙七', role: 'read_only' })).toMatchObject({ status: 409, body: { code: 'user_name_taken', zh: '用户名“sun”已被使用。' } });
  expect(await world.as('full', 'second').send('POST', '/api/people', { userName: 'sun', displayName: '孙七', role: 'read_only' })).toMatchObject({ status: 200 });
});

test('disabling a person ends their sessions at once and keeps them out', async () => {
  const { id, oneTimePassword } = await add('qian');
  const cookie = cookieOf(await signIn('qian', oneTimePassword));
  expect(await boss.send('PATCH', `/api/people/${id}`, { isDisabled: true })).toMatchObject({ status: 200, body: { isDisabled: true } });
  expect((await world.anonymous.send('GET', '/api/session', undefined, { cookie })).status).toBe(401);
  expect(await signIn('qian', oneTimePassword)).toMatchObject({ status: 403, body: { code: 'account_disabled' } });
  expect(await signIn('qian', 'wrong wrong wrong')).toMatchObject({ status: 401 });
  await boss.send('PATCH', `/api/people/${id}`, { isDisabled: false });
  expect((await signIn('qian', oneTimePassword)).status).toBe(200);
});

test('a new role counts from the next request of a running session', async () => {
  const { id, oneTimePassword } = await add('zhou');
  const first = await signIn('zhou', oneTimePassword);
  const cookie = cookieOf(await world.anonymous.send('POST', '/api/session/password', { currentPassword: oneTimePassword, newPassword: 'copper-kettle-9-moons' }, { cookie: cookieOf(first) }));
  const read = (): Promise<TestReply> => world.anonymous.send('GET', '/api/people', undefined, { cookie });
  expect((await read()).status).toBe(200);
  await boss.send('PATCH', `/api/people/${id}`, { role: 'read_only' });
  expect(await read()).toMatchObject({ status: 403, body: { code: 'not_allowed' } });
});

test('a reset gives a new one-time password and ends the old password and sessions', async () => {
  const { id, oneTimePassword } = await add('wu');
  const cookie = cookieOf(await signIn('wu', oneTimePassword));
  const reset = await boss.send('POST', `/api/people/${id}/reset-password`);
  expect(reset).toMatchObject({ status: 200, body: { person: { mustChangePassword: true } } });
  expect((await world.anonymous.send('GET', '/api/session', undefined, { cookie })).status).toBe(401);
  expect((await signIn('wu', oneTimePassword)).status).toBe(401);
  expect((await signIn('wu', reset.body.oneTimePassword)).status).toBe(200);
});

test('the last account with full rights cannot be lost, even by two at the same moment', async () => {
  const second = world.as('full', 'second');
  const { body } = await second.send('POST', '/api/people', { userName: 'deputy', displayName: '副手', role: 'full' });
  const both = await Promise.all([
    second.send('PATCH', `/api/people/${body.person.id}`, { role: 'read_only' }),
    second.send('PATCH', `/api/people/${second.actor.personId}`, { isDisabled: true }),
  ]);
  expect(both.map((reply) => reply.status).toSorted()).toEqual([200, 409]);
  const left = await world.asOwner("select count(*)::int as administrators from person where institution_id = $1 and role = 'full' and disabled_at is null", [second.actor.institutionId]);
  expect(left.rows[0].administrators).toBe(1);
});

test('a person of another institution does not exist here', async () => {
  const reply = await boss.send('PATCH', `/api/people/${world.as('read_only', 'second').actor.personId}`, { displayName: '外人' });
  expect(reply).toMatchObject({ status: 404, body: { code: 'not_found' } });
});
