import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestApp, type TestApp } from '../../../test/app-fixture.ts';

let world: TestApp;
beforeAll(async () => { world = await startTestApp(); });
afterAll(() => world.stop());

test('everyone reads the settings, only full rights change them', async () => {
  expect(await world.as('read_only').send('GET', '/api/settings')).toMatchObject({ status: 200, body: { institutionName: '青禾小额贷款有限公司', timeZone: 'Asia/Shanghai', rateCapPct: '24.0000', version: 1 } });
  expect(await world.as('read_only').send('PATCH', '/api/settings', { version: 1, rateCapPct: '36' })).toMatchObject({ status: 403 });
});

test('a change is kept, counted up and audited by its field names', async () => {
  const { send } = world.as('full');
  expect(await send('PATCH', '/api/settings', { version: 1, rateCapPct: '15.4', institutionName: '青禾小贷' })).toMatchObject({ status: 200, body: { institutionName: '青禾小贷', rateCapPct: '15.4000', version: 2 } });
  const { body } = await send('POST', '/api/audit/query', { limit: 1 });
  expect(body.entries).toMatchObject([{ action: 'settings.changed', fields: ['institutionName', 'rateCapPct'] }]);
});

test('who saves an older version is told who changed it and when, on the clock of the institution', async () => {
  const reply = await world.as('full').send('PATCH', '/api/settings', { version: 1, rateCapPct: '20' });
  expect(reply).toMatchObject({ status: 409, body: { code: 'changed_meanwhile', details: { by: '王经理', at: '2026-03-16 12:00' } } });
});

test('a new time zone moves the business date', async () => {
  const { send } = world.as('full', 'second');
  world.setNow('2026-03-16T20:00:00.000Z');
  expect(await send('GET', '/api/session')).toMatchObject({ body: { businessDate: '2026-03-17' } });
  expect(await send('PATCH', '/api/settings', { version: 1, timeZone: 'Europe/London' })).toMatchObject({ status: 200 });
  expect(await send('GET', '/api/session')).toMatchObject({ body: { businessDate: '2026-03-16' } });
});

test('a cap over 100 % or a zone that does not exist is refused', async () => {
  const { send } = world.as('full');
  expect(await send('PATCH', '/api/settings', { version: 2, rateCapPct: '100.0001' })).toMatchObject({ status: 400, body: { problems: [{ path: 'rateCapPct' }] } });
  expect(await send('PATCH', '/api/settings', { version: 2, timeZone: 'Mars/Olympus' })).toMatchObject({ status: 400, body: { problems: [{ path: 'timeZone' }] } });
});
