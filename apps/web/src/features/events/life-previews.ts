import type { Loan } from '@loanbook/contract/features/loans.ts';
import { refinanceGroup } from '@loanbook/contract/loan-life/refinance-group.ts';
import { reversalsOf, voidEvents } from '@loanbook/contract/loan-life/void-loan.ts';
import type { RepaymentEvents } from '@loanbook/contract/repayment-events.ts';
import { previewIds, type EventPreview } from './event-preview.ts';

/** What making the loan void would do, by the rule the server posts with. */
export function previewVoid(loan: Loan): EventPreview {
  return previewOf(voidEvents(loan, loan.state.asOf, previewIds()));
}

/** What undoing a refinancing would do to this loan: the old one is owed again, the new one void. */
export function previewUndo(loan: Loan): EventPreview {
  const group = refinanceGroup(loan.events);
  if (group.length > 0) return previewOf(reversalsOf(loan, group.toReversed(), loan.state.asOf, previewIds()));
  return previewOf(voidEvents(loan, loan.state.asOf, previewIds(), true));
}

function previewOf(result: RepaymentEvents): EventPreview {
  return result.isAccepted ? { isAccepted: true, after: result.after, allocation: null } : result;
}
