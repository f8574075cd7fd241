import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestApp, type TestApp, type TestUser } from '../test/app-fixture.ts';
import { createLoan } from '../test/loan-fixture.ts';
import { multipartBody } from '../test/multipart-body.ts';
import { insertSomeRows, type SomeRows } from '../test/row-factories.ts';
import { sampleBodies } from '../test/sample-bodies.ts';
import { settledImport } from '../test/import-fixture.ts';

/* Values that a database or a language chokes on, in every place of every body: each is refused or answered, never a 500. */

let world: TestApp;
let user: TestUser;
let rows: SomeRows;
beforeAll(async () => {
  world = await startTestApp();
  user = world.as('full');
  const bare = await insertSomeRows(user);
  rows = { ...bare, loanId: (await createLoan(user, bare.customerId)).body.id };
});
afterAll(() => world.stop());

const badValues: readonly unknown[] = ['\u0000', 'a\u0000b', '\ud800', '9'.repeat(40), '-0', '0000-00-00', '9999-12-31', '0001-01-01', 9_007_199_254_740_991, -1, 1.5, null, true, [], {}, ['\u0000'], { constructor: 1 }, '__proto__', 'constructor', "'; drop table loan; --"];

const listBodies: readonly (readonly [string, unknown])[] = ['customers', 'loans', 'installments', 'repayments', 'overdue'].flatMap((list) => [
  [`POST /api/${list}/query`, { filters: [{ key: 'customerName', operator: 'equals', value: 'x' }], search: 'x', sort: { key: 'receiptNo', direction: 'asc' }, limit: 5, after: 'x' }],
  [`POST /api/${list}/query`, { filters: [{ key: list === 'customers' ? 'name' : 'receiptNo', operator: 'contains', value: 'x' }] }],
  [`POST /api/${list}/query`, { search: 'x' }],
  [`POST /api/${list}/summary`, { filters: [{ key: 'overdueDays', operator: 'from', value: '999999999' }] }],
  [`POST /api/${list}/summary`, { filters: [{ key: 'overdueDays', operator: 'equals', value: '999999999' }] }],
  [`POST /api/${list}/summary`, { filters: [{ key: 'principal', operator: 'from', value: '1' }, { key: 'disbursedOn', operator: 'from', value: '2026-01-01' }] }],
] as const);

/** Every body with one of its values replaced, one after the other. */
function variants(body: unknown): unknown[] {
  if (Array.isArray(body)) return body.flatMap((item: unknown, index) => variants(item).map((changed) => body.with(index, changed)));
  if (typeof body !== 'object' || body === null) return badValues.filter((value) => value !== body);
  const own = Object.entries(body).flatMap(([key, value]) => variants(value).map((changed) => ({ ...body, [key]: changed })));
  return [...own, { ...body, constructor: 1 }, { ...body, '\u0000': 'x' }];
}

function idsIn(path: string): string {
  return path.replace(/:(\w+)/g, (_whole, name: keyof SomeRows | 'personId') => (name === 'personId' ? world.as('read_only').actor.personId : rows[name]));
}

const bodies: readonly (readonly [string, unknown])[] = [
  // The fixture's people have no password to compare with.
  ...Object.entries(sampleBodies).filter(([name]) => !/\/api\/setup|\/export|\/session\/password/.test(name)),
  ...listBodies,
  ['POST /api/audit/query', { before: 5, objectId: 'x', limit: 10 }],
  ['PATCH /api/people/:personId', { displayName: '某人' }],
  ['POST /api/imports/:importId/mapping', { asOf: '2026-03-01', sheets: { a: { role: 'loans' } }, columns: { a: { b: { table: 'loan', key: 'principal' } } } }],
];

test.each(bodies)('%s answers whatever stands in its body', async (name, body) => {
  const [method = '', path = ''] = name.split(' ');
  const failed: unknown[] = [];
  for (const variant of variants(body)) {
    // as: the names are those of routes.
    const reply = await user.send(method as 'POST', idsIn(path), variant, { 'idempotency-key': `hostile-${Math.random()}` });
    if (reply.status >= 500 || /undefined|\[object/.test(reply.text)) failed.push([JSON.stringify(variant), reply.status, reply.text.slice(0, 300), world.log.at(-1)]);
  }
  expect(failed).toEqual([]);
}, 60_000);

test('a name with invisible bytes does not stop an import, nor is any of them kept', async () => {
  const { body, contentType } = multipartBody([{ name: '台账.csv', bytes: Buffer.from('借款人,合同编号,借据号,放款金额(元),贷款余额(元),年利率(%),放款日期,到期日期,还款方式\r\n甲\u0000立春,HT\u0000-1,NUL-1,1000,500,12,2025-09-15,2026-09-15,等额本金\r\n') }]);
  const started = await user.send('POST', '/api/imports', body, { 'content-type': contentType });
  const ready = await settledImport(user, started.body.id, ['reading']);
  expect([ready.state, ready.failure]).toEqual(['ready', null]);
  await user.send('POST', `/api/imports/${ready.id}/commit`, {});
  expect(await settledImport(user, ready.id, ['committing'])).toMatchObject({ state: 'committed', failure: null });
});

test.each([
  ['more than twenty files', Array.from({ length: 21 }, (_unused, index) => ({ name: `${index}.csv`, bytes: Buffer.from('x') }))],
  ['more than 64 MB', [{ name: 'a.csv', bytes: Buffer.alloc(65 * 1024 * 1024, 'x') }]],
])('an upload of %s is refused in words that name the limit', async (_what, files) => {
  const { body, contentType } = multipartBody(files);
  const reply = await user.send('POST', '/api/imports', body, { 'content-type': contentType });
  expect(reply.status).toBe(413);
  expect(reply.body.zh).toMatch(files.length > 1 ? /20 个文件/ : /64 MB/);
});
