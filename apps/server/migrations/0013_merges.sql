-- Two customers found to be one, or one found to be two: which loans moved, and what was changed on the way, for the way back.
create table customer_move (
  institution_id uuid not null references institution,
  move_id uuid not null,
  kind text not null check (kind in ('merge', 'split')),
  from_customer_id uuid not null,
  to_customer_id uuid not null,
  loan_ids uuid[] not null,
  -- columns as they were before the move, sealed columns sealed; empty where nothing changed
  from_before jsonb not null default '{}',
  to_before jsonb not null default '{}',
  -- versions the move left behind: somebody who changed one of the two since has the say
  from_version integer not null,
  to_version integer not null,
  is_target_new boolean not null default false,
  reason text not null check (length(reason) between 2 and 200),
  moved_at timestamptz not null default now(),
  moved_by text not null,
  undone_at timestamptz,
  undone_by text,
  primary key (institution_id, move_id),
  foreign key (institution_id, from_customer_id) references customer,
  foreign key (institution_id, to_customer_id) references customer,
  check (from_customer_id <> to_customer_id),
  check ((undone_at is null) = (undone_by is null)),
  check (kind = 'merge' or cardinality(loan_ids) > 0)
);
create index customer_move_by_from on customer_move (institution_id, from_customer_id, moved_at);
create index customer_move_by_to on customer_move (institution_id, to_customer_id, moved_at);
select raise_wall('customer_move');
grant select, insert on customer_move to loanbook_app;
grant update (undone_at, undone_by) on customer_move to loanbook_app;
