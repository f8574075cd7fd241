-- Hash chain for each institution. Holds ids, field names and keyed digests, never personal data in clear.
create table audit_entry (
  institution_id uuid not null references institution,
  sequence bigint not null check (sequence > 0),
  at timestamptz not null,
  actor_id uuid,
  actor_name text not null,
  action text not null,
  object_type text not null,
  object_id text,
  fields text[] not null default '{}',
  reason text,
  digests jsonb not null default '{}',
  previous_hash bytea not null check (length(previous_hash) = 32),
  hash bytea not null check (length(hash) = 32),
  primary key (institution_id, sequence)
);
create index audit_entry_by_object on audit_entry (institution_id, object_id, sequence desc) where object_id is not null;
select raise_wall('audit_entry');
select keep_facts('audit_entry');

-- The last row of the chain, locked last in every transaction.
create table audit_head (
  institution_id uuid not null references institution,
  sequence bigint not null default 0,
  hash bytea not null check (length(hash) = 32),
  primary key (institution_id)
);
select raise_wall('audit_head');
grant select, insert, update on audit_head to loanbook_app;
