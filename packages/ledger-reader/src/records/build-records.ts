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
  const own: DraftValues = { ...draft.values };
  if (typeof customer?.values.name === 'string') own.customerName = customer.values.name;
  if (typeof customer?.values.idNumber === 'string') own.customerIdNumber = customer.values.idNumber;
  return {
    ...own,
    ref: draft.ref,
    customerRef: customer?.ref ?? null,
    source: draft.source,
    ...(draft.flags.size > 0 ? { flags: [...draft.flags] } : {}),
  };
}

export function repaymentRecord(draft: RepaymentDraft, index: number): RepaymentRecord {
  return { ...linked(draft.values, draft.loan), ref: `r${index + 1}`, loanRef: draft.loan?.ref ?? null, source: draft.source };
}

export function installmentRecord(draft: InstallmentDraft, index: number): InstallmentRecord {
  return { ...linked(draft.values, draft.loan), ref: `i${index + 1}`, loanRef: draft.loan?.ref ?? null, source: draft.source };
}

/** The loan's numbers as the loan ledger writes them, so that jj202309004 and JJ202309004 are one. */
function linked(values: DraftValues, loan: LoanDraft | null): DraftValues {
  if (!loan) return values;
  const { receiptNo, contractNo } = loan.values;
  return { ...values, ...(receiptNo !== undefined ? { receiptNo } : {}), ...(contractNo !== undefined ? { contractNo } : {}) };
}

