import type { LoanEvent } from '@loanbook/engine/events.ts';
import { extensionLimit } from '@loanbook/engine/extension-limit.ts';
import type { LoanState } from '@loanbook/engine/loan-state.ts';
import { fen, formatYuan, type Fen } from '@loanbook/engine/money.ts';
import type { EngineRefusal } from '@loanbook/engine/refusal.ts';
import type { LoanTerms } from '@loanbook/engine/terms.ts';
import type { ErrorCode, ErrorDetails } from '../errors.ts';
import type { RepaidLoan } from '../repayment-events.ts';
import { waivable } from './waivable.ts';

/** The engine's refusal in the contract's words. `before` is the loan on the event's day. */
export function eventRefusal(refusal: EngineRefusal, event: LoanEvent, loan: RepaidLoan, before: LoanState): [ErrorCode, ErrorDetails] {
  const blocking = loan.events.find((one) => one.id === refusal.eventId);
  if (blocking !== undefined) return ['later_events_depend', { date: blocking.occurredOn }];
  const maturity = before.currentTerms.maturesOn;
  switch (refusal.code) {
    case 'amount_not_positive':
    case 'loan_not_disbursed':
    case 'loan_settled':
    case 'loan_written_off':
    case 'loan_not_written_off':
      return [refusal.code, {}];
    case 'event_before_disbursement':
      return [refusal.code, { disbursedOn: loan.events.find((one) => one.type === 'disburse' || one.type === 'opening')?.occurredOn ?? loan.terms.startsOn }];
    case 'amount_exceeds_credit':
      return [refusal.code, { credit: formatYuan(before.balances.creditFen) }];
    case 'waiver_exceeds_owed':
      return [refusal.code, { owed: formatYuan(event.type === 'waive' ? waivable(before, event.component) : fen(0)) }];
    case 'prepayment_exceeds_principal':
      return [refusal.code, { principal: formatYuan(fen(before.balances.principalFen - duePrincipalFen(before))) }];
    case 'extension_after_maturity':
      return [refusal.code, { maturity }];
    case 'dates_out_of_order':
      return event.type === 'extend' ? ['extension_not_later', { maturity }] : ['plan_not_possible', {}];
    case 'extension_beyond_limit':
      return [refusal.code, { limit: extensionLimit(loan.terms.startsOn, loan.terms.maturesOn) }];
    case 'disbursed_beyond_principal':
      return ['draw_beyond_limit', { limit: formatYuan(before.currentTerms.principalFen), available: formatYuan(drawableFen(before)) }];
    case 'no_due_date_left':
      return event.type === 'draw' ? ['draw_after_maturity', { maturity }] : ['plan_not_possible', {}];
    default:
      return ['plan_not_possible', {}];
  }
}

/** Principal of rows that have fallen due and is still open; it is repaid, not prepaid. */
export function duePrincipalFen(state: LoanState): number {
  return state.installments.reduce((sum, row) => (row.dueOn <= state.asOf ? sum + row.principalFen - row.paidPrincipalFen : sum), 0);
}

/** What may still be drawn: under a revolving limit what is not outstanding, otherwise what was agreed and not yet lent. */
export function drawableFen(state: LoanState): Fen {
  const used = isRevolving(state.currentTerms) ? state.balances.principalFen : state.receivedPrincipalFen;
  return fen(Math.max(0, state.currentTerms.principalFen - used));
}

function isRevolving(terms: LoanTerms): boolean {
  return terms.method === 'revolving';
}
