import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createEmptyTestDatabase, type TestDatabase } from '../../test/test-database.ts';
import { migrate, type Migration } from './migrate.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createEmptyTestDatabase();
});
afterAll(() => database.drop());

const first: Migration = { version: 1, name: 'sample_first', sql: 'create table sample (id int primary key)', checksum: 'a' };
const second: Migration = { version: 2, name: 'sample_second', sql: 'insert into sample values (1); insert into sample values (2)', checksum: 'b' };
const failing: Migration = { version: 3, name: 'sample_failing', sql: 'insert into sample values (3); select 1/0', checksum: 'c' };

test('migrations run once, in order, and a second call finds nothing to do', async () => {
  expect(await migrate(database.ownerUrl, [first])).toEqual(['sample_first']);
  expect(await migrate(database.ownerUrl, [first, second])).toEqual(['sample_second']);
  expect(await migrate(database.ownerUrl, [first, second])).toEqual([]);
});

test('eight servers that start together apply each migration once', async () => {
  const shared = await createEmptyTestDatabase();
  const results = await Promise.all(Array.from({ length: 8 }, () => migrate(shared.ownerUrl, [first, second])));
  expect(results.flat().toSorted()).toEqual(['sample_first', 'sample_second']);
  await shared.drop();
});

test('a changed migration is refused', async () => {
  await expect(migrate(database.ownerUrl, [{ ...first, checksum: 'changed' }, second])).rejects.toThrow('0001_sample_first.sql');
});

test('a database that a newer program upgraded is refused', async () => {
  await expect(migrate(database.ownerUrl, [first])).rejects.toThrow('0002_sample_second');
});

test('a migration that fails half way leaves nothing behind', async () => {
  await expect(migrate(database.ownerUrl, [first, second, failing])).rejects.toThrow('0003_sample_failing.sql: division by zero');
  const client = new pg.Client({ connectionString: database.ownerUrl });
  await client.connect();
  expect((await client.query('select id from sample order by id')).rows).toEqual([{ id: 1 }, { id: 2 }]);
  await client.end();
});
