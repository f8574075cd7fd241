import { CustomerRegistry } from './customer-registry.ts';
import { isReceiptUnique, LoanRegistry, type LoanNumbers } from './loan-registry.ts';
import type { PreparedTable } from './prepared-table.ts';
import { ProblemList } from './problem-list.ts';
import { readContracts } from './read-contracts.ts';
import { readCustomers } from './read-customers.ts';
import { readInstallments } from './read-installments.ts';
import { readLoans, type LoanReaders } from './read-loans.ts';
import { readLoansOfReceiptLines } from './read-receipt-lines.ts';
import { readOverdue } from './read-overdue.ts';
import { readRepayments } from './read-repayments.ts';
import { readSinglePlan } from './read-single-plan.ts';
import { readWidePeriods } from './read-wide-periods.ts';
import { RepaymentDuplicates } from './repayment-duplicates.ts';
import type { InstallmentDraft, RepaymentDraft } from './repayment-draft.ts';
import { TableRow } from './table-row.ts';

export interface Drafts extends LoanReaders {
  readonly repayments: readonly RepaymentDraft[];
  readonly installments: readonly InstallmentDraft[];
  /** Records found in each table, by table id. */
  readonly counts: ReadonlyMap<string, number>;
}

/** Reads all tables in the order in which they depend on each other: customers, loans, arrears, receipts, instalments. */
export function readTables(tables: readonly PreparedTable[], onTable: (table: PreparedTable) => void): Drafts {
  const problems = new ProblemList();
  const readers: LoanReaders = { customers: new CustomerRegistry(), loans: loanRegistry(tables), problems };
  const counts = new Map<string, number>();
  const of = (isWanted: (table: PreparedTable) => boolean): PreparedTable[] => tables.filter(isWanted).sort(byAsOf);
  const run = (wanted: readonly PreparedTable[], read: (table: PreparedTable) => number): void => {
    for (const table of wanted) {
      counts.set(table.id, read(table));
      onTable(table);
    }
  };
  run(of((table) => table.context === 'customer'), (table) => readCustomers(table, readers.customers, problems));
  const ledgers = of((table) => table.context === 'loan');
  const contracts = ledgers.filter((table) => isContractList(table, ledgers));
  run(ledgers.filter((table) => !contracts.includes(table)), (table) => readLoans(table, readers));
  run(of((table) => table.context === 'repayment' && (table.hasLoanColumns || (ledgers.length === 0 && namesLoans(table)))), (table) => readLoansOfReceiptLines(table, readers));
  run(contracts, (table) => readContracts(table, readers));
  run(of((table) => table.context === 'overdue'), (table) => (readers.loans.drafts.length === 0 ? readLoans(table, readers) : readOverdue(table, readers)));
  const duplicates = new RepaymentDuplicates();
  const repayments: RepaymentDraft[] = [];
  run(of((table) => table.context === 'repayment'), (table) => append(repayments, readRepayments(table, readers, duplicates)));
  for (const table of ledgers.filter((ledger) => ledger.map.periods.length > 0)) append(repayments, widePeriods(table, readers));
  const installments: InstallmentDraft[] = [];
  run(of((table) => table.context === 'installment'), (table) => append(installments, table.isSinglePlan ? readSinglePlan(table, readers) : readInstallments(table, readers)));
  completeCustomers(readers);
  return { ...readers, repayments, installments, counts };
}

function append<Item>(list: Item[], more: readonly Item[]): number {
  for (const item of more) list.push(item);
  return more.length;
}

/** Older states first, so that the latest is read last and counts. */
function byAsOf(left: PreparedTable, right: PreparedTable): number {
  return (left.asOf ?? '').localeCompare(right.asOf ?? '');
}

function loanRegistry(tables: readonly PreparedTable[]): LoanRegistry {
  const numbers = loanNumbers(tables);
  return new LoanRegistry(isReceiptUnique(numbers), numbers.every(({ receiptNo, contractNo }) => receiptNo !== undefined || contractNo !== undefined));
}

function loanNumbers(tables: readonly PreparedTable[]): LoanNumbers[] {
  const silent = new ProblemList();
  return tables.filter((table) => table.context === 'loan' || (table.context === 'repayment' && table.hasLoanColumns)).flatMap((table) =>
    table.raw.recordRows.map((index) => {
      const row = new TableRow(table, index, silent);
      return { receiptNo: row.code('loan.receiptNo'), contractNo: row.code('loan.contractNo') };
    }),
  );
}

/** Receipts that say how much was lent and when: enough for a loan where no other table lists loans. */
function namesLoans({ map }: PreparedTable): boolean {
  return map.byMeaning.has('loan.principal') && map.byMeaning.has('loan.disbursedOn');
}

/** A list of contracts beside a list of 借据: it has contract numbers only, and the other has both. */
function isContractList(table: PreparedTable, ledgers: readonly PreparedTable[]): boolean {
  if (table.map.byMeaning.has('loan.receiptNo') || !table.map.byMeaning.has('loan.contractNo')) return false;
  return ledgers.some((other) => other !== table && other.map.byMeaning.has('loan.receiptNo') && other.map.byMeaning.has('loan.contractNo'));
}

function widePeriods(table: PreparedTable, readers: LoanReaders): RepaymentDraft[] {
  const repayments: RepaymentDraft[] = [];
  const rows = new Set(table.raw.recordRows);
  for (const loan of readers.loans.drafts) {
    const { file, sheet, row } = loan.source;
    if (file !== table.file || sheet !== table.sheet.name || !rows.has(row - 1)) continue;
    append(repayments, readWidePeriods(new TableRow(table, row - 1, readers.problems), loan));
  }
  return repayments;
}

/** A loan whose line named nobody may still be known through its contract. */
function completeCustomers({ loans }: LoanReaders): void {
  for (const loan of loans.drafts) {
    if (loan.customer || typeof loan.values.contractNo !== 'string') continue;
    const sibling = loans.ofContract(loan.values.contractNo).find((other) => other.customer);
    if (sibling?.customer) {
      loan.customer = sibling.customer;
    }
  }
}
