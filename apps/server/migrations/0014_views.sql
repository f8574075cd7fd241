-- A list as a person wants to see it again. Holds no personal data: what was typed to find somebody is not kept.
create table saved_view (
  institution_id uuid not null references institution,
  view_id uuid not null,
  list text not null check (list in ('customers', 'loans', 'installments', 'repayments', 'overdue')),
  name text not null check (length(name) between 1 and 60),
  owner_id uuid not null,
  owner_name text not null,
  is_shared boolean not null default false,
  -- roles whose people see the list so when they open it
  default_roles text[] not null default '{}' check (default_roles <@ array['full', 'read_only']),
  content jsonb not null,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  updated_by text not null,
  primary key (institution_id, view_id),
  foreign key (institution_id, owner_id) references person,
  check (is_shared or cardinality(default_roles) = 0)
);
create unique index saved_view_name on saved_view (institution_id, owner_id, list, name);
create index saved_view_shared on saved_view (institution_id, list) where is_shared;
select raise_wall('saved_view');
grant select, insert, update, delete on saved_view to loanbook_app;
