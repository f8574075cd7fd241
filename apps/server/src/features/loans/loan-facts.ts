import type { LoanFacts } from '@loanbook/contract/features/loans.ts';
import { parseYuan } from '@loanbook/engine/money.ts';

/** Columns of the facts that a person keeps about a loan beside its terms; in each pair the contract's key comes first. */
export const factColumns = {
  contractNo: 'contract_no', receiptNo: 'receipt_no', product: 'product', contractAmount: 'contract_amount_fen', rateType: 'rate_type', guarantee: 'guarantee', guarantors: 'guarantors',
  collateral: 'collateral', purpose: 'purpose', industry: 'industry', previousReceiptNo: 'previous_receipt_no', archiveNo: 'archive_no', manager: 'manager', branch: 'branch', note: 'note',
} as const satisfies Record<keyof LoanFacts, string>;

type FactColumn = (typeof factColumns)[keyof typeof factColumns];
export type FactColumns = { [Column in Exclude<FactColumn, 'contract_amount_fen'>]?: string | null } & { contract_amount_fen?: number | null };

/** Only the facts that are named; an empty text is an unknown fact. Amounts become fen. */
export function factColumnsOf(facts: Partial<LoanFacts>): FactColumns {
  const columns: FactColumns = {};
  for (const [key, column] of Object.entries(factColumns)) {
    // as: the keys of factColumns are those of LoanFacts.
    const value = facts[key as keyof LoanFacts];
    if (value === undefined) continue;
    if (column === 'contract_amount_fen') columns[column] = value ? parseYuan(value) : null;
    else columns[column] = value || null;
  }
  return columns;
}
