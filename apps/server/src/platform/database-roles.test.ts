import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTemporaryCluster, type TemporaryCluster } from '../../test/temporary-cluster.ts';
import { appRolePassword, appRoleUrl, ensureAppRole, scramVerifier } from './database-roles.ts';

// A server of its own: roles belong to the whole server, and other test files are signed in as loanbook_app.
let cluster: TemporaryCluster;
beforeAll(async () => {
  cluster = await startTemporaryCluster('embedded');
});
afterAll(() => cluster.stop());

const firstKey = Buffer.alloc(32, 1);
const secondKey = Buffer.alloc(32, 2);

async function ask<Row extends pg.QueryResultRow>(url: string, sql: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Row>(sql)).rows;
  } finally {
    await client.end();
  }
}

test('the role is made once, without any right beyond signing in', async () => {
  const url = await ensureAppRole(cluster.ownerUrl, firstKey);
  expect(await ensureAppRole(cluster.ownerUrl, firstKey)).toBe(url);
  expect(await ask(url, 'select rolsuper, rolcreaterole, rolcreatedb, rolbypassrls, current_user::text as name from pg_roles where rolname = current_user')).toEqual([
    { rolsuper: false, rolcreaterole: false, rolcreatedb: false, rolbypassrls: false, name: 'loanbook_app' },
  ]);
});

test('a password that no longer fits is set again', async () => {
  await ensureAppRole(cluster.ownerUrl, firstKey);
  expect(await ask(await ensureAppRole(cluster.ownerUrl, secondKey), 'select 1 as one')).toEqual([{ one: 1 }]);
  await expect(ask(appRoleUrl(cluster.ownerUrl, firstKey), 'select 1')).rejects.toThrow('password authentication failed');
});

test('an owner that may not make roles gets the SQL for the administrator, which works and tells no password', async () => {
  await ask(cluster.ownerUrl, "create role modest login password 'modest'");
  const modestUrl = new URL(cluster.ownerUrl);
  modestUrl.username = modestUrl.password = 'modest';
  const refusal = await ensureAppRole(modestUrl.href, firstKey).catch((error: unknown) => (error instanceof Error ? error.message : ''));
  expect(refusal).not.toContain(appRolePassword(firstKey));
  const sql = /(?:create|alter) role .*;/.exec(refusal ?? '')?.[0] ?? '';
  expect(sql).toContain('loanbook_app');
  await ask(cluster.superuserUrl, sql);
  expect(await ask(await ensureAppRole(modestUrl.href, firstKey), 'select current_user::text as name')).toEqual([{ name: 'loanbook_app' }]);
});

test('the verifier is the one of RFC 7677', () => {
  // The example of its section 3: user "user", password "pencil".
  expect(scramVerifier('pencil', Buffer.from('W22ZaJ0SNY7soEsUEjb6gQ==', 'base64'))).toBe(
    'SCRAM-SHA-256$4096:W22ZaJ0SNY7soEsUEjb6gQ==$WG5d8oPm3OtcPnkdi4Uo7BkeZkBFzpcXkuLmtbsT4qY=:wfPLwcE6nTWhTAmQ7tl2KeoiWGPlZqQxSrmfPwDl2dU=',
  );
});

test.each([
  ['postgres://owner:secret@db.example:5433/book?sslmode=require', /^postgres:\/\/loanbook_app:[\w-]+@db\.example:5433\/book\?sslmode=require$/],
  ['postgres:///book?host=/run/postgresql', /^postgres:\/\/\/book\?host=%2Frun%2Fpostgresql&user=loanbook_app&password=[\w-]+$/],
])('the app role’s address keeps everything of %s but the person', (ownerUrl, expected) => {
  expect(appRoleUrl(ownerUrl, firstKey)).toMatch(expected);
});
