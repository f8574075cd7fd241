import type { FileFormat } from './decode/cell-grid.ts';
import type { PeriodPart } from './tables/wide-periods.ts';
import type { MoneyUnit } from './values/read-amount.ts';
import type { RateUnit } from './values/read-rate.ts';

export type RecordTable = 'customer' | 'loan' | 'repayment' | 'installment';

/** What a sheet holds. The last four hold no records. */
export type SheetRole =
  | 'customers' | 'loans' | 'repayments' | 'overdue' | 'installments'
  | `${'customers' | 'loans' | 'repayments' | 'overdue' | 'installments'}+${string}`
  | 'summary' | 'notes' | 'old_copy' | 'ignored';

export type ProblemKind =
  | 'invalid_id' | 'unrecoverable_number' | 'masked_value' | 'invalid_phone' | 'missing_value' | 'impossible_date' | 'ambiguous_date'
  | 'future_date' | 'date_order' | 'unreadable_amount' | 'conflicting_values' | 'inconsistent_balance' | 'overpayment' | 'broken_formula'
  | 'total_mismatch' | 'rate_over_cap' | 'duplicate' | 'same_name' | 'ambiguous_customer' | 'unknown_customer' | 'unknown_loan' | 'schema_mismatch';

/** What the reader could not take as it stands, with the cell where a person can look. */
export interface Problem {
  readonly file: string;
  readonly sheet: string;
  /** Spreadsheet address such as "H10"; in a text file the record counts as the row. */
  readonly cell: string;
  readonly kind: ProblemKind;
  /** The cell as written. */
  readonly value: string;
  readonly messageZh: string;
  readonly messageEn: string;
  readonly severity: 'error' | 'warning' | 'info';
}

export interface RecordSource {
  readonly file: string;
  readonly sheet: string;
  /** Row number as a spreadsheet shows it, from 1. */
  readonly row: number;
}

type Texts<Key extends string> = { readonly [key in Key]?: string };
type Counts<Key extends string> = { readonly [key in Key]?: number };

/** Canonical keys of fields.md. Money is yuan text, days are YYYY-MM-DD; what could not be read is absent. */
export type CustomerFields = Texts<
  | 'customerNo' | 'name' | 'kind' | 'idType' | 'idNumber' | 'idExpiresOn' | 'gender' | 'birthDate' | 'maritalStatus' | 'education' | 'ethnicity' | 'mobile'
  | 'phone2' | 'email' | 'address' | 'registeredAddress' | 'employer' | 'occupation' | 'annualIncome' | 'monthlyIncome' | 'assets' | 'liabilities' | 'bankName'
  | 'bankAccount' | 'spouseName' | 'spouseIdNumber' | 'spouseMobile' | 'emergencyContact' | 'legalRepresentative' | 'industry' | 'creditRating' | 'creditScore'
  | 'creditLimit' | 'acquisitionSource' | 'manager' | 'branch' | 'openedOn' | 'note'
>;
/** `annualRatePct` has four decimals. */
export type LoanFields = Texts<
  | 'contractNo' | 'receiptNo' | 'customerName' | 'customerIdNumber' | 'product' | 'contractAmount' | 'principal' | 'annualRatePct' | 'rateType' | 'disbursedOn'
  | 'firstDueOn' | 'maturesOn' | 'method' | 'guarantee' | 'guarantors' | 'collateral' | 'purpose' | 'industry' | 'outstandingPrincipal' | 'repaidPrincipal'
  | 'repaidInterest' | 'overduePrincipal' | 'overdueInterest' | 'class' | 'status' | 'currency' | 'extendedTo' | 'previousReceiptNo' | 'manager' | 'branch'
  | 'archiveNo' | 'note'
> & Counts<'termMonths' | 'periods' | 'dueDay' | 'overdueDays'>;
export type RepaymentFields = Texts<
  'receiptNo' | 'contractNo' | 'customerName' | 'dueOn' | 'paidOn' | 'principal' | 'interest' | 'penalty' | 'compound' | 'fee' | 'total' | 'channel' | 'externalRef' | 'payerName' | 'note'
