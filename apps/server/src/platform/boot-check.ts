import type pg from 'pg';
import { StartFailure } from './start-failure.ts';

/** Tables that belong to no institution, and therefore have no wall. */
const tablesWithoutWall: ReadonlySet<string> = new Set(['schema_migration']);

const oldestServerVersion = 150_000;

/** Throws StartFailure `database-too-old` below PostgreSQL 15. */
export async function checkServerVersion(client: pg.ClientBase): Promise<void> {
  const answer = await client.query<{ number: number; text: string }>("select current_setting('server_version_num')::int as number, current_setting('server_version') as text");
  refuseOldServer(answer.rows[0]?.number ?? 0, answer.rows[0]?.text ?? '?');
}

/** `versionNumber` as in server_version_num: 150004 is 15.4. */
export function refuseOldServer(versionNumber: number, versionText: string): void {
  if (versionNumber < oldestServerVersion) throw new StartFailure('database-too-old', { reason: versionText });
}

/**
 * What must hold before the server may use a database, asked as the role it runs as: no rights beyond its grants,
 * writes that survive a crash, and the institution wall on every table. Throws StartFailure `unsafe-database`.
 */
export async function checkBootSafety(app: pg.ClientBase): Promise<void> {
  const problems = [...(await findRoleProblems(app)), ...(await findSettingProblems(app)), ...(await findWallProblems(app))];
  if (problems.length > 0) throw new StartFailure('unsafe-database', { reason: problems.join('; ') });
}

async function findRoleProblems(app: pg.ClientBase): Promise<string[]> {
  const answer = await app.query<{ role: string; problem: string }>(`
    select rolname as role, problem
    from pg_roles
    cross join lateral (values ('superuser', rolsuper), ('bypassrls', rolbypassrls), ('createrole', rolcreaterole)) as attribute (problem, is_set)
    where rolname = current_user and is_set
    union all
    select current_user, 'owner of ' || string_agg(relname, ', ' order by relname)
    from pg_class
    where relnamespace = 'public'::regnamespace and relkind in ('r', 'p', 'v', 'm') and pg_has_role(current_user, relowner, 'member')
    having count(*) > 0`);
  return answer.rows.map((row) => `${row.role}: ${row.problem}`);
}

async function findSettingProblems(app: pg.ClientBase): Promise<string[]> {
  const answer = await app.query<{ name: string; setting: string }>(`
    select name, setting from pg_settings
    where (name in ('fsync', 'full_page_writes') and setting = 'off') or (name = 'synchronous_commit' and setting = 'off')
    order by name`);
  return answer.rows.map((row) => `${row.name} = ${row.setting}`);
}

async function findWallProblems(app: pg.ClientBase): Promise<string[]> {
  const answer = await app.query<{ name: string }>(`
    select relname as name from pg_class
    where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and not (relrowsecurity and relforcerowsecurity)
    order by relname`);
  return answer.rows.filter((row) => !tablesWithoutWall.has(row.name)).map((row) => `${row.name}: row-level security`);
}
