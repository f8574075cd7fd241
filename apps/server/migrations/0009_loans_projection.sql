-- A loan between two events is straight lines, so that lists are right on any day without a batch (packages/engine,
-- loan-projection.ts). A numerator that is absent is 0. All money of a line is exact: numerator + a day's increment × days
-- over the loan's denominator, rounded once for each component of each installment.
alter table installment
  -- penalty and compound at the due date (after the grace days that stay free); below zero: counted by an old book before its line begins
  add column penalty_numerator numeric,
  add column compound_numerator numeric,
  -- paid and forgiven, less what was brought in
  add column penalty_settled_fen bigint,
  add column compound_settled_fen bigint,
  -- interest of the row's own period, from this day until it is due
  add column accrual_from_on date,
  add column accrual_numerator numeric check (accrual_numerator >= 0),
  add column accrual_per_day numeric check (accrual_per_day >= 0),
  -- settled before its due date, less what was forgiven
  add column accrual_offset_fen bigint,
  add check (accrual_from_on <= due_on),
  add check ((accrual_from_on is null) = (accrual_per_day is null));

alter table loan_state
  -- first day on which the calendar alone changes more than lines can say; null: never. Rows not yet projected are due at once.
  add column next_change_on date default '1000-01-01',
  add column matures_on date,
  add column rate_annual_e8 bigint check (rate_annual_e8 >= 0),
  add column rounding text check (rounding in ('half_up', 'half_even', 'down')),
  add column grace_days integer check (grace_days >= 0),
  add column free_days integer check (free_days >= 0),
  add column charge_denominator numeric check (charge_denominator > 0),
  add column penalty_per_day numeric check (penalty_per_day >= 0),
  add column compound_per_day numeric check (compound_per_day >= 0),
  add column accrual_denominator numeric check (accrual_denominator > 0),
  add column accrual_day_count text check (accrual_day_count in ('actual', '30e_360', 'months_days')),
  -- principal without a plan, and its interest since standing_from_on
  add column standing_principal_fen bigint check (standing_principal_fen >= 0),
  add column standing_from_on date,
  add column standing_numerator numeric,
  add column standing_per_day numeric check (standing_per_day >= 0),
  add column standing_settled_fen bigint,
  add check (num_nulls(standing_principal_fen, standing_from_on, standing_numerator, standing_per_day, standing_settled_fen) in (0, 5));

update loan_state s set matures_on = l.matures_on, rate_annual_e8 = l.rate_annual_e8 from loan l where l.institution_id = s.institution_id and l.loan_id = s.loan_id;

create index loan_state_by_next_change on loan_state (institution_id, next_change_on, loan_id) where next_change_on is not null;
create index loan_state_by_matures on loan_state (institution_id, matures_on, loan_id);
create index loan_state_by_rate on loan_state (institution_id, rate_annual_e8, loan_id);
drop index loan_by_matures;
drop index loan_by_rate;

-- numerator / denominator fen, rounded once; the numerator is not below zero.
-- Banker's rounding is rare and stays a call; the others are written out in loan_figures, for a call for each row costs more than all else.
create function half_even_fen(numerator numeric, denominator numeric) returns numeric language plpgsql immutable parallel safe as $$
declare
  rounded numeric := div(2 * numerator + denominator, 2 * denominator);
begin
  return rounded - case when mod(2 * numerator + denominator, 2 * denominator) = 0 then mod(rounded, 2) else 0 end;
end $$;

-- As many whole months of thirty days as fit, then actual days; a start at the 31st counts a short month's end as a whole month.
create function months_and_days(from_on date, to_on date) returns integer language plpgsql immutable parallel safe as $$
declare
  months integer := (extract(year from to_on) - extract(year from from_on)) * 12 + extract(month from to_on) - extract(month from from_on);
begin
  if (from_on + make_interval(months => months))::date > to_on then
    months := months - 1;
  end if;
  return months * 30 + (to_on - (from_on + make_interval(months => months))::date);
end $$;

create function accrual_days(day_count text, from_on date, to_on date) returns integer language sql immutable parallel safe
  as $$ select case day_count
    when '30e_360' then ((extract(year from to_on) - extract(year from from_on)) * 360 + (extract(month from to_on) - extract(month from from_on)) * 30
      + least(extract(day from to_on), 30) - least(extract(day from from_on), 30))::integer
    when 'months_days' then months_and_days(from_on, to_on)
    else to_on - from_on
  end $$;

