-- What the engine never produces and SQL let through: unknown kinds of events, entries that point at another loan's,
-- receipts whose parts are unknown or negative, a settled loan with arrears.
alter table loan_event add constraint loan_event_type_known check (type in ('disburse', 'draw', 'opening', 'repay', 'recover', 'refund', 'reverse', 'waive', 'fee', 'prepay', 'rate', 'extend', 'restructure', 'write_off', 'class', 'refinance'));
alter table loan_event add constraint loan_event_amount_known check (type not in ('draw', 'refund') or amount_fen is not null);
alter table loan_event add constraint loan_event_of_loan unique (institution_id, loan_id, event_id);
alter table loan_event drop constraint loan_event_institution_id_reversed_event_id_fkey;
alter table loan_event add constraint loan_event_reverses_own foreign key (institution_id, loan_id, reversed_event_id) references loan_event (institution_id, loan_id, event_id);

alter table repayment add constraint repayment_parts_known check (source = 'taken_over' or num_nulls(principal_fen, interest_fen, penalty_fen, compound_fen, fee_fen, credit_fen) = 0);
alter table repayment add constraint repayment_parts_not_negative check (source = 'taken_over' or least(principal_fen, interest_fen, penalty_fen, compound_fen, fee_fen, credit_fen) >= 0);
alter table repayment drop constraint repayment_institution_id_event_id_fkey;
alter table repayment add constraint repayment_of_own_event foreign key (institution_id, loan_id, event_id) references loan_event (institution_id, loan_id, event_id);

alter table loan_state add constraint loan_state_settled_owes_nothing check (life <> 'settled' or oldest_open_due_on is null);
