-- The institution wall: every table starts its keys with institution_id and forces row-level security.
-- The running server is role loanbook_app; it is made before migrations run and never owns anything.

create table institution (
  institution_id uuid primary key,
  name text not null check (length(name) between 1 and 100),
  time_zone text not null default 'Asia/Shanghai',
  rate_cap_e8 bigint not null default 24000000 check (rate_cap_e8 between 0 and 100000000),
  version integer not null default 1,
  created_at timestamptz not null default now()
);

-- Both are set by the program inside each transaction (set_config with is_local), never for a session.
create function current_institution() returns uuid language sql stable parallel safe
  as $$ select nullif(current_setting('loanbook.institution_id', true), '')::uuid $$;
create function business_date() returns date language sql stable parallel safe
  as $$ select nullif(current_setting('loanbook.business_date', true), '')::date $$;

-- Before anyone is signed in the wall must be passable for two questions only: which institutions are there, and their clock.
create function institutions_for_sign_in() returns table (institution_id uuid, name text, time_zone text)
  language sql stable security definer set search_path = public, pg_temp
  as $$ select institution_id, name, time_zone from institution order by created_at $$;

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'rows of % are facts: they are never changed or deleted', tg_table_name using errcode = 'LB001';
end $$;

-- Every feature's migration calls this for each of its tables.
create function raise_wall(table_name regclass) returns void language plpgsql as $$
begin
  execute format('alter table %s enable row level security', table_name);
  execute format('alter table %s force row level security', table_name);
  execute format('create policy institution_wall on %s using (institution_id = current_institution()) with check (institution_id = current_institution())', table_name);
  -- Backup, restore and verify run as the owner, which may be no superuser on a managed server; the running program never is the owner.
  execute format('create policy owner_maintains on %s to current_user using (true) with check (true)', table_name);
end $$;

-- Facts: insert and read, nothing else, by grant and by trigger.
create function keep_facts(table_name regclass) returns void language plpgsql as $$
begin
  execute format('grant select, insert on %s to loanbook_app', table_name);
  execute format('create trigger facts_stay before update or delete on %s for each row execute function refuse_change()', table_name);
  execute format('create trigger facts_stay_whole before truncate on %s for each statement execute function refuse_change()', table_name);
end $$;

select raise_wall('institution');
grant select, insert, update on institution to loanbook_app;
revoke execute on function institutions_for_sign_in() from public;
grant execute on function institutions_for_sign_in() to loanbook_app;
revoke execute on function raise_wall(regclass), keep_facts(regclass) from public;

-- Numbers of our own (customer numbers, receipt numbers): one row a series, locked while a number is taken.
create table number_series (
  institution_id uuid not null references institution,
  name text not null check (length(name) between 1 and 60),
  last_number bigint not null default 0 check (last_number >= 0),
  primary key (institution_id, name)
);
select raise_wall('number_series');
grant select, insert, update on number_series to loanbook_app;

-- A repeated request gets the first answer. Keys on money never expire.
create table idempotency_key (
  institution_id uuid not null references institution,
  actor_id uuid not null,
  route text not null,
  client_key text not null check (length(client_key) between 8 and 120),
  body_hash bytea not null check (length(body_hash) = 32),
  reply_status integer,
  reply jsonb,
  claimed_at timestamptz not null default now(),
  primary key (institution_id, actor_id, route, client_key)
);
select raise_wall('idempotency_key');
grant select, insert, update on idempotency_key to loanbook_app;

-- Data keys, each wrapped by the master key that lives outside the database.
create table data_key (
  institution_id uuid not null references institution,
  key_id integer not null check (key_id > 0),
  purpose text not null check (purpose in ('seal', 'blind_index', 'audit')),
  wrapped bytea not null,
  created_at timestamptz not null default now(),
  primary key (institution_id, key_id, purpose)
);
select raise_wall('data_key');
grant select, insert on data_key to loanbook_app;
