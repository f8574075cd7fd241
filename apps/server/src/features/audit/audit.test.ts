import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestApp, type TestApp } from '../../../test/app-fixture.ts';

let world: TestApp;
beforeAll(async () => { world = await startTestApp(); });
afterAll(() => world.stop());

async function changeNames(count: number): Promise<void> {
  for (let number = 0; number < count; number += 1) await world.as('full').send('PATCH', `/api/people/${world.as('read_only').actor.personId}`, { displayName: `李审计${number}` });
}

test('the trail is read newest first, page by page, without a gap', async () => {
  await changeNames(7);
  const sequences: number[] = [];
  for (let before: number | undefined; ;) {
    const { body } = await world.as('read_only').send('POST', '/api/audit/query', { limit: 3, ...(before === undefined ? {} : { before }) });
    sequences.push(...body.entries.map((entry: { sequence: number }) => entry.sequence));
    if (body.next === null) break;
    before = body.next;
  }
  expect(sequences).toEqual(Array.from({ length: 8 }, (_, index) => 8 - index));
});

test('the trail can be asked what happened to one record', async () => {
  const { body } = await world.as('read_only').send('POST', '/api/audit/query', { objectId: world.as('read_only').actor.personId });
  expect(body.entries.length).toBe(7);
  expect(new Set(body.entries.map((entry: { objectType: string }) => entry.objectType))).toEqual(new Set(['person']));
});

test('another institution has its own trail', async () => {
  const { body } = await world.as('full', 'second').send('POST', '/api/audit/query', {});
  expect(body.entries).toMatchObject([{ sequence: 1, action: 'institution.founded' }]);
});
