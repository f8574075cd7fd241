import type { LoanState } from '@loanbook/engine/loan-state.ts';
import { fen, formatYuan, type Fen } from '@loanbook/engine/money.ts';
import { formatPercent, rateE8 } from '@loanbook/engine/rate.ts';
import type { LoanTerms } from '@loanbook/engine/terms.ts';
import type { LoanEventInput } from '../features/events.ts';
import { loanTermsFromInput, type LoanTermsResult } from '../loan-terms-input.ts';

type RestructureInput = Extract<LoanEventInput, { readonly type: 'restructure' }>;

/**
 * The terms of a restructured loan (重组): a new plan over what is owed on the day, starting on it. How interest is
 * counted, rounded and penalised stays as agreed. `before` is the loan on that day. Problems name keys of the input.
 */
export function restructuredTerms(input: RestructureInput, before: LoanState): LoanTermsResult {
  const { currentTerms: agreed } = before;
  const result = loanTermsFromInput({
    method: input.method, principal: formatYuan(restructuredPrincipalFen(before, input.capitalised)), annualRatePct: input.annualRatePct, termMonths: input.termMonths,
    disbursedOn: input.occurredOn, firstDueOn: input.firstDueOn ?? null, dueDay: input.dueDay ?? null,
    interestMode: agreed.interestMode, penaltyMultiplier: formatPercent(rateE8(agreed.penaltyMultiplierE4 * 100)), graceDays: agreed.graceDays,
  });
  return result.isValid ? { isValid: true, terms: { ...result.terms, ...keptTerms(agreed) } } : result;
}

type KeptTerms = Pick<LoanTerms, 'rounding' | 'basisDays' | 'isCompoundCharged' | 'isGraceRetroactive' | 'allocation' | 'nplAllocation' | 'nplFromDaysPastDue' | 'compoundRate'>;

function keptTerms(agreed: LoanTerms): KeptTerms {
  const { rounding, basisDays, isCompoundCharged, isGraceRetroactive, allocation, nplAllocation, nplFromDaysPastDue, compoundRate } = agreed;
  return { rounding, basisDays, isCompoundCharged, isGraceRetroactive, allocation, nplAllocation, nplFromDaysPastDue, ...(compoundRate && { compoundRate }) };
}

/** Principal of the new plan: what is owed of it, and what of the rest becomes principal (利息转本金). */
export function restructuredPrincipalFen({ balances }: LoanState, capitalised: RestructureInput['capitalised']): Fen {
  const interestFen = balances.interestDueFen + balances.interestAccruedFen;
  switch (capitalised) {
    case 'none':
      return balances.principalFen;
    case 'interest':
      return fen(balances.principalFen + interestFen);
    case 'all':
      return fen(balances.principalFen + interestFen + balances.compoundFen + balances.penaltyFen + balances.feeFen);
    default:
      return capitalised satisfies never;
  }
}
