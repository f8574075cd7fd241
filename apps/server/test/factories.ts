import type { CustomerFacts } from '@loanbook/contract/features/customers.ts';
import { parseCivilDate, type CivilDate } from '@loanbook/engine/civil-date.ts';
import { writeCustomers } from '../src/features/customers/customers.index.ts';
import type { Tx } from '../src/platform/database.ts';
import { newId } from '../src/platform/ids.ts';

/** A civil day as a test writes it. */
export function day(text: string): CivilDate {
  const parsed = parseCivilDate(text);
  if (parsed === null) throw new Error(`${text} is no day`);
  return parsed;
}

/** Invented customers, each with a name and whatever else the test needs; returns their ids in order. */
export async function addCustomers(tx: Tx, customers: readonly (Partial<CustomerFacts> & { readonly name: string; readonly customerNo?: string })[]): Promise<string[]> {
  const written = await writeCustomers(tx, customers.map(({ customerNo, ...facts }) => ({ facts: { kind: 'individual', ...facts }, ...(customerNo ? { customerNo } : {}) })));
  tx.markBookkeeping();
  return written.map(({ customerId }) => customerId);
}

/** Columns of `loan` and `loan_state` as a test wants them, whatever the engine would say; the rest is filled in. */
export interface LoanRow {
  readonly customerId: string;
  readonly receiptNo: string;
  readonly contractNo?: string | null;
  readonly principalFen?: number;
  readonly rateAnnualE8?: number | null;
  readonly method?: string | null;
  readonly disbursedOn?: string | null;
  readonly maturesOn?: string | null;
  readonly manager?: string | null;
  readonly life?: 'pending' | 'active' | 'settled' | 'written_off' | 'void';
  readonly outstandingPrincipalFen?: number;
  readonly oldestOpenDueOn?: string | null;
  readonly classOverride?: number | null;
  readonly installments?: readonly InstallmentRow[];
}

export interface InstallmentRow {
  readonly number: number;
  readonly dueOn: string;
  readonly principalFen: number;
  readonly interestFen: number;
  readonly paidPrincipalFen?: number;
  readonly paidInterestFen?: number;
  readonly settledOn?: string | null;
}

/** Writes projections directly, for tests of lists; tests of money post through the loans feature. */
export async function addLoanRows(tx: Tx, loans: readonly LoanRow[]): Promise<string[]> {
  const withIds = loans.map((loan) => ({ loan, loanId: newId(tx.now) }));
  const institution_id = tx.institutionId;
  await tx.db.insertInto('loan').values(withIds.map(({ loan, loanId }) => ({
    institution_id, loan_id: loanId, customer_id: loan.customerId, receipt_no: loan.receiptNo, contract_no: loan.contractNo ?? null, principal_fen: loan.principalFen ?? 1_000_000,
    rate_annual_e8: loan.rateAnnualE8 === undefined ? 12_000_000 : loan.rateAnnualE8, penalty_multiplier_e4: 15_000, method: loan.method ?? 'equal_installment', interest_mode: 'monthly', periods: 12,
    disbursed_on: loan.disbursedOn ?? null, matures_on: loan.maturesOn ?? null, manager: loan.manager ?? null, terms: '{}', updated_by: 'test',
  }))).execute();
  await tx.db.insertInto('loan_state').values(withIds.map(({ loan, loanId }) => ({
    institution_id, loan_id: loanId, life: loan.life ?? 'active', outstanding_principal_fen: loan.outstandingPrincipalFen ?? 0,
    oldest_open_due_on: loan.oldestOpenDueOn ?? null, class_override: loan.classOverride ?? null, event_count: 1,
    // Rows made up for lists have no events to be rolled from.
    next_change_on: null, matures_on: loan.maturesOn ?? null, rate_annual_e8: loan.rateAnnualE8 === undefined ? 12_000_000 : loan.rateAnnualE8,
  }))).execute();
  const installments = withIds.flatMap(({ loan, loanId }) => (loan.installments ?? []).map((row) => ({
    institution_id, loan_id: loanId, number: row.number, due_on: row.dueOn, principal_fen: row.principalFen, interest_fen: row.interestFen,
    paid_principal_fen: row.paidPrincipalFen ?? 0, paid_interest_fen: row.paidInterestFen ?? 0, settled_on: row.settledOn ?? null,
  })));
  if (installments.length > 0) await tx.db.insertInto('installment').values(installments).execute();
  tx.markBookkeeping();
  return withIds.map(({ loanId }) => loanId);
}

export async function addTakenOverReceipts(tx: Tx, receipts: readonly { readonly loanId: string; readonly paidOn: string | null; readonly totalFen: number; readonly isReversed?: boolean }[]): Promise<void> {
  await tx.db.insertInto('repayment').values(receipts.map((receipt) => ({
    institution_id: tx.institutionId, repayment_id: newId(tx.now), loan_id: receipt.loanId, source: 'taken_over' as const, paid_on: receipt.paidOn, total_fen: receipt.totalFen, is_reversed: receipt.isReversed ?? false,
  }))).execute();
  tx.markBookkeeping();
}
