import { readFileSync } from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../test/test-database.ts';
import { describeSchema } from './describe-schema.ts';

let database: TestDatabase;
let client: pg.Client;
beforeAll(async () => {
  database = await createTestDatabase();
  client = new pg.Client({ connectionString: database.ownerUrl });
  await client.connect();
});
afterAll(async () => {
  await client.end();
  await database.drop();
});

test('schema.sql shows what the migrations make; after a migration: node tools/run.mjs tools/dump-schema.ts', async () => {
  expect(await describeSchema(client)).toBe(readFileSync(path.resolve(import.meta.dirname, '../../schema.sql'), 'utf8'));
});

const keysQuery = `
  select c.relname || ' ' || conname as place, (select attname from pg_attribute where attrelid = conrelid and attnum = conkey[1]) as first_column
  from pg_constraint join pg_class c on c.oid = conrelid
  where c.relnamespace = 'public'::regnamespace and contype in ('p', 'u', 'f') and c.relname <> 'schema_migration'`;

test('every primary, unique and foreign key starts with institution_id', async () => {
  const keys = await client.query<{ place: string; first_column: string }>(keysQuery);
  expect(keys.rows.length).toBeGreaterThan(10);
  expect(keys.rows.filter((key) => key.first_column !== 'institution_id')).toEqual([]);
});

test('every index starts with institution_id', async () => {
  const indexes = await client.query<{ place: string; first_column: string | null }>(`
    select i.indexrelid::regclass::text as place, (select attname from pg_attribute where attrelid = indrelid and attnum = indkey[0]) as first_column
    from pg_index i join pg_class c on c.oid = indrelid where c.relnamespace = 'public'::regnamespace and c.relname <> 'schema_migration'`);
  expect(indexes.rows.filter((index) => index.first_column !== 'institution_id')).toEqual([]);
});

test('money columns are bigint and names say the unit; only parts of exact fractions outgrow it', async () => {
  const columns = await client.query<{ place: string }>(`
    select c.relname || '.' || attname as place
    from pg_attribute join pg_class c on c.oid = attrelid
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and attnum > 0
      and (atttypid in ('money'::regtype, 'real'::regtype, 'double precision'::regtype)
        or (atttypid = 'numeric'::regtype and attname !~ '_(numerator|denominator|per_day)$') or attname in ('amount', 'rate', 'date')
        or (attname ~ '_fen$' and atttypid <> 'bigint'::regtype))`);
  expect(columns.rows).toEqual([]);
});
