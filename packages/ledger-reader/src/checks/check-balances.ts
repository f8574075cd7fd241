import { fenOf, yuanText } from '../records/draft-values.ts';
import { loanCell, type LoanDraft } from '../records/loan-draft.ts';
import type { ProblemList } from '../records/problem-list.ts';
import { debtFromFen, type LoanHistory } from './settle-loans.ts';

// Ledgers in 万元 with six decimals, and plans whose last instalment takes the cents.
const toleranceFen = 100;

/** Compares each balance with what the same ledger says about repayments; the book's figure is kept. */
export function checkBalances(loans: readonly LoanDraft[], histories: ReadonlyMap<LoanDraft, LoanHistory>, problems: ProblemList): void {
  const isHistoryWhole = isWhole(loans, histories);
  for (const loan of loans) {
    const balance = fenOf(loan.values.outstandingPrincipal);
    const at = loanCell(loan, 'outstandingPrincipal');
    if (balance === null || !at) continue;
    if (balance < 0) {
      if (loan.isBalanceComputed && balance > -debtFromFen) continue; // said as cents already
      problems.add(at, { kind: 'overpayment', value: yuanText(balance), severity: 'warning', ...overpaid(loan, -balance) });
      continue;
    }
    if (loan.balanceLines.length > 0) {
      checkRunningBalance(loan, problems);
      continue;
    }
    const expected = expectedBalance(loan, histories.get(loan), isHistoryWhole);
    if (expected === null || Math.abs(expected.fen - balance) < toleranceFen) continue;
    problems.add(at, { kind: 'inconsistent_balance', value: yuanText(balance), severity: 'warning', zh: `余额 ${yuanText(balance)} 与${expected.zh}不符（应为 ${yuanText(expected.fen)}），按台账保留`, en: `The balance ${yuanText(balance)} does not fit ${expected.en} (${yuanText(expected.fen)}); kept as written` });
  }
}

/** Who states that too much was repaid: the ledger's own balance, or its receipts. */
function overpaid(loan: LoanDraft, excessFen: number): { readonly zh: string; readonly en: string } {
  const excess = yuanText(excessFen);
  const advice = { zh: '请核对余额和还款；确属多收的，退还客户或抵作下期', en: 'Check the balance and the receipts; if true, refund it or set it against the next instalment' };
  return loan.isBalanceComputed
    ? { zh: `还款的本金合计比放款金额多 ${excess} 元。${advice.zh}`, en: `The principal repaid is ${excess} yuan more than the loan. ${advice.en}` }
    : { zh: `余额是负数，多收了本金 ${excess} 元。${advice.zh}`, en: `The balance is negative: ${excess} yuan of principal too much. ${advice.en}` };
}

interface Expected {
  readonly fen: number;
  readonly zh: string;
  readonly en: string;
}

function expectedBalance(loan: LoanDraft, history: LoanHistory | undefined, isHistoryWhole: boolean): Expected | null {
  const principal = fenOf(loan.values.principal);
  if (principal === null) return null;
  const repaid = fenOf(loan.values.repaidPrincipal);
  if (repaid !== null) return { fen: principal - repaid, zh: '贷款金额减已还本金', en: 'principal less what is repaid' };
  if (history && isHistoryWhole && history.unsplitReceipts === 0) return { fen: principal - history.repaidFen, zh: '贷款金额减还款台账的本金合计', en: 'principal less the receipts' };
  const { outstandingPrincipal } = loan.values;
  if (!history && (fenOf(outstandingPrincipal) ?? 0) > principal) return { fen: principal, zh: '贷款金额（余额比贷款金额还多）', en: 'the principal, which it exceeds' };
  return expectedOfFlat(loan, principal);
}

/** 等本等息 takes the same principal off each time, so the number of paid instalments gives the balance. */
function expectedOfFlat(loan: LoanDraft, principalFen: number): Expected | null {
  const { termMonths, method, outstandingPrincipal } = loan.values;
  if (method !== 'flat' || loan.paidPeriods === null || typeof termMonths !== 'number' || termMonths <= 0) return null;
  if (fenOf(outstandingPrincipal) === 0) return null;
  const part = Math.round(principalFen / termMonths);
  return { fen: loan.paidPeriods >= termMonths ? 0 : principalFen - part * loan.paidPeriods, zh: '已还期数', en: 'the number of instalments paid' };
}

/** The receipts are taken for the whole history when they explain most balances; a ledger of one year explains few. */
function isWhole(loans: readonly LoanDraft[], histories: ReadonlyMap<LoanDraft, LoanHistory>): boolean {
  let [compared, fitting] = [0, 0];
  for (const loan of loans) {
    const history = histories.get(loan);
    const [principal, balance] = [fenOf(loan.values.principal), fenOf(loan.values.outstandingPrincipal)];
    if (!history || history.receipts === 0 || principal === null || balance === null || history.repaidFen === 0) continue;
    compared += 1;
    if (Math.abs(principal - history.repaidFen - balance) < toleranceFen) fitting += 1;
  }
  return compared >= 3 && fitting >= compared * 0.7;
}

/** After each receipt the balance must fall by its principal; a slip is reported where it happens, once. */
function checkRunningBalance(loan: LoanDraft, problems: ProblemList): void {
  let computed: number | null = null;
  let written: number | null = null;
  for (const line of loan.balanceLines) {
    const expected: number | null = computed === null ? startOf(loan, line.principalFen) : computed - line.principalFen;
    const byWritten: number | null = written === null ? expected : written - line.principalFen;
    if (expected !== null && byWritten !== null && Math.abs(line.balanceFen - expected) >= toleranceFen && Math.abs(line.balanceFen - byWritten) >= toleranceFen) {
      problems.add(line.at, { kind: 'inconsistent_balance', value: yuanText(line.balanceFen), severity: 'warning', zh: `余额与上笔余额减本次还本不符（应为 ${yuanText(expected)}）`, en: `The balance is not the last one less this principal (${yuanText(expected)})` });
    }
    computed = expected ?? line.balanceFen;
    written = line.balanceFen;
  }
}

function startOf(loan: LoanDraft, firstPrincipalFen: number): number | null {
  const principal = fenOf(loan.values.principal);
  const first = loan.balanceLines[0];
  if (principal === null || !first) return null;
  // A ledger may begin in the loan's mid-life; then its first line is where the sums start.
  return Math.abs(principal - firstPrincipalFen - first.balanceFen) < toleranceFen ? principal - firstPrincipalFen : first.balanceFen;
}
