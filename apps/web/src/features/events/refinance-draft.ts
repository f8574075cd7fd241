import { refinanceInputSchema, type RefinanceInput } from '@loanbook/contract/features/events.ts';
import type { Loan } from '@loanbook/contract/features/loans.ts';
import { refinanceEvents, type RefinanceEvents } from '@loanbook/contract/loan-life/refinance-events.ts';
import { formatYuan, parseYuan } from '@loanbook/engine/money.ts';
import type { RateE8 } from '@loanbook/engine/rate.ts';
import { previewIds } from './event-preview.ts';
import { termsBodyOf, termsDraftOf, type TermsDraft } from './terms-draft.ts';

/** What the form holds, as typed. */
export interface RefinanceDraft {
  readonly terms: TermsDraft;
  /** null: follows the new loan's amount, as far as the old one owes. */
  readonly fromNewLoan: string | null;
  readonly contractNo: string;
  readonly receiptNo: string;
  readonly isQualifiedRenewal: boolean;
  readonly channel: string;
  readonly externalRef: string;
  readonly payerName: string;
  readonly reason: string;
}

export function emptyRefinance(loan: Loan): RefinanceDraft {
  const { state } = loan;
  return {
    terms: { ...termsDraftOf(loan), disbursedOn: state.asOf, principal: formatYuan(state.balances.principalFen) },
    fromNewLoan: null, contractNo: '', receiptNo: '', isQualifiedRenewal: false, channel: 'bank_transfer', externalRef: '', payerName: '', reason: '',
  };
}

/** What of the new loan goes to the old one. */
export function fromNewLoanOf(loan: Loan, draft: RefinanceDraft): string {
  if (draft.fromNewLoan !== null) return draft.fromNewLoan;
  const principalFen = parseYuan(draft.terms.principal);
  return principalFen === null ? '' : principalFen > loan.state.payoffFen ? formatYuan(loan.state.payoffFen) : draft.terms.principal;
}

/** Carried over from the old loan: the same borrower, security and manager. */
const inherited = ['product', 'guarantee', 'guarantors', 'collateral', 'purpose', 'industry', 'manager', 'branch'] as const;

/** What would be posted; null while something is missing or wrong. */
export function refinanceInputOf(loan: Loan, draft: RefinanceDraft): RefinanceInput | null {
  const facts = Object.fromEntries(inherited.map((key) => [key, loan.cells[key] ?? null]));
  const parsed = refinanceInputSchema.safeParse({
    terms: termsBodyOf(draft.terms), facts: { ...facts, contractNo: draft.contractNo.trim() || null, receiptNo: draft.receiptNo.trim() || null },
    fromNewLoan: fromNewLoanOf(loan, draft), isQualifiedRenewal: draft.isQualifiedRenewal, reason: draft.reason,
    ownMoney: { channel: draft.channel, externalRef: draft.externalRef.trim() || null, payerName: draft.payerName.trim() || null },
  });
  return parsed.success ? parsed.data : null;
}

/** What posting this would do to both loans, by the rule the server posts with. */
export function previewRefinance(loan: Loan, input: RefinanceInput, rateCapE8: RateE8 | null): RefinanceEvents {
  return refinanceEvents(loan, input, { oldLoanId: loan.id, newLoanId: 'preview-loan' }, { businessDate: loan.state.asOf, rateCapE8, newEventId: previewIds() });
}
