import type { CustomerRecord, InstallmentRecord, LoanRecord, RepaymentRecord } from '../ledger-reading.ts';
import type { CustomerDraft } from './customer-registry.ts';
import type { DraftValues } from './draft-values.ts';
import type { LoanDraft } from './loan-draft.ts';
import type { InstallmentDraft, RepaymentDraft } from './repayment-draft.ts';

export function customerRecord(draft: CustomerDraft): CustomerRecord {
  return { ...draft.values, ref: draft.ref, source: draft.source };
}

export function loanRecord(draft: LoanDraft): LoanRecord {
  const { customer } = draft;
  return {
    ...draft.values,
    ...(typeof customer?.values.name === 'string' ? { customerName: customer.values.name } : {}),
    ...(typeof customer?.values.idNumber === 'string' ? { customerIdNumber: customer.values.idNumber } : {}),
    ref: draft.ref,
    customerRef: customer?.ref ?? null,
    source: draft.source,
    ...(draft.flags.length > 0 ? { flags: [...draft.flags] } : {}),
  };
}

export function repaymentRecord(draft: RepaymentDraft, index: number): RepaymentRecord {
  return { ...draft.values, ...numbersOf(draft.loan), ref: `r${index + 1}`, loanRef: draft.loan?.ref ?? null, source: draft.source };
}

export function installmentRecord(draft: InstallmentDraft, index: number): InstallmentRecord {
  return { ...draft.values, ...numbersOf(draft.loan), ref: `i${index + 1}`, loanRef: draft.loan?.ref ?? null, source: draft.source };
}

/** The loan's numbers as the loan ledger writes them, so that jj202309004 and JJ202309004 are one. */
function numbersOf(loan: LoanDraft | null): DraftValues {
  if (!loan) return {};
  const { receiptNo, contractNo } = loan.values;
  return { ...(receiptNo !== undefined ? { receiptNo } : {}), ...(contractNo !== undefined ? { contractNo } : {}) };
}

