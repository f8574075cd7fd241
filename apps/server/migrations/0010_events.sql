-- Who looked after a loan or a customer from when: appended with every hand-over, never changed. `loan.manager` and
-- `customer.manager` hold the present one.
create table hand_over (
  institution_id uuid not null references institution,
  hand_over_id uuid not null,
  loan_id uuid,
  customer_id uuid,
  from_manager text check (length(from_manager) <= 60),
  to_manager text not null check (length(to_manager) between 1 and 60),
  handed_on date not null,
  reason text not null check (length(reason) between 2 and 200),
  recorded_at timestamptz not null default now(),
  actor_id uuid,
  actor_name text not null,
  primary key (institution_id, hand_over_id),
  foreign key (institution_id, loan_id) references loan,
  foreign key (institution_id, customer_id) references customer,
  check ((loan_id is null) <> (customer_id is null)),
  check (from_manager is distinct from to_manager)
);
create index hand_over_by_loan on hand_over (institution_id, loan_id, recorded_at) where loan_id is not null;
create index hand_over_by_customer on hand_over (institution_id, customer_id, recorded_at) where customer_id is not null;
select raise_wall('hand_over');
select keep_facts('hand_over');

-- Terms of a loan taken over as they were first read (version 1) and after each correction; `loan.terms` repeats the last
-- one. A loan that was never corrected has none.
create table terms_version (
  institution_id uuid not null,
  loan_id uuid not null,
  version integer not null check (version > 0),
  terms jsonb not null,
  -- null: as first read
  reason text check (length(reason) between 2 and 200),
  recorded_at timestamptz not null default now(),
  actor_id uuid,
  actor_name text not null,
  primary key (institution_id, loan_id, version),
  foreign key (institution_id, loan_id) references loan,
  check ((version = 1) = (reason is null))
);
select raise_wall('terms_version');
select keep_facts('terms_version');

-- A refinancing is looked up from the loans it joins; there are few of them beside all other events.
create index loan_event_refinance on loan_event (institution_id, loan_id) where type = 'refinance';

-- What other features may read of events.
create view loan_event_current with (security_invoker = true) as select * from loan_event;
grant select on loan_event_current to loanbook_app;