> & Counts<'installmentNo'> & { readonly reversed?: true };
/** `status` is paid or unpaid; absent in a list that is only a plan. */
export type InstallmentFields = Texts<
  'receiptNo' | 'contractNo' | 'dueOn' | 'principal' | 'interest' | 'fee' | 'total' | 'paidPrincipal' | 'paidInterest' | 'paidOn' | 'status'
> & Counts<'installmentNo'>;

/** `ref` is our own id inside this reading. The ledger column 客户来源 is acquisitionSource, since `source` is where we read it. */
export type CustomerRecord = CustomerFields & { readonly ref: string; readonly source: RecordSource };
export type LoanFlag = 'extended' | 'restructured' | 'in_litigation' | 'compensated';
export type LoanRecord = LoanFields & {
  readonly ref: string;
  readonly customerRef: string | null;
  readonly source: RecordSource;
  /** 展期, 重组, 诉讼, 代偿 stand beside the status. */
  readonly flags?: readonly LoanFlag[];
};
export type RepaymentRecord = RepaymentFields & { readonly ref: string; readonly loanRef: string | null; readonly source: RecordSource };
export type InstallmentRecord = InstallmentFields & { readonly ref: string; readonly loanRef: string | null; readonly source: RecordSource };

export interface ColumnReading {
  readonly index: number;
  readonly letter: string;
  readonly header: string;
  readonly table: RecordTable | null;
  readonly key: string | null;
  readonly unit?: MoneyUnit;
  /** What a bare number in a column of rates means: 月利率(‰) is a month's, per mille. */
  readonly rate?: RateUnit;
  /** A column of 第3期 or 2024-03: which part of that instalment it holds. `table` and `key` are null then. */
  readonly period?: PeriodReading;
  readonly confidence: 'certain' | 'likely' | 'unknown';
  readonly samples: readonly string[];
}

/** `month` is YYYY-MM, or MM where the heading has no year; a calendar month has no number of an instalment. */
export interface PeriodReading {
  readonly installmentNo?: number;
  readonly month?: string;
  readonly part: PeriodPart;
}

/** Rows count from 1, as a spreadsheet shows them. */
export interface TableReading {
  readonly id: string;
  readonly headerRows: readonly number[];
  readonly firstRow: number;
  readonly lastRow: number;
  readonly recordCount: number;
  readonly unit?: MoneyUnit;
  readonly columns: readonly ColumnReading[];
}

export interface SheetReading {
  readonly name: string;
  readonly role: SheetRole;
  readonly isHidden: boolean;
  readonly rowCount: number;
  readonly tables: readonly TableReading[];
}

export interface FileReading {
  readonly name: string;
  readonly format: FileFormat | 'unreadable';
  readonly encoding?: string;
  readonly delimiter?: string;
  readonly sheets: readonly SheetReading[];
}

/** The whole result; plain data that survives JSON. */
export interface LedgerReading {
  readonly asOf: string | null;
  readonly asOfSource: 'option' | 'caption' | 'inferred' | null;
  readonly files: readonly FileReading[];
  readonly customers: readonly CustomerRecord[];
  readonly loans: readonly LoanRecord[];
  readonly repayments: readonly RepaymentRecord[];
  readonly installments: readonly InstallmentRecord[];
  readonly problems: readonly Problem[];
  /** Sums over the records: yuan text. `repaid` is net of reversals; without receipts, the ledger's own cumulative columns. */
  readonly totals: { readonly loans: number; readonly principal: string; readonly outstanding: string; readonly repaid: string };
}

/** What a person decided about sheets and columns; it overrules what the reader found. */
export interface MappingCorrections {
  /** Keyed `${file}#${sheet}`. */
  readonly sheets?: Readonly<Record<string, { readonly role: SheetRole }>>;
  /** Keyed by table id, then by column index from 0; null: the column is not taken. */
  readonly columns?: Readonly<Record<string, Readonly<Record<number, { readonly table: RecordTable; readonly key: string; readonly unit?: MoneyUnit } | null>>>>;
  /** Cells retyped, keyed `${file}#${sheet}`, then by address such as "H10"; an empty text empties the cell. */
  readonly cells?: Readonly<Record<string, Readonly<Record<string, string>>>>;
}
