-- The planner knows nothing of rows that arrived by the thousand until the database gets round to counting them, and answers
-- lists by nested loops meanwhile. Whoever writes many rows in one transaction calls this at its end.
create function refresh_statistics() returns void language plpgsql security definer set search_path = public, pg_temp as $$
begin
  analyze customer, customer_gram, loan, loan_event, loan_state, installment, repayment;
end $$;
revoke execute on function refresh_statistics() from public;
grant execute on function refresh_statistics() to loanbook_app;
