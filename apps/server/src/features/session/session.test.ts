import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestApp, testNow, type TestApp, type TestReply } from '../../../test/app-fixture.ts';
import { hashPassword } from '../../platform/password.ts';
import { failureFloorMs } from './sign-in.ts';

const password = 'plum-river-42-lantern';

let world: TestApp;
let userName: string;
beforeAll(async () => {
  world = await startTestApp();
  ({ userName } = world.as('full'));
  await world.asOwner('update person set password_hash = $1 where user_name = $2', [await hashPassword(password), userName]);
});
afterAll(() => world.stop());

function at(minutes: number): string {
  return new Date(Date.parse(testNow) + minutes * 60_000).toISOString();
}

async function signIn(name: string, secret: string, cookie = ''): Promise<TestReply> {
  return world.anonymous.send('POST', '/api/session', { userName: name, password: secret }, cookie ? { cookie } : {});
}

function cookiesOf(reply: TestReply): string {
  const set = reply.headers['set-cookie'];
  return (Array.isArray(set) ? set : [String(set)]).map((line) => line.split(';')[0]).join('; ');
}

test('the right password opens a session that says who one is and what one may do', async () => {
  const reply = await signIn(` ${userName.toUpperCase()} `, password);
  expect(reply).toMatchObject({ status: 200, body: { user: { userName, role: 'full' }, institution: { name: '青禾小额贷款有限公司', timeZone: 'Asia/Shanghai' }, businessDate: '2026-03-16' } });
  expect(String(reply.headers['set-cookie'])).toMatch(/loanbook=[^;]+; Max-Age=604800; Path=\/; HttpOnly; SameSite=Strict/);
  expect(await world.anonymous.send('GET', '/api/session', undefined, { cookie: cookiesOf(reply) })).toMatchObject({ status: 200, body: { user: { userName } } });
});

test('the database keeps only a hash of the session', async () => {
  const token = cookiesOf(await signIn(userName, password)).match(/loanbook=([^;]+)/)?.[1] ?? '';
  const rows = await world.asOwner('select s::text as line from person_session s');
  expect(rows.rows.length).toBeGreaterThan(0);
  for (const row of rows.rows) expect(row.line).not.toContain(Buffer.from(token.split('.')[1] ?? '').toString('hex'));
  expect(JSON.stringify(rows.rows)).not.toContain(token.split('.')[1]);
});

test('a wrong password and an unknown name are answered alike', async () => {
  const wrong = await signIn(userName, 'not-the-password');
  const unknown = await signIn('nobody-here', 'not-the-password');
  expect(wrong.status).toBe(401);
  const plain = (reply: TestReply): unknown => ({ ...reply.body, requestId: '' });
  expect(plain(unknown)).toEqual(plain(wrong));
  await signIn(userName, password);
});

test('how long a failure takes does not tell an unknown name from a wrong password', async () => {
  for (const name of [userName, 'nobody-at-all']) {
    const started = performance.now();
    expect((await signIn(name, 'not-the-password')).status).toBe(401);
    // Both wait for the same floor, well above what either needs. A timer may fire a little early.
    expect(performance.now() - started).toBeGreaterThan(failureFloorMs - 5);
  }
  await signIn(userName, password);
});

test('failed and successful sign-ins are in the audit trail', async () => {
  const { body } = await world.as('full').send('POST', '/api/audit/query', {});
  const actions = body.entries.map((entry: { action: string }) => entry.action);
  expect(actions).toContain('person.signed_in');
  expect(actions).toContain('person.sign_in_failed');
});

test('a session ends after eight idle hours', async () => {
  const cookie = cookiesOf(await signIn(userName, password));
  const read = (): Promise<TestReply> => world.anonymous.send('GET', '/api/session', undefined, { cookie });
  world.setNow(at(7 * 60));
  expect((await read()).status).toBe(200);
  world.setNow(at(14 * 60));
  expect((await read()).status).toBe(200);
  world.setNow(at(14 * 60 + 8 * 60 + 1));
  expect((await read()).status).toBe(401);
  world.setNow(testNow);
});