-- Every figure of a loan on any day from its last event until the day before next_change_on: the one place outside the engine
-- that computes money, the twin of figuresOn and tested against it. Off the books it says what is still owed there. All null for
-- an unknown loan. The outermost aggregate keeps the whole together: a list that joins it leaves it out where no column asks for it, and
-- otherwise looks at one loan at a time. Rows that are done with, and those that neither are due nor run, are left out first: of most loans one row is read.
create function loan_figures(of_loan_id uuid, on_day date)
returns table (
  principal_fen bigint, interest_due_fen bigint, interest_accrued_fen bigint, penalty_fen bigint, compound_fen bigint, fee_fen bigint, overdue_principal_fen bigint, overdue_interest_fen bigint,
  credit_fen bigint, payoff_fen bigint, overdue_days integer, overdue_installments integer, class_rank smallint
) language sql stable parallel safe as $$
select max(f.principal_fen), max(f.interest_due_fen), max(f.interest_accrued_fen), max(f.penalty_fen), max(f.compound_fen), max(f.fee_fen), max(f.overdue_principal_fen),
  max(f.overdue_interest_fen), max(f.credit_fen), max(f.payoff_fen), max(f.overdue_days), max(f.overdue_installments), max(f.class_rank)
from (
select s.outstanding_principal_fen as principal_fen, i.interest_due_fen, a.accrued_fen as interest_accrued_fen, i.penalty_fen, i.compound_fen, i.fee_fen, i.overdue_principal_fen, i.overdue_interest_fen,
  s.credit_fen, s.outstanding_principal_fen + i.interest_due_fen + a.accrued_fen + i.penalty_fen + i.compound_fen + i.fee_fen - s.credit_fen as payoff_fen,
  days_past_due(s.oldest_open_due_on, d.day) as overdue_days, i.overdue_installments,
  case when s.life in ('active', 'written_off') then greatest(five_tier_floor(days_past_due(s.oldest_open_due_on, d.day)), coalesce(s.class_override, 0::smallint)) else 0::smallint end as class_rank
from loan_state s
-- the day is usually read from a setting, which must not happen for each row: a limit keeps the planner from putting it in place
cross join lateral (select on_day as day limit 1) d
cross join lateral (
  select coalesce(sum(e.open_interest_fen) filter (where e.is_due), 0)::bigint as interest_due_fen,
    coalesce(sum(case s.rounding when 'half_even' then half_even_fen(e.penalty, s.charge_denominator)
        else div(2 * e.penalty + case s.rounding when 'half_up' then s.charge_denominator else 0 end, 2 * s.charge_denominator) end
      - coalesce(e.penalty_settled_fen, 0)) filter (where e.is_due), 0)::bigint as penalty_fen,
    coalesce(sum(case s.rounding when 'half_even' then half_even_fen(e.compound, s.charge_denominator)
        else div(2 * e.compound + case s.rounding when 'half_up' then s.charge_denominator else 0 end, 2 * s.charge_denominator) end
      - coalesce(e.compound_settled_fen, 0)) filter (where e.is_due), 0)::bigint as compound_fen,
    coalesce(sum(e.open_fee_fen), 0)::bigint as fee_fen,
    coalesce(sum(e.open_principal_fen) filter (where e.is_past_due), 0)::bigint as overdue_principal_fen,
    coalesce(sum(e.open_interest_fen) filter (where e.is_past_due), 0)::bigint as overdue_interest_fen,
    (count(*) filter (where e.is_past_due and e.open_principal_fen + e.open_interest_fen + e.open_fee_fen > 0))::integer as overdue_installments,
    sum(least(case s.rounding when 'half_even' then half_even_fen(e.accrued, s.accrual_denominator)
        else div(2 * e.accrued + case s.rounding when 'half_up' then s.accrual_denominator else 0 end, 2 * s.accrual_denominator) end
      + coalesce(e.accrual_offset_fen, 0), e.interest_fen) - e.paid_interest_fen) filter (where not e.is_due and e.accrued is not null) as running_fen
  from (
    select r.due_on <= d.day as is_due, r.due_on < d.day as is_past_due, r.interest_fen, r.paid_interest_fen, r.penalty_settled_fen, r.compound_settled_fen, r.accrual_offset_fen,
      r.principal_fen - r.paid_principal_fen as open_principal_fen, r.interest_fen - r.paid_interest_fen as open_interest_fen, r.fee_fen - r.paid_fee_fen as open_fee_fen,
      case when d.day - r.due_on > s.grace_days
        then coalesce(r.penalty_numerator, 0) + (r.principal_fen - r.paid_principal_fen) * s.penalty_per_day * (d.day - r.due_on - s.free_days)
        else greatest(r.penalty_numerator, 0) end as penalty,
      case when d.day - r.due_on > s.grace_days
        then coalesce(r.compound_numerator, 0) + (r.interest_fen - r.paid_interest_fen) * s.compound_per_day * (d.day - r.due_on - s.free_days)
        else greatest(r.compound_numerator, 0) end as compound,
      case when r.accrual_from_on <= d.day
        then coalesce(r.accrual_numerator, 0) + r.accrual_per_day * case s.accrual_day_count when 'actual' then d.day - r.accrual_from_on else accrual_days(s.accrual_day_count, r.accrual_from_on, d.day) end
      end as accrued
    from installment r
    where r.institution_id = s.institution_id and r.loan_id = s.loan_id and (
      (r.due_on > d.day and r.accrual_from_on <= d.day) or r.fee_fen > r.paid_fee_fen
      or (r.due_on <= d.day and (r.settled_on is null or num_nonnulls(r.penalty_numerator, r.penalty_settled_fen, r.compound_numerator, r.compound_settled_fen) > 0)))
  ) e
) i
cross join lateral (
  select (coalesce(i.running_fen, 0) + case when s.standing_per_day is null then 0
    else (case s.rounding when 'half_even' then half_even_fen(s.standing_numerator + s.standing_per_day * (d.day - s.standing_from_on), s.accrual_denominator)
        else div(2 * (s.standing_numerator + s.standing_per_day * (d.day - s.standing_from_on)) + case s.rounding when 'half_up' then s.accrual_denominator else 0 end, 2 * s.accrual_denominator) end)
      - s.standing_settled_fen end)::bigint as accrued_fen
) a
where s.institution_id = current_institution() and s.loan_id = of_loan_id
) f
$$;

