import { route } from '@loanbook/contract/route.ts';
import { freeText } from '@loanbook/contract/values.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { startTestApp, type TestApp } from '../../test/app-fixture.ts';
import { failure } from './failure.ts';
import { fileReply } from './file-reply.ts';
import { serve, serveWithoutTransaction, type Server } from './http.ts';
import type { FeaturePolicy } from './policy.ts';

const noteRoutes = {
  write: route({ method: 'POST', path: '/api/notes', body: z.strictObject({ displayName: freeText(20).pipe(z.string().min(1)), limit: z.int().optional(), mustFail: z.boolean().optional() }), reply: z.object({ name: z.string() }) }),
  unaudited: route({ method: 'POST', path: '/api/notes/unaudited', body: null, reply: z.object({}) }),
  open: route({ method: 'GET', path: '/api/notes/:noteId', body: null, reply: z.object({ noteId: z.string() }) }),
  file: route({ method: 'GET', path: '/api/notes/file', body: null, reply: null }),
  upload: route({ method: 'POST', path: '/api/notes/upload', body: null, reply: z.object({ sizes: z.array(z.int()) }), isUpload: true }),
  talkative: route({ method: 'GET', path: '/api/notes/talkative', body: null, reply: z.object({ name: z.string() }) }),
} as const;

const notePolicy = {
  write: { right: 'settings.manage' }, unaudited: { right: 'settings.manage' }, open: { right: 'ledger.read' }, file: { right: 'export' }, upload: { right: 'import' }, talkative: 'signed_in',
} as const satisfies FeaturePolicy<typeof noteRoutes>;

function registerNotes(server: Server): void {
  serve(server, noteRoutes.write, notePolicy.write, async ({ tx, body }) => {
    await tx.db.updateTable('institution').set({ name: body.displayName }).execute();
    tx.audit({ action: 'settings.changed', objectType: 'institution', objectId: tx.institutionId, values: { name: body.displayName } });
    if (body.mustFail) throw new Error(`secret ${body.displayName}`);
    return { name: body.displayName };
  });
  serve(server, noteRoutes.unaudited, notePolicy.unaudited, async ({ tx }) => {
    await tx.db.updateTable('institution').set({ name: 'unaudited' }).execute();
    return {};
  });
  serve(server, noteRoutes.open, notePolicy.open, async ({ param }) => {
    if (param('noteId') !== '00000000-0000-7000-8000-000000000001') throw failure('not_found');
    return { noteId: param('noteId') };
  });
  serve(server, noteRoutes.file, notePolicy.file, async () => fileReply('放款台账.csv', 'text/csv; charset=utf-8', Buffer.from('甲')));
  serveWithoutTransaction(server, noteRoutes.upload, notePolicy.upload, async ({ files }) => {
    const sizes: number[] = [];
    for await (const file of files(1000, 2)) sizes.push((await file.toBuffer()).length);
    return { sizes };
  });
  serve(server, noteRoutes.talkative, notePolicy.talkative, async () => ({ name: 'a', secret: 'b' }));
}

let world: TestApp;
beforeAll(async () => { world = await startTestApp({}, [registerNotes]); });
afterAll(() => world.stop());

async function institutionName(): Promise<string> {
  const answer = await world.asOwner('select name from institution where institution_id = $1', [world.as('full').actor.institutionId]);
  return String(answer.rows[0]?.name);
}

test('a request without a session is refused before its body is looked at', async () => {
  const reply = await world.anonymous.send('POST', '/api/notes', '{ not json', { 'content-type': 'application/json' });
  expect(reply).toMatchObject({ status: 401, body: { code: 'not_signed_in', zh: '请先登录。' } });
});

test('a body is parsed before the right is asked for', async () => {
  expect(await world.as('read_only').send('POST', '/api/notes', {})).toMatchObject({ status: 400, body: { code: 'invalid_input' } });
  expect(await world.as('read_only').send('POST', '/api/notes', { displayName: '甲' })).toMatchObject({ status: 403, body: { code: 'not_allowed' } });
});

test('each problem names its field in both languages and never repeats the value', async () => {
  const reply = await world.as('full').send('POST', '/api/notes', { displayName: '', limit: '7', surprise: '身份证' });
  expect(reply.status).toBe(400);
  expect(reply.body.problems).toEqual([
    { path: 'displayName', code: 'required', zh: '姓名：必须填写。', en: 'Name is required.' },
    { path: 'limit', code: 'required', zh: '每页行数：必须填写，且格式正确。', en: 'Rows per page is required in the right form.' },
    { path: 'surprise', code: 'unknown_field', zh: '“surprise”：不是可填写的项目。', en: '“surprise” is not a known field.' },
  ]);
  expect(reply.text).not.toContain('身份证');
});

