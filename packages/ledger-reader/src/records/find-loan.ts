import type { LoanDraft } from './loan-draft.ts';
import type { LoanNumbers } from './loan-registry.ts';
import type { LoanReaders } from './read-loans.ts';

export type FoundLoan =
  | { readonly kind: 'found'; readonly loan: LoanDraft; readonly how: 'number' | 'person' }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'unclear'; readonly count: number };

/** What a row says beside a number: who paid, when, and which amount or day the loan had. */
export interface LoanHint {
  readonly name?: string | undefined;
  readonly idNumber?: string | undefined;
  readonly paidOn?: string | undefined;
  readonly principal?: string | undefined;
  readonly disbursedOn?: string | undefined;
}

/** The loan a row means: by its numbers; without a number only when exactly one loan of the person fits what the row says. */
export function findLoan(readers: Pick<LoanReaders, 'loans'>, numbers: LoanNumbers, hint: LoanHint): FoundLoan {
  if (numbers.receiptNo || numbers.contractNo) {
    const found = readers.loans.find(numbers);
    const [only] = found;
    if (only && found.length === 1) return { kind: 'found', loan: only, how: 'number' };
    if (found.length === 0) return { kind: 'unknown' };
    const own = ofHint(readers, hint);
    return single(found.filter((loan) => own.includes(loan)), found.length);
  }
  const own = ofHint(readers, hint);
  const fitting = own.filter((loan) => agrees(loan, 'principal', hint.principal) && agrees(loan, 'disbursedOn', hint.disbursedOn));
  if (fitting.length <= 1) return single(fitting, fitting.length);
  return single(fitting.filter((loan) => isRunning(loan, hint.paidOn)), fitting.length);
}

function ofHint({ loans }: Pick<LoanReaders, 'loans'>, hint: LoanHint): readonly LoanDraft[] {
  const byId = hint.idNumber ? loans.ofPerson(hint.idNumber) : [];
  return byId.length > 0 || !hint.name ? byId : loans.ofPerson(hint.name);
}

function single(loans: readonly LoanDraft[], count: number): FoundLoan {
  const [only] = loans;
  if (only && loans.length === 1) return { kind: 'found', loan: only, how: 'person' };
  return count === 0 ? { kind: 'unknown' } : { kind: 'unclear', count };
}

function agrees(loan: LoanDraft, key: string, wanted: string | undefined): boolean {
  return wanted === undefined || loan.values[key] === undefined || loan.values[key] === wanted;
}

function isRunning(loan: LoanDraft, paidOn: string | undefined): boolean {
  const { disbursedOn } = loan.values;
  return !(paidOn && typeof disbursedOn === 'string' && paidOn < disbursedOn);
}
