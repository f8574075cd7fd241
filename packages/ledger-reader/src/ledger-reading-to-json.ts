import type { LedgerReading, Problem } from './ledger-reading.ts';

/** What the command line prints: records with canonical keys only. */
export interface LedgerJson {
  readonly asOf: string | null;
  readonly customers: readonly Record<string, unknown>[];
  readonly loans: readonly Record<string, unknown>[];
  readonly repayments: readonly Record<string, unknown>[];
  readonly installments: readonly Record<string, unknown>[];
  readonly problems: readonly (Omit<Problem, 'messageZh' | 'messageEn'> & { readonly message: string; readonly messageEn: string })[];
  readonly totals: LedgerReading['totals'];
}

/** A loan without any number of its own is given ours, in loans[].receiptNo and repayments[].receiptNo alike. */
export function ledgerReadingToJson(reading: LedgerReading): LedgerJson {
  const ownNumbers = new Map(reading.loans.filter((loan) => !loan.receiptNo && !loan.contractNo).map((loan) => [loan.ref, `LB-${loan.ref}`]));
  const numbered = (ref: string | null): { receiptNo?: string } => {
    const receiptNo = ref === null ? undefined : ownNumbers.get(ref);
    return receiptNo === undefined ? {} : { receiptNo };
  };
  return {
    asOf: reading.asOf,
    customers: reading.customers.map(({ ref: _ref, source: _source, acquisitionSource, ...values }) => ({ ...values, ...(acquisitionSource ? { source: acquisitionSource } : {}) })),
    loans: reading.loans.map(({ ref, customerRef: _customerRef, source: _source, ...values }) => ({ ...values, ...numbered(ref) })),
    repayments: reading.repayments.map(({ ref: _ref, loanRef, source: _source, ...values }) => ({ ...values, ...numbered(loanRef) })),
    installments: reading.installments.map(({ ref: _ref, loanRef, source: _source, ...values }) => ({ ...values, ...numbered(loanRef) })),
    problems: reading.problems.map(({ messageZh, ...problem }) => ({ ...problem, message: messageZh })),
    totals: reading.totals,
  };
}
