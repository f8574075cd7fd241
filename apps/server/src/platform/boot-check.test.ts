import pg from 'pg';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../test/test-database.ts';
import { checkBootSafety, checkServerVersion, refuseOldServer } from './boot-check.ts';

let database: TestDatabase;
let owner: pg.Client;
let app: pg.Client;
beforeAll(async () => {
  database = await createTestDatabase();
  owner = new pg.Client({ connectionString: database.ownerUrl });
  app = new pg.Client({ connectionString: database.appUrl });
  await Promise.all([owner.connect(), app.connect()]);
});
afterAll(async () => {
  await Promise.all([owner.end(), app.end()]);
  await database.drop();
});

test('a migrated database is safe for the app role', async () => {
  await checkServerVersion(owner);
  await checkBootSafety(app);
  expect((await app.query<{ name: string }>('select current_user::text as name')).rows).toEqual([{ name: 'loanbook_app' }]);
});

test('the owner is refused as the role to run as', async () => {
  await expect(checkBootSafety(owner)).rejects.toThrow('owner of');
  if (inject('testDatabase').kind === 'embedded') await expect(checkBootSafety(owner)).rejects.toThrow('superuser');
});

test('a table without a forced wall is refused by name', async () => {
  await owner.query('create table forgotten (institution_id uuid primary key); alter table forgotten enable row level security');
  await expect(checkBootSafety(app)).rejects.toThrow('forgotten: row-level security');
  await owner.query('alter table forgotten force row level security');
  await checkBootSafety(app);
  await owner.query('drop table forgotten');
});

test('a server below 15 is refused with its version', () => {
  expect(() => refuseOldServer(140_011, '14.11')).toThrow('14.11');
});

test.each([[150_000], [180_004]])('server version %i is new enough', (version) => {
  expect(() => refuseOldServer(version, '')).not.toThrow();
});
