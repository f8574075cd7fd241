import { newCheck, type BookCheck, type BookCheckName } from './book-check.ts';

export type LoanCheckName = Extract<BookCheckName, 'loan_columns' | 'event_sequence' | 'reversals' | 'loan_state' | 'installments' | 'shown_condition' | 'plan_principal' | 'allocations'>;

/** The checks that hold one loan after the other against its terms and events. */
export type LoanChecks = Readonly<Record<LoanCheckName, BookCheck>>;

export function newLoanChecks(): LoanChecks {
  return {
    loan_columns: newCheck('loan_columns'), event_sequence: newCheck('event_sequence'), reversals: newCheck('reversals'), loan_state: newCheck('loan_state'),
    installments: newCheck('installments'), shown_condition: newCheck('shown_condition'), plan_principal: newCheck('plan_principal'), allocations: newCheck('allocations'),
  };
}
