import { readdirSync } from 'node:fs';
import path from 'node:path';
import type { Route } from '@loanbook/contract/route.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestApp, type TestApp, type TestReply } from '../../test/app-fixture.ts';
import { insertSomeRows } from '../../test/row-factories.ts';
import { missingId, sampleBodies } from '../../test/sample-bodies.ts';
import { rightsOf, type Access } from './policy.ts';

/* Every route × {no session, read only, full, other institution}, against the policy table. */

let world: TestApp;
beforeAll(async () => { world = await startTestApp(); });
afterAll(() => world.stop());

const contractFolder = path.resolve(import.meta.dirname, '../../../../packages/contract/src/features');

/** Every route that the contract declares. */
async function contractRoutes(): Promise<Set<string>> {
  const names = new Set<string>();
  for (const file of readdirSync(contractFolder).filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))) {
    const module: Record<string, unknown> = await import(path.join(contractFolder, file));
    for (const [name, value] of Object.entries(module)) {
      if (!name.endsWith('Routes') || typeof value !== 'object' || value === null) continue;
      // as: exports named …Routes are tables of routes; nothing else in the contract has such a name.
      for (const route of Object.values(value) as Route[]) names.add(nameOf(route));
    }
  }
  return names;
}

function nameOf(route: Route): string {
  return `${route.method} ${route.path}`;
}

let calls = 0;

function call(send: TestApp['anonymous']['send'], route: Route, id = missingId): Promise<TestReply> {
  const url = route.path.replace(/:\w+/g, id);
  calls += 1;
  const headers: Record<string, string> = route.isIdempotent ? { 'idempotency-key': `route-grid-${String(calls).padStart(6, '0')}` } : {};
  if (route.isUpload) return send(route.method, url, '--x--\r\n', { ...headers, 'content-type': 'multipart/form-data; boundary=x' });
  return send(route.method, url, route.body === null ? undefined : (sampleBodies[nameOf(route)] ?? {}), headers);
}

/** The first missing thing, in the order of checks. */
function expectedRefusal(access: Access, role: 'full' | 'read_only'): string | null {
  if (access === 'public' || access === 'signed_in') return null;
  return rightsOf(role).includes(access.right) ? null : 'not_allowed';
}

test('what answers below /api is what was registered with a policy, and is in the contract', async () => {
  const registered = new Set(world.app.routes.map(({ route }) => nameOf(route)));
  expect(registered.size).toBe(world.app.routes.length);
  // Each line of the tree ends with its methods; HEAD comes with GET.
  const answering = [...world.app.fastify.printRoutes({ commonPrefix: false }).matchAll(/\(([A-Z, ]+)\)/g)].flatMap((match) => (match[1] ?? '').split(', ')).filter((method) => method !== 'HEAD');
  expect(answering.length).toBe(registered.size);
  const contract = await contractRoutes();
  expect([...registered].filter((name) => !contract.has(name))).toEqual(['GET /api/health']);
});

test('without a session every route but the public ones says so, whatever is sent', async () => {
  for (const { route, access } of world.app.routes.filter((entry) => entry.access !== 'public')) {
    const reply = await call(world.anonymous.send, route);
    expect({ route: nameOf(route), access, code: reply.body?.code }).toEqual({ route: nameOf(route), access, code: 'not_signed_in' });
  }
});

test.each(['read_only', 'full'] as const)('a person with the %s role is refused exactly what the policy denies', async (role) => {
  // Signing out would end the grid.
  for (const { route, access } of world.app.routes.filter((entry) => nameOf(entry.route) !== 'DELETE /api/session')) {
    const reply = await call(world.as(role).send, route);
    const code = reply.body?.code;
    // A route that stops at parsing has proven nothing: it needs a line in sample-bodies.ts.
    const isProven = code !== 'invalid_input' || access === 'public' || route.path === '/api/session/password';
    expect({ route: nameOf(route), problems: isProven ? [] : reply.body.problems }).toEqual({ route: nameOf(route), problems: [] });
    expect({ route: nameOf(route), refusal: reply.status === 403 && access !== 'public' ? code : null }).toEqual({ route: nameOf(route), refusal: expectedRefusal(access, role) });
  }
});

test('a record of another institution answers byte for byte like one that does not exist', async () => {
  const rows = { ...(await insertSomeRows(world.as('full', 'second'))), personId: world.as('read_only', 'second').actor.personId };
  for (const { route } of world.app.routes.filter((entry) => /:\w+Id/.test(entry.route.path))) {
    const parameter = /:(\w+)/.exec(route.path)?.[1] ?? '';
    const id = Object.entries(rows).find(([name]) => name === parameter)?.[1];
    // A new kind of record needs a row in row-factories.ts.
    expect({ route: nameOf(route), hasRow: id !== undefined }).toEqual({ route: nameOf(route), hasRow: true });
    const plain = (reply: TestReply): unknown => ({ route: nameOf(route), status: reply.status, text: reply.text.replace(/"requestId":"\w+"/, '') });
    const [other, missing] = [await call(world.as('full').send, route, id), await call(world.as('full').send, route)];
    expect(plain(other)).toEqual(plain(missing));
    expect({ route: nameOf(route), status: other.status }).toEqual({ route: nameOf(route), status: 404 });
  }
});
