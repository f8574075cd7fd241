import type pg from 'pg';

/**
 * The schema of a migrated database as text, the same on every server version: what a review looks at.
 * It reads like SQL and is not meant to be run; the migrations are.
 */
export async function describeSchema(client: pg.ClientBase): Promise<string> {
  const parts = [heading, ...(await describeTables(client)), ...(await describeViews(client)), ...(await describeFunctions(client))];
  return `${parts.join('\n\n')}\n`;
}

const heading = `-- The schema that the migrations make: node tools/run.mjs tools/dump-schema.ts
-- Generated; never edited, never run.`;

interface TableRow {
  readonly name: string;
  readonly columns: string[];
  readonly constraints: string[] | null;
  readonly indexes: string[] | null;
  readonly policies: string[] | null;
  readonly triggers: string[] | null;
  readonly grants: string[] | null;
  readonly is_forced: boolean;
}

// Names sort in byte order ("C"), or the text would depend on the server's locale.
const tablesQuery = `
  select c.relname::text as name, c.relrowsecurity and c.relforcerowsecurity as is_forced,
    (select array_agg(format('%s %s', attname, format_type(atttypid, atttypmod))
        || case when coll.collname is not null and coll.collname <> 'default' then format(' collate "%s"', coll.collname) else '' end
        || case when attnotnull then ' not null' else '' end
        || coalesce(' default ' || pg_get_expr(adbin, adrelid), '') order by attnum)
      from pg_attribute a left join pg_attrdef on adrelid = attrelid and adnum = attnum left join pg_collation coll on coll.oid = a.attcollation
      where attrelid = c.oid and attnum > 0 and not attisdropped) as columns,
    (select array_agg(format('%s: %s', conname, pg_get_constraintdef(oid)) order by position(contype::text in 'pufcx'), conname collate "C")
      from pg_constraint where conrelid = c.oid and contype in ('p', 'u', 'f', 'c', 'x')) as constraints,
    (select array_agg(pg_get_indexdef(i.indexrelid) order by indexed.relname collate "C")
      from pg_index i join pg_class indexed on indexed.oid = i.indexrelid
      where i.indrelid = c.oid and not exists (select 1 from pg_constraint where conindid = i.indexrelid and contype in ('p', 'u', 'x'))) as indexes,
    (select array_agg(format('%s %s using (%s) check (%s)', polname,
        case when polroles = array[(select nspowner from pg_namespace where nspname = 'public')] or polroles = array[c.relowner] then 'to owner' else 'to all' end,
        coalesce(pg_get_expr(polqual, polrelid), ''), coalesce(pg_get_expr(polwithcheck, polrelid), '')) order by polname collate "C")
      from pg_policy where polrelid = c.oid) as policies,
    (select array_agg(replace(pg_get_triggerdef(oid), 'public.', '') order by tgname collate "C") from pg_trigger where tgrelid = c.oid and not tgisinternal) as triggers,
    (select array_agg(lower(privilege_type) order by privilege_type collate "C")
      from information_schema.role_table_grants where grantee = 'loanbook_app' and table_schema = 'public' and table_name = c.relname) as grants
  from pg_class c
  where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
  order by c.relname collate "C"`;

async function describeTables(client: pg.ClientBase): Promise<string[]> {
  const answer = await client.query<TableRow>(tablesQuery);
  return answer.rows.map((table) => [
    `table ${table.name}`,
    ...table.columns.map((column) => `  ${column}`),
    // PostgreSQL 18 lists NOT NULL among the constraints, 15 does not; the columns say it already.
    ...(table.constraints ?? []).map((constraint) => `  constraint ${constraint}`),
    ...(table.indexes ?? []).map((index) => `  ${index.replaceAll('public.', '').replace(/^CREATE /, '')}`),
    ...(table.policies ?? []).map((policy) => `  policy ${policy}`),
    ...(table.triggers ?? []).map((trigger) => `  ${trigger.replace(/^CREATE /, '')}`),
    `  row-level security ${table.is_forced ? 'forced' : 'off'}`,
    `  grant to loanbook_app: ${(table.grants ?? []).join(', ') || 'nothing'}`,
  ].join('\n'));
}

async function describeViews(client: pg.ClientBase): Promise<string[]> {
  const answer = await client.query<{ name: string; options: string[] | null; columns: string[]; grants: string[] | null }>(`
    select c.relname::text as name, c.reloptions as options,
      (select array_agg(format('%s %s', attname, format_type(atttypid, atttypmod)) order by attnum) from pg_attribute where attrelid = c.oid and attnum > 0) as columns,
      (select array_agg(lower(privilege_type) order by privilege_type collate "C")
        from information_schema.role_table_grants where grantee = 'loanbook_app' and table_schema = 'public' and table_name = c.relname) as grants
    from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind = 'v' order by c.relname collate "C"`);
  // The query itself is spelt differently by each server version; its columns are what others rely on.
  return answer.rows.map((view) => [`view ${view.name} (${(view.options ?? []).join(', ')})`, ...view.columns.map((column) => `  ${column}`), `  grant to loanbook_app: ${(view.grants ?? []).join(', ') || 'nothing'}`].join('\n'));
}

async function describeFunctions(client: pg.ClientBase): Promise<string[]> {
  const answer = await client.query<{ text: string }>(`
    select format(E'function %s(%s) returns %s\\n  language %s %s%s%s\\n  %s', proname, pg_get_function_arguments(p.oid), pg_get_function_result(p.oid), lanname,
      case provolatile when 'i' then 'immutable' when 's' then 'stable' else 'volatile' end,
      case when prosecdef then ' security definer' else '' end,
      coalesce(' set ' || array_to_string(proconfig, ', '), ''),
      trim(regexp_replace(prosrc, E'\\\\s*\\n\\\\s*', E'\\n  ', 'g'))) as text
    from pg_proc p join pg_language l on l.oid = p.prolang
    where p.pronamespace = 'public'::regnamespace and not exists (select 1 from pg_depend where objid = p.oid and deptype = 'e')
    order by proname collate "C", pg_get_function_arguments(p.oid) collate "C"`);
  return answer.rows.map((row) => row.text);
}
