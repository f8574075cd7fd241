-- An import can be undone, and a file brought again. What an undone import wrote stays, marked with it, and its numbers are free again.
alter table loan add column undone_with uuid;
alter table loan drop constraint loan_institution_id_receipt_no_key;
alter table loan add constraint loan_institution_id_receipt_no_key unique nulls not distinct (institution_id, receipt_no, undone_with);

alter table customer add column deactivated_at timestamptz;
-- Who shares an account or a contact with whom: signs of borrowed identities.
create index customer_by_bank_account on customer (institution_id, bank_account_index) where bank_account_index is not null;
create index customer_by_emergency_contact on customer (institution_id, emergency_contact_index) where emergency_contact_index is not null;

alter table repayment add column undone_with uuid;
-- Facts of the old book stay; the one thing that may happen to them is that their import is undone.
create or replace function keep_taken_over() returns trigger language plpgsql as $$
declare
  undone repayment;
begin
  if old.source = 'taken_over' then
    if tg_op = 'UPDATE' then
      undone := old;
      undone.is_reversed := true;
      undone.undone_with := new.undone_with;
      if old.undone_with is null and new.undone_with is not null and new is not distinct from undone then
        return new;
      end if;
    end if;
    raise exception 'taken-over receipts are facts: they are never changed or deleted' using errcode = 'LB001';
  end if;
  return case tg_op when 'DELETE' then old else new end;
end $$;

create or replace view repayment_current with (security_invoker = true) as
select r.institution_id, r.repayment_id, r.loan_id, r.source, r.event_id, r.installment_no, r.due_on, r.paid_on, r.total_fen, r.principal_fen, r.interest_fen, r.penalty_fen, r.compound_fen, r.fee_fen,
  r.credit_fen, r.channel, r.external_ref, r.payer_name, r.note, r.is_reversed, r.import_id, r.recorded_at, l.receipt_no, l.contract_no, l.customer_id, c.name as customer_name, c.name_pinyin as customer_name_pinyin
from repayment r
join loan l on l.institution_id = r.institution_id and l.loan_id = r.loan_id
join customer c on c.institution_id = r.institution_id and c.customer_id = l.customer_id
where r.undone_with is null;

alter table import_batch drop constraint import_batch_state_check;
alter table import_batch add constraint import_batch_state_check check (state in ('reading', 'ready', 'committing', 'committed', 'failed', 'cancelled', 'undoing', 'undone'));
-- Totals that a person read off the paper, to hold the book against.
alter table import_batch add column paper_totals jsonb;

-- What an import changed of things that were there before it, as they were: what undoing puts back. Sealed columns are kept sealed.
create table import_change (
  institution_id uuid not null,
  import_id uuid not null,
  object_type text not null check (object_type in ('customer', 'loan')),
  object_id uuid not null,
  version_after integer not null,
  before jsonb not null,
  primary key (institution_id, import_id, object_type, object_id),
  foreign key (institution_id, import_id) references import_batch
);
create index import_change_by_object on import_change (institution_id, object_id);
select raise_wall('import_change');
select keep_facts('import_change');
