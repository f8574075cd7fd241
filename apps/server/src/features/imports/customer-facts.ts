import { customerFactsSchema, type CustomerFacts } from '@loanbook/contract/features/customers.ts';
import type { CustomerRecord, LoanRecord } from '@loanbook/ledger-reader/ledger-reading.ts';

/**
 * A customer of the ledger as facts of the book. A single value that the book would not take (too long, out of range) is
 * left empty rather than stopping the import; the reader has the cell, and `left` names the field.
 */
export function customerFactsOf(record: CustomerRecord): { readonly facts: CustomerFacts; readonly left: readonly string[] } | null {
  const { ref: _ref, source: _source, customerNo, acquisitionSource, creditScore, ...texts } = record;
  const candidate: Record<string, unknown> = {
    ...texts,
    // Whom a system knows by number alone is called by it; the reader says so.
    name: record.name ?? customerNo,
    kind: record.kind ?? 'individual',
    ...(acquisitionSource === undefined ? {} : { source: acquisitionSource }),
    ...(creditScore === undefined ? {} : { creditScore: Number(creditScore) }),
  };
  const left: string[] = [];
  for (;;) {
    const parsed = customerFactsSchema.safeParse(candidate);
    if (parsed.success) return { facts: parsed.data, left };
    const field = parsed.error.issues[0]?.path[0];
    if (typeof field !== 'string' || field === 'name' || field === 'kind' || !(field in candidate)) return null;
    left.push(field);
    delete candidate[field];
  }
}

/** A borrower whom the ledger only names beside the loan. */
export function borrowerRecord(loan: LoanRecord): CustomerRecord | null {
  if (loan.customerName === undefined) return null;
  return {
    ref: `borrower of ${loan.ref}`, source: loan.source, name: loan.customerName,
    ...(loan.customerIdNumber === undefined ? {} : { idNumber: loan.customerIdNumber }),
    ...(loan.manager === undefined ? {} : { manager: loan.manager }),
  };
}
