-- One row a receipt. Posted rows repeat an event and its allocation (a projection, rewritten when an earlier event changes it);
-- taken-over rows are facts of the old book, with the split that book states.
create table repayment (
  institution_id uuid not null,
  repayment_id uuid not null,
  loan_id uuid not null,
  source text not null check (source in ('posted', 'taken_over')),
  event_id uuid,
  installment_no integer,
  due_on date,
  paid_on date,
  total_fen bigint not null,
  principal_fen bigint, interest_fen bigint, penalty_fen bigint, compound_fen bigint, fee_fen bigint, credit_fen bigint,
  channel text check (channel in ('bank_transfer', 'cash', 'wechat', 'alipay', 'direct_debit', 'collateral', 'other')),
  external_ref text collate "C", payer_name text, note text,
  is_reversed boolean not null default false,
  import_id uuid,
  recorded_at timestamptz not null default now(),
  primary key (institution_id, repayment_id),
  unique (institution_id, event_id),
  foreign key (institution_id, loan_id) references loan,
  foreign key (institution_id, event_id) references loan_event,
  check ((source = 'posted') = (event_id is not null)),
  check (source = 'taken_over' or (paid_on is not null and total_fen > 0)),
  check (source = 'taken_over' or is_reversed or total_fen = principal_fen + interest_fen + penalty_fen + compound_fen + fee_fen + credit_fen)
);
create index repayment_by_paid on repayment (institution_id, paid_on, repayment_id);
create index repayment_by_total on repayment (institution_id, total_fen, repayment_id);
create index repayment_by_loan on repayment (institution_id, loan_id, paid_on);
create index repayment_by_reference on repayment (institution_id, external_ref) where external_ref is not null;
select raise_wall('repayment');
grant select, insert, update, delete on repayment to loanbook_app;

-- Facts of the old book stay, whoever holds the delete right on projections.
create function keep_taken_over() returns trigger language plpgsql as $$
begin
  if old.source = 'taken_over' then
    raise exception 'taken-over receipts are facts: they are never changed or deleted' using errcode = 'LB001';
  end if;
  return case tg_op when 'DELETE' then old else new end;
end $$;
create trigger taken_over_stays before update or delete on repayment for each row execute function keep_taken_over();

create view repayment_current with (security_invoker = true) as
select r.*, l.receipt_no, l.contract_no, l.customer_id, c.name as customer_name, c.name_pinyin as customer_name_pinyin
from repayment r
join loan l on l.institution_id = r.institution_id and l.loan_id = r.loan_id
join customer c on c.institution_id = l.institution_id and c.customer_id = l.customer_id;
grant select on repayment_current to loanbook_app;
