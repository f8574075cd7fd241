import type { LoanDraft } from './loan-draft.ts';
import type { LoanNumbers } from './loan-registry.ts';
import type { LoanReaders } from './read-loans.ts';

export type FoundLoan =
  | { readonly kind: 'found'; readonly loan: LoanDraft; readonly how: 'number' | 'person' }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'unclear'; readonly count: number };

export interface LoanHint {
  readonly name: string | undefined;
  readonly idNumber: string | undefined;
  readonly paidOn: string | undefined;
}

/** The loan a row means: by its numbers; without a number only when the person has exactly one loan that fits the day. */
export function findLoan(readers: Pick<LoanReaders, 'customers' | 'loans'>, numbers: LoanNumbers, hint: LoanHint): FoundLoan {
  if (numbers.receiptNo || numbers.contractNo) {
    const found = readers.loans.find(numbers);
    const [only] = found;
    if (only && found.length === 1) return { kind: 'found', loan: only, how: 'number' };
    if (found.length > 1) return ofPerson(found.filter((loan) => isOf(loan, hint)), found.length);
    return { kind: 'unknown' };
  }
  const own = readers.loans.drafts.filter((loan) => isOf(loan, hint));
  if (own.length <= 1) return ofPerson(own, own.length);
  return ofPerson(own.filter((loan) => isRunning(loan, hint.paidOn)), own.length);
}

function ofPerson(loans: readonly LoanDraft[], count: number): FoundLoan {
  const [only] = loans;
  if (only && loans.length === 1) return { kind: 'found', loan: only, how: 'person' };
  return count === 0 ? { kind: 'unknown' } : { kind: 'unclear', count };
}

function isOf(loan: LoanDraft, hint: LoanHint): boolean {
  if (hint.idNumber) return loan.customer?.values.idNumber === hint.idNumber;
  return hint.name !== undefined && loan.customer !== null && loan.customer.spellings.has(hint.name);
}

function isRunning(loan: LoanDraft, paidOn: string | undefined): boolean {
  const { disbursedOn } = loan.values;
  return !(paidOn && typeof disbursedOn === 'string' && paidOn < disbursedOn);
}
