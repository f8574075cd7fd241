-- `terms` is the fact the engine replays; the columns beside it repeat what lists filter and sort by (verify compares them).
create table loan (
  institution_id uuid not null references institution,
  loan_id uuid not null,
  customer_id uuid not null,
  contract_no text collate "C" check (length(contract_no) between 1 and 60),
  receipt_no text collate "C" not null check (length(receipt_no) between 1 and 60),
  product text,
  contract_amount_fen bigint check (contract_amount_fen >= 0),
  -- null: taken over from a ledger that does not say (or not legibly) what was lent; the balance is known all the same
  principal_fen bigint check (principal_fen >= 0),
  rate_annual_e8 bigint check (rate_annual_e8 >= 0),
  rate_type text check (rate_type in ('fixed', 'lpr')),
  penalty_multiplier_e4 integer not null check (penalty_multiplier_e4 >= 0),
  method text check (method in ('equal_installment', 'equal_principal', 'interest_only', 'quarterly_interest', 'bullet', 'flat', 'balloon', 'custom', 'revolving', 'progressive')),
  interest_mode text not null check (interest_mode in ('monthly', 'actual_360', 'actual_365', '30e_360', 'months_days')),
  term_months integer check (term_months > 0),
  periods integer not null check (periods >= 0),
  disbursed_on date,
  first_due_on date,
  matures_on date,
  due_day integer check (due_day between 1 and 31),
  guarantee text check (guarantee in ('credit', 'guarantee', 'mortgage', 'pledge', 'joint')),
  guarantors text, collateral text, purpose text, industry text,
  previous_receipt_no text, archive_no text, manager text, branch text, note text,
  flags text[] not null default '{}',
  is_taken_over boolean not null default false,
  -- what the old book had collected before our entries begin, as it states it
  taken_over_repaid_principal_fen bigint not null default 0 check (taken_over_repaid_principal_fen >= 0),
  taken_over_repaid_interest_fen bigint not null default 0,
  terms jsonb not null,
  import_id uuid,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  updated_by text not null,
  primary key (institution_id, loan_id),
  unique (institution_id, receipt_no),
  foreign key (institution_id, customer_id) references customer
);
create index loan_by_customer on loan (institution_id, customer_id);
create index loan_by_contract on loan (institution_id, contract_no, loan_id);
create index loan_by_disbursed on loan (institution_id, disbursed_on, loan_id);
create index loan_by_matures on loan (institution_id, matures_on, loan_id);
create index loan_by_principal on loan (institution_id, principal_fen, loan_id);
create index loan_by_rate on loan (institution_id, rate_annual_e8, loan_id);
create index loan_by_manager on loan (institution_id, manager, loan_id);
select raise_wall('loan');
grant select, insert, update on loan to loanbook_app;

-- Append-only events: with the terms, the whole truth about a loan. `body` is the engine's event without its common keys.
create table loan_event (
  institution_id uuid not null,
  event_id uuid not null,
  loan_id uuid not null,
  sequence integer not null check (sequence > 0),
  type text not null,
  occurred_on date not null,
  recorded_at timestamptz not null default now(),
  actor_id uuid,
  actor_name text not null,
  amount_fen bigint check (amount_fen > 0),
  reversed_event_id uuid,
  body jsonb not null default '{}',
  channel text check (channel in ('bank_transfer', 'cash', 'wechat', 'alipay', 'direct_debit', 'collateral', 'other')),
  external_ref text, payer_name text, note text, reason text,
  import_id uuid,
  primary key (institution_id, event_id),
  unique (institution_id, loan_id, sequence),
  foreign key (institution_id, loan_id) references loan,
  foreign key (institution_id, reversed_event_id) references loan_event,
  check ((type = 'reverse') = (reversed_event_id is not null)),
  check (type not in ('disburse', 'repay', 'fee', 'waive', 'recover') or amount_fen is not null)
);
create unique index loan_event_reversed_once on loan_event (institution_id, reversed_event_id) where reversed_event_id is not null;
create index loan_event_by_day on loan_event (institution_id, occurred_on, type);
select raise_wall('loan_event');
select keep_facts('loan_event');

