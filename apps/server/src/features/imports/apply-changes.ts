import type { ObjectChange } from '@loanbook/contract/features/import-change-rows.ts';
import type { CustomerRecord, RepaymentRecord } from '@loanbook/ledger-reader/ledger-reading.ts';
import type { Tx } from '../../platform/database.ts';
import { updateCustomerFacts } from '../customers/customers.index.ts';
import { restateLoans } from '../loans/loans.index.ts';
import { compareCustomers } from './compare-customers.ts';
import { compareLoans, type ComparedLoan, type SortedLoans } from './compare-reading.ts';
import { keepBefore } from './kept-before.ts';
import { importReason, type ComparisonGround } from './loan-comparison.ts';

/** What importing changed of things that were there, and what it let stand. */
export interface AppliedChanges {
  readonly changed: number;
  readonly unchanged: number;
  readonly kept: readonly ObjectChange[];
}

export interface AppliedLoanChanges extends AppliedChanges {
  readonly repaymentsAdded: number;
  readonly known: { readonly count: number; readonly sumFen: number };
}

/** Facts of known customers follow the ledger; each change is audited, and what stood before is kept for undoing. */
export async function applyCustomerChanges(tx: Tx, importId: string, pairs: ReadonlyMap<string, CustomerRecord>, isOlder: boolean): Promise<AppliedChanges> {
  const looked = await compareCustomers(tx, pairs, isOlder);
  const wanted = new Map(looked.flatMap(({ customer, facts }) => {
    const record = pairs.get(customer.customerId);
    return Object.keys(facts).length > 0 && record !== undefined ? [[customer.customerId, record] as const] : [];
  }));
  const kept = looked.map(({ change }) => change).filter(hasKept);
  const before: Parameters<typeof keepBefore>[3][number][] = [];
  for (const { customer, facts } of await compareCustomers(tx, wanted, isOlder, true)) {
    if (Object.keys(facts).length === 0) continue;
    before.push({ id: customer.customerId, versionAfter: customer.version + 1, before: await updateCustomerFacts(tx, customer, facts) });
    tx.audit({ action: 'customer.updated_by_import', objectType: 'customer', objectId: customer.customerId, reason: importReason, values: facts });
  }
  await keepBefore(tx, importId, 'customer', before);
  return { changed: before.length, unchanged: looked.length - before.length, kept };
}

/** Known loans: looked at first, and only those that change are locked, looked at again and written. */
export async function applyLoanChanges(tx: Tx, importId: string, { known, strange }: SortedLoans, strangers: readonly ObjectChange[], receipts: ReadonlyMap<string, readonly RepaymentRecord[]>, day: Pick<ComparisonGround, 'asOf' | 'isAsOfStated' | 'hasReceipts'>): Promise<AppliedLoanChanges> {
  const kept: ObjectChange[] = [...strangers];
  const wanted = new Set<string>();
  let [unchanged, count, sumFen] = [strange.length, 0, 0];
  for await (const chunk of compareLoans(tx, known, receipts, day)) {
    for (const loan of chunk) {
      count += loan.repaymentsKnown.count;
      sumFen += loan.repaymentsKnown.sumFen;
      if (hasKept(loan.change)) kept.push(loan.change);
      if (loan.restatement === null) unchanged += 1;
      else wanted.add(loan.loanId);
    }
  }
  let [changed, repaymentsAdded] = [0, 0];
  for await (const chunk of compareLoans(tx, known.filter(({ identity }) => wanted.has(identity.loanId)), receipts, day, true)) {
    await writeChunk(tx, importId, chunk);
    changed += chunk.length;
    repaymentsAdded += chunk.reduce((sum, loan) => sum + loan.repaymentsAdded, 0);
  }
  return { changed, unchanged, kept, repaymentsAdded, known: { count, sumFen } };
}

async function writeChunk(tx: Tx, importId: string, loans: readonly ComparedLoan[]): Promise<void> {
  const restatements = loans.flatMap(({ restatement }) => restatement ?? []);
  await restateLoans(tx, restatements, importId);
  await keepBefore(tx, importId, 'loan', restatements.map(({ loan, reversedEventIds }) => ({ id: loan.loanId, versionAfter: loan.version + 1, before: { columns: loan.columns, reversedEventIds } })));
  for (const { loanId, change } of loans) tx.audit({ action: 'loan.updated_by_import', objectType: 'loan', objectId: loanId, reason: importReason, fields: [...new Set(change.fields.flatMap(({ key, kept }) => (kept === null ? [key] : [])))] });
}

function hasKept({ fields }: ObjectChange): boolean {
  return fields.some(({ kept }) => kept !== null);
}
