import pg from 'pg';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { testMasterKey } from '../../../test/database-setup.ts';
import { createTestDatabase, type TestDatabase } from '../../../test/test-database.ts';
import { createApp, type LoanbookApp } from '../../app.ts';

const person = { institutionName: '青禾小额贷款有限公司', timeZone: 'Asia/Shanghai', displayName: '王小明', userName: 'wang', password: 'plum-river-42-lantern', language: 'zh' };

let database: TestDatabase;
let appPool: pg.Pool;
let app: LoanbookApp;
beforeAll(async () => {
  database = await createTestDatabase();
  appPool = new pg.Pool({ connectionString: database.appUrl, max: 6 });
  app = await createApp({ appPool, masterKey: testMasterKey, webFolder: '', dataFolder: '', now: () => new Date('2026-03-16T18:00:00Z'), baseUrl: 'https://ledger.example', log: () => undefined, checksReplies: true });
});
afterAll(async () => {
  await app.fastify.close();
  await appPool.end();
  await database.drop();
});

let token = '';
beforeEach(async () => {
  const link = await app.createSetupLink();
  token = link?.split('#token=')[1] ?? '';
});

async function setUp(changes: Record<string, unknown>): Promise<{ status: number; body: { code?: string; problems?: unknown[]; businessDate?: string }; setCookie: string }> {
  const reply = await app.fastify.inject({ method: 'POST', url: '/api/setup', payload: { token, ...person, ...changes } });
  return { status: reply.statusCode, body: reply.json(), setCookie: String(reply.headers['set-cookie']) };
}

test('before setup anyone may ask whether there is an institution, and nothing else', async () => {
  expect((await app.fastify.inject({ method: 'GET', url: '/api/setup' })).json()).toEqual({ isSetUp: false });
  expect((await app.fastify.inject({ method: 'GET', url: '/api/people' })).statusCode).toBe(401);
});

test('only the link printed last founds the institution', async () => {
  const earlier = token;
  token = (await app.createSetupLink())?.split('#token=')[1] ?? '';
  expect(await setUp({ token: earlier })).toMatchObject({ status: 403, body: { code: 'setup_link_invalid' } });
  expect(await setUp({ token: 'a'.repeat(32) })).toMatchObject({ status: 403 });
});

test('a mistake that a person can mend does not use up the link', async () => {
  expect(await setUp({ timeZone: 'Asia/Nowhere' })).toMatchObject({ status: 400, body: { code: 'invalid_input', problems: [{ path: 'timeZone' }] } });
  expect(await setUp({ timeZone: '+08:00' })).toMatchObject({ status: 400 });
  expect(await setUp({ password: 'aaaaaaaaaaaa' })).toMatchObject({ status: 422, body: { code: 'weak_password' } });
  expect(await setUp({ password: 'wang-wang-2026' })).toMatchObject({ status: 422, body: { code: 'weak_password' } });
  expect(await setUp({ userName: '小明' })).toMatchObject({ status: 400, body: { problems: [{ path: 'userName', code: 'invalid_user_name' }] } });
});

test('two browsers with the same link found one institution; afterwards there is no link', async () => {
  const replies = await Promise.all([setUp({}), setUp({ userName: 'li' })]);
  expect(replies.map((reply) => reply.status).toSorted()).toEqual([200, 403]);
  const founded = replies.find((reply) => reply.status === 200);
  // 18:00 in London is the next morning in Shanghai.
  expect(founded?.body).toMatchObject({ businessDate: '2026-03-17', user: { role: 'full', mustChangePassword: false } });
  expect(founded?.setCookie).toMatch(/^__Host-loanbook=.*; HttpOnly; Secure; SameSite=Strict/);
  expect(await app.createSetupLink()).toBeNull();
  expect(await setUp({})).toMatchObject({ status: 409, body: { code: 'already_set_up' } });
});
