import { fenOf, yuanText, type DraftValues } from '../records/draft-values.ts';
import { loanCell, type LoanDraft } from '../records/loan-draft.ts';
import type { ProblemList } from '../records/problem-list.ts';
import { netPrincipalFen, type InstallmentDraft, type RepaymentDraft } from '../records/repayment-draft.ts';
import { daysBetween } from '../values/civil-days.ts';

/** What the history says of one loan. */
export interface LoanHistory {
  repaidFen: number;
  repaidInterestFen: number;
  receipts: number;
  /** Receipts that state only a total: the principal in them is not known. */
  unsplitReceipts: number;
  unpaidFrom: string | null;
  unpaidPrincipalFen: number;
  unpaidInterestFen: number;
}

/** Sums receipts and unpaid instalments by loan. */
export function historyByLoan(repayments: readonly RepaymentDraft[], installments: readonly InstallmentDraft[], asOf: string | null): Map<LoanDraft, LoanHistory> {
  const histories = new Map<LoanDraft, LoanHistory>();
  const of = (loan: LoanDraft): LoanHistory => {
    const known = histories.get(loan);
    if (known) return known;
    const history: LoanHistory = { repaidFen: 0, repaidInterestFen: 0, receipts: 0, unsplitReceipts: 0, unpaidFrom: null, unpaidPrincipalFen: 0, unpaidInterestFen: 0 };
    histories.set(loan, history);
    return history;
  };
  for (const { loan, values } of repayments) {
    if (!loan) continue;
    const history = of(loan);
    history.receipts += 1;
    if (isUnsplit(values)) history.unsplitReceipts += 1;
    history.repaidFen += netPrincipalFen(values);
    if (values.reversed !== true) history.repaidInterestFen += fenOf(values.interest) ?? 0;
  }
  for (const { loan, values } of installments) {
    if (!loan || values.status !== 'unpaid' || typeof values.dueOn !== 'string') continue;
    if (asOf && values.dueOn >= asOf) continue;
    const history = of(loan);
    if (!history.unpaidFrom || values.dueOn < history.unpaidFrom) history.unpaidFrom = values.dueOn;
    history.unpaidPrincipalFen += fenOf(values.principal) ?? 0;
    history.unpaidInterestFen += fenOf(values.interest) ?? 0;
  }
  return histories;
}

/** A total whose parts are not known; a line of 罚息 alone is known. */
function isUnsplit(values: DraftValues): boolean {
  if (values.principal !== undefined || values.interest !== undefined) return false;
  const known = ['penalty', 'compound', 'fee'].reduce((sum, key) => sum + (fenOf(values[key]) ?? 0), 0);
  return known !== (fenOf(values.total) ?? 0);
}

/**
 * Whether the balance column was never kept: it still shows the principal on nearly every loan although the history holds
 * repayments of most of them.
 */
export function isBalanceStale(loans: readonly LoanDraft[], histories: ReadonlyMap<LoanDraft, LoanHistory>): boolean {
  let [compared, unmoved] = [0, 0];
  for (const loan of loans) {
    const [principal, balance] = [fenOf(loan.values.principal), fenOf(loan.values.outstandingPrincipal)];
    if (principal === null || balance === null || (histories.get(loan)?.repaidFen ?? 0) === 0) continue;
    compared += 1;
    if (principal === balance) unmoved += 1;
  }
  return compared >= 5 && unmoved > compared * 0.9;
}

