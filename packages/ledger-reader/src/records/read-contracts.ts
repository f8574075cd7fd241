import type { PreparedTable } from './prepared-table.ts';
import { fillAbsent } from './draft-values.ts';
import { readMention } from './read-identity.ts';
import { readLoanValues } from './read-loan-values.ts';
import { resolveCustomer, takeRow, type LoanReaders } from './read-loans.ts';
import { TableRow } from './table-row.ts';

// What a contract says of the money borrowed is not what one of its 借据 says.
const ownKeys = new Set(['principal', 'outstandingPrincipal', 'receiptNo', 'disbursedOn', 'maturesOn', 'status', 'annualRatePct', 'termMonths']);

/** Reads contracts whose 借据 are listed elsewhere: they complete those loans; a contract without any becomes a loan. */
export function readContracts(table: PreparedTable, readers: LoanReaders): number {
  let count = 0;
  for (const index of table.raw.recordRows) {
    const row = new TableRow(table, index, readers.problems);
    const read = readLoanValues(row);
    const { contractNo, principal } = read.values;
    if (typeof contractNo !== 'string') continue;
    count += 1;
    const mention = readMention(row);
    const drafts = readers.loans.ofContract(contractNo);
    if (drafts.length === 0) {
      const draft = readers.loans.create(row, { contractNo, receiptNo: undefined });
      takeRow(row, draft, read, false);
      resolveCustomer(row, mention, draft, readers, false);
      continue;
    }
    const shared = Object.fromEntries(Object.entries(read.values).filter(([key]) => !ownKeys.has(key) || drafts.length === 1));
    for (const draft of drafts) {
      fillAbsent(draft.values, { ...shared, ...(principal !== undefined ? { contractAmount: principal } : {}) });
      resolveCustomer(row, mention, draft, readers, false);
    }
  }
  return count;
}