test('a session ends after seven days however busy it is', async () => {
  const cookie = cookiesOf(await signIn(userName, password));
  let hours = 0;
  const read = async (): Promise<number> => { world.setNow(at(hours * 60)); return (await world.anonymous.send('GET', '/api/session', undefined, { cookie })).status; };
  for (; hours < 7 * 24; hours += 7) expect(await read()).toBe(200);
  hours = 7 * 24;
  expect(await read()).toBe(401);
  world.setNow(testNow);
});

test('signing out ends the session on the server', async () => {
  const cookie = cookiesOf(await signIn(userName, password));
  const reply = await world.anonymous.send('DELETE', '/api/session', undefined, { cookie });
  expect(reply.status).toBe(204);
  expect(String(reply.headers['set-cookie'])).toMatch(/^loanbook=; .*Expires=Thu, 01 Jan 1970/);
  expect((await world.anonymous.send('GET', '/api/session', undefined, { cookie })).status).toBe(401);
});

test('the language is kept with the person', async () => {
  const { send } = world.as('read_only');
  expect(await send('POST', '/api/session/language', { language: 'en' })).toMatchObject({ status: 200, body: { user: { language: 'en' } } });
  expect(await send('GET', '/api/session')).toMatchObject({ body: { user: { language: 'en' } } });
});

test('a forged or foreign cookie is nobody', async () => {
  const { institutionId } = world.as('full', 'second').actor;
  const token = world.as('full').cookie.split('.')[1];
  for (const cookie of [`loanbook=${institutionId}.${token}`, `loanbook=x`, `loanbook=${institutionId}.`, `loanbook=' or 1=1.${token}`]) {
    expect((await world.anonymous.send('GET', '/api/session', undefined, { cookie })).status).toBe(401);
  }
});

test('guessing slows down, and the person still signs in from a browser they have used before', async () => {
  const device = cookiesOf(await signIn(userName, password));
  for (let attempt = 0; attempt < 5; attempt += 1) expect((await signIn(userName, `guess number ${attempt}`)).status).toBe(401);
  expect(await signIn(userName, password)).toMatchObject({ status: 429, body: { code: 'too_many_requests', isRetryable: true } });
  expect((await signIn(userName, password, device)).status).toBe(200);
  world.setNow(at(1));
  expect((await signIn(userName, password)).status).toBe(200);
  world.setNow(testNow);
});

test('guesses sent all at once are counted too', async () => {
  const replies = await Promise.all(Array.from({ length: 12 }, (_, index) => signIn('nobody-in-parallel', `guess number ${index}`)));
  expect(replies.filter((reply) => reply.status === 401).length).toBeLessThanOrEqual(5);
});

test('a device cookie of one person does not help against another', async () => {
  const device = cookiesOf(await signIn(userName, password)).split('; ').find((part) => part.startsWith('loanbook-device=')) ?? '';
  for (let attempt = 0; attempt < 5; attempt += 1) await signIn('somebody-else', `guess number ${attempt}`, device);
  expect((await signIn('somebody-else', 'one more guess', device)).status).toBe(429);
});

test('changing the password needs the current one and ends all other sessions', async () => {
  world.setNow(at(120));
  const first = cookiesOf(await signIn(userName, password));
  const second = cookiesOf(await signIn(userName, password));
  const change = (body: unknown): Promise<TestReply> => world.anonymous.send('POST', '/api/session/password', body, { cookie: second });
  expect(await change({ currentPassword: 'wrong', newPassword: 'another-good-one-77' })).toMatchObject({ status: 400, body: { problems: [{ path: 'currentPassword', code: 'wrong_password', zh: '当前密码：不正确。' }] } });
  expect(await change({ currentPassword: password, newPassword: password })).toMatchObject({ status: 400, body: { problems: [{ path: 'newPassword' }] } });
  expect(await change({ currentPassword: password, newPassword: 'password123456' })).toMatchObject({ status: 422, body: { code: 'weak_password' } });
  const reply = await change({ currentPassword: password, newPassword: 'another-good-one-77' });
  expect(reply.status).toBe(200);
  for (const [cookie, status] of [[first, 401], [second, 401], [cookiesOf(reply), 200]] as const) {
    expect((await world.anonymous.send('GET', '/api/session', undefined, { cookie })).status).toBe(status);
  }
  expect((await signIn(userName, password)).status).toBe(401);
  expect((await signIn(userName, 'another-good-one-77')).status).toBe(200);
});
