import { codeKey } from '../values/read-code.ts';
import type { LoanDraft } from './loan-draft.ts';
import { MultiMap } from './multi-map.ts';
import type { TableRow } from './table-row.ts';

/** The numbers by which a row names its loan. */
export interface LoanNumbers {
  readonly receiptNo: string | undefined;
  readonly contractNo: string | undefined;
}

const none: readonly never[] = [];

/** The principal of every loan of a ledger without a column for it: person and day must do. */
export const noPrincipalColumn = 'no column';

/** What tells a loan apart where the ledger has no numbers: who, how much, since when. */
export interface LoanTerms {
  readonly person: string | undefined;
  readonly principal: string | undefined;
  readonly disbursedOn: string | undefined;
}

/**
 * Finds a loan by its numbers. 借据号 alone where it is unique, contract and 借据号 together where it is only a running
 * number inside the contract, the contract alone where there is no 借据号.
 */
export class LoanRegistry {
  readonly drafts: LoanDraft[] = [];
  readonly #byReceipt = new MultiMap<LoanDraft>();
  readonly #byContract = new MultiMap<LoanDraft>();
  readonly #byBoth = new MultiMap<LoanDraft>();
  readonly #byTerms = new MultiMap<LoanDraft>();
  readonly #byPerson = new MultiMap<LoanDraft>();
  readonly #isReceiptUnique: boolean;
  readonly #isNumbered: boolean;

  /** `isNumbered`: every line names its loan by a number, so that nobody will ask by terms. */
  constructor(isReceiptUnique: boolean, isNumbered = false) {
    this.#isReceiptUnique = isReceiptUnique;
    this.#isNumbered = isNumbered;
  }

  create(row: TableRow, numbers: LoanNumbers): LoanDraft {
    const draft: LoanDraft = {
      ref: `l${this.drafts.length + 1}`,
      source: { file: row.table.file, sheet: row.table.sheet.name, row: row.sourceRow + 1 },
      values: {},
      customer: null,
      flags: none,
      rows: none,
      unread: none,
      balanceLines: none,
      markedStatus: undefined,
      hasUnpaidMark: false,
      isBalanceComputed: false,
      paidPeriods: null,
      asOf: row.table.asOf,
    };
    this.drafts.push(draft);
    this.#index(draft, numbers);
    return draft;
  }

  /** Every loan the numbers can mean; one when they are clear. */
  find({ receiptNo, contractNo }: LoanNumbers): readonly LoanDraft[] {
    if (receiptNo && contractNo && !this.#isReceiptUnique) return this.#byBoth.get(pairKey(contractNo, receiptNo));
    if (receiptNo) {
      const found = this.#byReceipt.get(codeKey(receiptNo));
      const both = contractNo && found.length > 1 ? found.filter((draft) => typeof draft.values.contractNo === 'string' && codeKey(draft.values.contractNo) === codeKey(contractNo)) : [];
      return both.length > 0 ? both : found;
    }
    return contractNo ? this.ofContract(contractNo) : [];
  }

  /** Loans by who, how much and since when; all three must be known, unless the ledger has no column for how much. */
  findByTerms(terms: LoanTerms): readonly LoanDraft[] {
    const key = termsKey(terms);
    return key === null ? [] : this.#byTerms.get(key);
  }

  noteTerms(draft: LoanDraft, terms: LoanTerms): void {
    const key = this.#isNumbered ? null : termsKey(terms);
    if (key !== null) this.#byTerms.add(key, draft);
  }

  /** Loans of a person, by ID number or by any spelling of the name. */
  ofPerson(person: string): readonly LoanDraft[] {
    return this.#byPerson.get(person);
  }

  notePerson(draft: LoanDraft, person: string): void {
    this.#byPerson.add(person, draft);
  }

  ofContract(contractNo: string): readonly LoanDraft[] {
    return this.#byContract.get(codeKey(contractNo));
  }

  #index(draft: LoanDraft, { receiptNo, contractNo }: LoanNumbers): void {
    if (receiptNo) this.#byReceipt.add(codeKey(receiptNo), draft);
    if (contractNo) this.#byContract.add(codeKey(contractNo), draft);
    if (receiptNo && contractNo && !this.#isReceiptUnique) this.#byBoth.add(pairKey(contractNo, receiptNo), draft);
  }
}

function termsKey({ person, principal, disbursedOn }: LoanTerms): string | null {
  return person && principal && disbursedOn ? `${person}|${principal}|${disbursedOn}` : null;
}

function pairKey(contractNo: string, receiptNo: string): string {
  return `${codeKey(contractNo)}|${codeKey(receiptNo)}`;
}

/** Whether 借据号 tells loans apart by itself, or only together with the contract (it restarts in each). */
export function isReceiptUnique(pairs: readonly LoanNumbers[]): boolean {
  const receipts = new Set<string>();
  const both = new Set<string>();
  const named = pairs.filter(({ receiptNo }) => receiptNo !== undefined);
  for (const { receiptNo } of named) receipts.add(codeKey(receiptNo ?? ''));
  if (receipts.size === named.length) return true;
  for (const { receiptNo, contractNo } of named) both.add(pairKey(contractNo ?? '', receiptNo ?? ''));
  return both.size <= receipts.size * 1.25;
}