-- Projection of the plan: rewritten with every event of its loan.
create table installment (
  institution_id uuid not null,
  loan_id uuid not null,
  number integer not null check (number >= 0),
  due_on date not null,
  principal_fen bigint not null check (principal_fen >= 0),
  interest_fen bigint not null check (interest_fen >= 0),
  fee_fen bigint not null default 0 check (fee_fen >= 0),
  paid_principal_fen bigint not null default 0 check (paid_principal_fen between 0 and principal_fen),
  paid_interest_fen bigint not null default 0 check (paid_interest_fen between 0 and interest_fen),
  paid_fee_fen bigint not null default 0 check (paid_fee_fen between 0 and fee_fen),
  settled_on date,
  primary key (institution_id, loan_id, number),
  foreign key (institution_id, loan_id) references loan,
  check ((settled_on is null) or (paid_principal_fen = principal_fen and paid_interest_fen = interest_fen and paid_fee_fen = fee_fen))
);
create index installment_by_due on installment (institution_id, due_on, loan_id, number);
create index installment_open_by_due on installment (institution_id, due_on, loan_id, number) where settled_on is null;
select raise_wall('installment');
grant select, insert, update, delete on installment to loanbook_app;

-- Projection of the loan. Holds days, never day counts, so that it stays right as days pass:
-- days past due = business date - oldest_open_due_on, from the day after it. Grace days put off the penalty, never the count.
create table loan_state (
  institution_id uuid not null,
  loan_id uuid not null,
  life text not null check (life in ('pending', 'active', 'settled', 'written_off', 'void')),
  outstanding_principal_fen bigint not null check (outstanding_principal_fen >= 0),
  repaid_principal_fen bigint not null default 0,
  repaid_interest_fen bigint not null default 0,
  credit_fen bigint not null default 0 check (credit_fen >= 0),
  oldest_open_due_on date,
  class_override smallint check (class_override between 0 and 4),
  settled_on date,
  event_count integer not null check (event_count >= 0),
  primary key (institution_id, loan_id),
  foreign key (institution_id, loan_id) references loan,
  check (life = 'active' or life = 'written_off' or outstanding_principal_fen = 0 or life = 'pending')
);
create index loan_state_by_outstanding on loan_state (institution_id, outstanding_principal_fen, loan_id);
create index loan_state_by_overdue on loan_state (institution_id, oldest_open_due_on, loan_id) where life = 'active';
create index loan_state_by_class_override on loan_state (institution_id, loan_id) where class_override is not null;
select raise_wall('loan_state');
grant select, insert, update, delete on loan_state to loanbook_app;

-- The only arithmetic on days outside the engine; tested against it.
create function days_past_due(oldest_open_due_on date, on_day date) returns integer
  language sql immutable parallel safe
  as $$ select case when on_day > oldest_open_due_on then on_day - oldest_open_due_on else 0 end $$;

-- 0 normal … 4 loss; rule 2023: 1-90, 91-270, 271-360, 361+.
create function five_tier_floor(days_past_due integer) returns smallint language sql immutable parallel safe
  as $$ select (case when days_past_due <= 0 then 0 when days_past_due <= 90 then 1 when days_past_due <= 270 then 2 when days_past_due <= 360 then 3 else 4 end)::smallint $$;
create function five_tier_code(class smallint) returns text language sql immutable parallel safe
  as $$ select (array['normal', 'special_mention', 'substandard', 'doubtful', 'loss'])[class + 1] $$;

-- What other features may read of loans, as of business_date().
create view loan_current with (security_invoker = true) as
select l.*, c.name as customer_name, c.name_pinyin as customer_name_pinyin, c.id_number_mask as customer_id_number_mask, c.mobile_mask as customer_mobile_mask,
  s.life, s.outstanding_principal_fen, s.repaid_principal_fen, s.repaid_interest_fen, s.credit_fen, s.oldest_open_due_on, s.settled_on, s.class_override,
  d.overdue_days, g.class_rank, five_tier_code(g.class_rank) as class,
  case when s.life <> 'active' then s.life when g.class_rank >= 2 then 'defaulted' when d.overdue_days > 0 then 'overdue' else 'active' end as status
from loan l
join loan_state s on s.institution_id = l.institution_id and s.loan_id = l.loan_id
join customer c on c.institution_id = l.institution_id and c.customer_id = l.customer_id
cross join lateral (select case when s.life = 'active' then days_past_due(s.oldest_open_due_on, business_date()) else 0 end as overdue_days) d
cross join lateral (select case when s.life in ('active', 'written_off') then greatest(five_tier_floor(d.overdue_days), coalesce(s.class_override, 0::smallint)) else 0::smallint end as class_rank) g;
grant select on loan_current to loanbook_app;

-- The plan, for lists and figures of other features.
create view installment_current with (security_invoker = true) as select * from installment;
grant select on installment_current to loanbook_app;

alter table number_series add constraint number_series_known check (name ~ '^(customer|loan-[0-9]{6}|receipt-[0-9]{8})$');