/** Takes balances and arrears from the history where the ledger has none of its own (or a column never kept up). */
export function takeFromHistory(loans: readonly LoanDraft[], histories: ReadonlyMap<LoanDraft, LoanHistory>, asOf: string | null, problems: ProblemList): void {
  const isStale = isBalanceStale(loans, histories);
  if (isStale) reportStale(loans, problems);
  const hasBalances = loans.some((loan) => loan.values.outstandingPrincipal !== undefined);
  for (const loan of loans) {
    const history = histories.get(loan);
    const principal = fenOf(loan.values.principal);
    const isMissing = loan.values.outstandingPrincipal === undefined && !loanCell(loan, 'outstandingPrincipal');
    const isSplit = (history?.unsplitReceipts ?? 0) === 0;
    if (principal !== null && isSplit && (isStale || (isMissing && !hasBalances && histories.size > 0))) {
      loan.values.outstandingPrincipal = yuanText(principal - (history?.repaidFen ?? 0));
      loan.isBalanceComputed = true;
      if (isStale) delete loan.values.status;
      reportCents(loan, problems);
    }
    if (history?.unpaidFrom && asOf) {
      loan.values.overdueDays = daysBetween(history.unpaidFrom, asOf);
      loan.values.overduePrincipal = yuanText(history.unpaidPrincipalFen);
      loan.values.overdueInterest = yuanText(history.unpaidInterestFen);
    }
  }
}

/** A computed balance of some cents, over or under: the last instalment was not rounded to the rest. */
function reportCents(loan: LoanDraft, problems: ProblemList): void {
  const balance = fenOf(loan.values.outstandingPrincipal) ?? 0;
  const at = loanCell(loan, 'principal');
  if (balance === 0 || Math.abs(balance) >= debtFromFen || !at) return;
  const [zh, en] = balance > 0 ? ['少', 'short of'] : ['多', 'more than'];
  problems.add(at, { kind: 'inconsistent_balance', value: yuanText(balance), severity: 'info', zh: `还款的本金合计比放款金额${zh} ${yuanText(Math.abs(balance))} 元（分的尾差）`, en: `The principal repaid is ${yuanText(Math.abs(balance))} yuan ${en} the loan (cents)` });
}

function reportStale(loans: readonly LoanDraft[], problems: ProblemList): void {
  const at = loans.map((loan) => loanCell(loan, 'outstandingPrincipal')).find((cell) => cell !== undefined);
  if (at) {
    problems.add(at, { kind: 'inconsistent_balance', value: '', severity: 'warning', zh: '余额和状态列一直是放款时的数，没有更新过；余额按还款记录计算', en: 'The balance and status columns still show the first day; balances are computed from the repayments' });
  }
}

/** Less than a yuan left after the last day is rounding, not a debt that makes a loan overdue. */
export const debtFromFen = 100;

/**
 * The status where the ledger has no word for it: settled, overdue, active; absent where it cannot be told. Where a list
 * names what is unpaid, passing the last day alone does not make a loan overdue.
 */
export function deriveStatus(loan: LoanDraft, asOf: string | null, hasArrearsList: boolean): void {
  const { values } = loan;
  const balance = fenOf(values.outstandingPrincipal);
  if (values.status !== undefined) {
    if (values.status === 'settled' && balance === null && !loan.unread.includes('outstandingPrincipal')) values.outstandingPrincipal = '0.00';
    return;
  }
  const overdueDays = typeof values.overdueDays === 'number' ? values.overdueDays : 0;
  const isPastMaturity = !hasArrearsList && asOf !== null && typeof values.maturesOn === 'string' && values.maturesOn < asOf && !isBeforeStart(loan);
  const { markedStatus } = loan;
  if (markedStatus === 'void' || markedStatus === 'written_off') values.status = markedStatus;
  else if ((balance !== null && balance <= 0) || (balance === null && markedStatus === 'settled')) values.status = 'settled';
  else if (overdueDays > 0 || markedStatus === 'overdue' || markedStatus === 'defaulted' || loan.hasUnpaidMark) values.status = 'overdue';
  else if (balance !== null && balance >= debtFromFen && isPastMaturity) values.status = 'overdue';
  else if (balance !== null) values.status = 'active';
}

function isBeforeStart(loan: LoanDraft): boolean {
  const { disbursedOn, maturesOn } = loan.values;
  return typeof disbursedOn === 'string' && typeof maturesOn === 'string' && maturesOn < disbursedOn;
}