-- As before, but maturity and rate are those in force: an extension, a rate change and a shortened plan show at once.
create or replace view loan_current with (security_invoker = true) as
select l.institution_id, l.loan_id, l.customer_id, l.contract_no, l.receipt_no, l.product, l.contract_amount_fen, l.principal_fen, s.rate_annual_e8, l.rate_type, l.penalty_multiplier_e4,
  l.method, l.interest_mode, l.term_months, l.periods, l.disbursed_on, l.first_due_on, s.matures_on, l.due_day, l.guarantee, l.guarantors, l.collateral, l.purpose, l.industry,
  l.previous_receipt_no, l.archive_no, l.manager, l.branch, l.note, l.flags, l.is_taken_over, l.taken_over_repaid_principal_fen, l.taken_over_repaid_interest_fen, l.terms, l.import_id,
  l.version, l.created_at, l.updated_at, l.updated_by, c.name as customer_name, c.name_pinyin as customer_name_pinyin, c.id_number_mask as customer_id_number_mask, c.mobile_mask as customer_mobile_mask,
  s.life, s.outstanding_principal_fen, s.repaid_principal_fen, s.repaid_interest_fen, s.credit_fen, s.oldest_open_due_on, s.settled_on, s.class_override,
  d.overdue_days, g.class_rank, five_tier_code(g.class_rank) as class,
  case when s.life <> 'active' then s.life when g.class_rank >= 2 then 'defaulted' when d.overdue_days > 0 then 'overdue' else 'active' end as status
from loan l
join loan_state s on s.institution_id = l.institution_id and s.loan_id = l.loan_id
join customer c on c.institution_id = l.institution_id and c.customer_id = l.customer_id
cross join lateral (select case when s.life = 'active' then days_past_due(s.oldest_open_due_on, business_date()) else 0 end as overdue_days) d
cross join lateral (select case when s.life in ('active', 'written_off') then greatest(five_tier_floor(d.overdue_days), coalesce(s.class_override, 0::smallint)) else 0::smallint end as class_rank) g;