test('nothing is coerced: null is no number and true is no text', async () => {
  const reply = await world.as('full').send('POST', '/api/notes', { displayName: true, limit: null });
  expect(reply.body.problems.map((problem: { path: string }) => problem.path)).toEqual(['displayName', 'limit']);
});

test('what a handler did is kept and audited, and undone when it throws', async () => {
  const before = await world.asOwner('select count(*)::int as entries from audit_entry');
  expect(await world.as('full').send('POST', '/api/notes', { displayName: '新名称' })).toMatchObject({ status: 200, body: { name: '新名称' } });
  expect(await institutionName()).toBe('新名称');
  const reply = await world.as('full').send('POST', '/api/notes', { displayName: '撤销', mustFail: true });
  expect(reply).toMatchObject({ status: 500, body: { code: 'internal' } });
  expect(await institutionName()).toBe('新名称');
  const after = await world.asOwner('select count(*)::int as entries from audit_entry');
  expect(after.rows[0].entries - before.rows[0].entries).toBe(1);
});

test('an unexpected error is logged under the request id without its text', async () => {
  const reply = await world.as('full').send('POST', '/api/notes', { displayName: '张三丰', mustFail: true });
  const line = world.log.find((candidate) => candidate['requestId'] === reply.body.requestId);
  expect(line).toMatchObject({ level: 'error', event: 'request_failed', route: 'POST /api/notes', error: 'Error' });
  expect(JSON.stringify(world.log) + reply.text).not.toContain('张三丰');
});

test('a change without an audit entry is refused by the database itself', async () => {
  const name = await institutionName();
  expect(await world.as('full').send('POST', '/api/notes/unaudited')).toMatchObject({ status: 500 });
  expect(await institutionName()).toBe(name);
});

test('an id that does not exist, is not well formed or belongs to no route answers the same', async () => {
  const replies = await Promise.all(['/api/notes/00000000-0000-7000-8000-000000000002', '/api/notes/7', '/api/none'].map((url) => world.as('full').send('GET', url)));
  const [first, ...others] = replies.map((reply) => ({ status: reply.status, text: reply.text.replace(/"requestId":"[0-9a-f]+"/, ''), headers: { ...reply.headers, 'x-request-id': '', date: '' } }));
  for (const other of others) expect(other).toEqual(first);
  expect(first?.status).toBe(404);
});

test('a request made by another site is refused', async () => {
  const { send } = world.as('full');
  const body = { displayName: '甲' };
  expect(await send('POST', '/api/notes', body, { 'sec-fetch-site': 'cross-site' })).toMatchObject({ status: 403, body: { code: 'cross_site_request' } });
  expect(await send('POST', '/api/notes', body, { origin: 'https://evil.example' })).toMatchObject({ status: 403, body: { code: 'cross_site_request' } });
  expect(await send('POST', '/api/notes', body, { origin: 'null' })).toMatchObject({ status: 403 });
  expect(await send('POST', '/api/notes', body, { origin: 'http://localhost:8080', 'sec-fetch-site': 'same-origin' })).toMatchObject({ status: 200 });
  expect(await send('POST', '/api/notes', 'displayName=x', { 'content-type': 'application/x-www-form-urlencoded' })).toMatchObject({ status: 400, body: { code: 'not_json' } });
});

test('a file is an attachment under its Chinese name and is never cached', async () => {
  const reply = await world.as('read_only').send('GET', '/api/notes/file');
  expect(reply).toMatchObject({ status: 200, text: '甲' });
  expect(reply.headers).toMatchObject({
    'content-type': 'text/csv; charset=utf-8', 'cache-control': 'no-store', 'x-content-type-options': 'nosniff',
    'content-disposition': `attachment; filename="____.csv"; filename*=UTF-8''${encodeURIComponent('放款台账')}.csv`,
  });
});

test('an upload gives its files to the handler and is refused beyond the limit', async () => {
  const upload = (content: string) => world.as('full').send('POST', '/api/notes/upload', `--x\r\ncontent-disposition: form-data; name="file"; filename="a.csv"\r\n\r\n${content}\r\n--x--\r\n`, { 'content-type': 'multipart/form-data; boundary=x' });
  expect(await upload('abc')).toMatchObject({ status: 200, body: { sizes: [3] } });
  expect(await upload('a'.repeat(1001))).toMatchObject({ status: 413, body: { code: 'too_large' } });
  expect(await world.as('full').send('POST', '/api/notes/upload', {})).toMatchObject({ status: 400, body: { code: 'not_json' } });
});

test('a reply that says more than its contract does not leave the server in tests', async () => {
  expect(await world.as('full').send('GET', '/api/notes/talkative')).toMatchObject({ status: 500 });
});

test('a body over one megabyte is refused with the limit', async () => {
  const reply = await world.as('full').send('POST', '/api/notes', { displayName: 'x'.repeat(1_100_000) });
  expect(reply).toMatchObject({ status: 413, body: { code: 'too_large', en: 'Too large: at most 1 MB.' } });
});
