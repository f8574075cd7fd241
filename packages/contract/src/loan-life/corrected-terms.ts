import type { CivilDate } from '@loanbook/engine/civil-date.ts';
import type { LoanState } from '@loanbook/engine/loan-state.ts';
import { formatYuan } from '@loanbook/engine/money.ts';
import { EngineRefusal } from '@loanbook/engine/refusal.ts';
import { replay } from '@loanbook/engine/replay.ts';
import type { LoanTerms } from '@loanbook/engine/terms.ts';
import type { ErrorCode, ErrorDetails } from '../errors.ts';
import type { LoanTermsInput } from '../features/loans.ts';
import { loanTermsFromInput } from '../loan-terms-input.ts';
import type { RepaidLoan } from '../repayment-events.ts';
import { liveOpening } from './live-opening.ts';

export type CorrectedTerms =
  | { readonly isAccepted: true; readonly terms: LoanTerms; readonly after: LoanState }
  | { readonly isAccepted: false; readonly code: ErrorCode; readonly details: ErrorDetails };

/**
 * The terms that a loan taken over really has, once the contract has been read: as if they had been known from the first
 * day. Only a loan that began with an opening: what we lent ourselves we knew. `after` is as of the business date.
 */
export function correctedTerms(loan: RepaidLoan, input: LoanTermsInput, businessDate: CivilDate): CorrectedTerms {
  const opening = liveOpening(loan.events);
  if (opening === undefined) return refused('terms_not_correctable', {});
  const made = loanTermsFromInput(input);
  if (!made.isValid) return refused('terms_refused', { zh: made.problems.map((one) => one.zh).join(''), en: made.problems.map((one) => one.en).join(' ') });
  if (made.terms.principalFen < opening.principalFen) return refused('principal_below_opening', { principal: formatYuan(opening.principalFen) });
  if (made.terms.startsOn > opening.occurredOn) return refused('lent_after_opening', { date: opening.occurredOn });
  try {
    return { isAccepted: true, terms: made.terms, after: replay(made.terms, loan.events, businessDate) };
  } catch (error) {
    if (!(error instanceof EngineRefusal)) throw error;
    const blocking = loan.events.find((event) => event.id === error.eventId);
    return blocking === undefined || blocking.type === 'opening' ? refused('plan_not_possible', {}) : refused('later_events_depend', { date: blocking.occurredOn });
  }
}

function refused(code: ErrorCode, details: ErrorDetails): CorrectedTerms {
  return { isAccepted: false, code, details };
}
