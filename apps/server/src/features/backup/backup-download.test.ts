import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestApp, type TestApp, type TestUser } from '../../../test/app-fixture.ts';
import { newId } from '../../platform/ids.ts';

let world: TestApp;
let user: TestUser;

beforeAll(async () => {
  world = await startTestApp();
  user = world.as('full');
  await user.inTransaction(async (tx) => {
    const importId = newId();
    await tx.db.insertInto('import_batch').values({ institution_id: tx.institutionId, import_id: importId, state: 'ready', created_by: '测试' }).execute();
    // More than all the buffers between table and browser hold, and nothing that compresses.
    for (let number = 0; number < 12; number += 1) {
      const bytes = crypto.getRandomValues(new Uint8Array(65_536));
      await tx.db.insertInto('import_file').values({ institution_id: tx.institutionId, import_id: importId, number, name: 'x', size_bytes: 1, content_sealed: Buffer.concat(Array.from({ length: 30 }, () => Buffer.from(bytes.map((byte) => byte ^ Math.floor(Math.random() * 256))))) }).execute();
    }
    tx.markBookkeeping();
  });
  await world.app.fastify.listen({ port: 0, host: '127.0.0.1' });
}, 60_000);
afterAll(() => world.stop());

test('a browser that goes away in the middle of its backup leaves no connection behind', async () => {
  const address = world.app.fastify.server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  // Twice as often as there are connections: were one lost each time, the rest would find none.
  for (let round = 0; round < 24; round += 1) {
    const leaving = new AbortController();
    const reply = await fetch(`http://127.0.0.1:${port}/api/backup`, { method: 'POST', headers: { cookie: user.cookie }, signal: leaving.signal });
    expect(reply.status).toBe(200);
    await reply.body?.getReader().read();
    leaving.abort();
  }
  await expect.poll(() => world.context.appPool.totalCount - world.context.appPool.idleCount, { timeout: 10_000 }).toBe(0);
  expect((await user.send('GET', '/api/session')).status).toBe(200);
}, 60_000);

test('a backup that is read to its end is whole, and its connection goes back', async () => {
  const whole = await user.send('POST', '/api/backup');
  expect(whole.bytes.length).toBeGreaterThan(20_000_000);
  // Noon in Shanghai.
  expect(whole.headers['content-disposition']).toContain('loanbook-20260316-120000.backup');
  await expect.poll(() => world.context.appPool.totalCount - world.context.appPool.idleCount).toBe(0);
});
