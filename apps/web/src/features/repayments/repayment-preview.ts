import type { ErrorCode, ErrorDetails } from '@loanbook/contract/errors.ts';
import { repaymentEvents, reversalEvents, type MoneyIn, type RepaidLoan } from '@loanbook/contract/repayment-events.ts';
import type { CivilDate } from '@loanbook/engine/civil-date.ts';
import type { LoanEvent } from '@loanbook/engine/events.ts';
import type { Allocation, InstallmentState, LoanState } from '@loanbook/engine/loan-state.ts';
import { fen, type Fen } from '@loanbook/engine/money.ts';
import { replay } from '@loanbook/engine/replay.ts';

export type MoneyPreview =
  | { readonly isAccepted: true; readonly events: readonly LoanEvent[]; readonly after: LoanState; readonly allocation: Allocation }
  | { readonly isAccepted: false; readonly code: ErrorCode; readonly details: ErrorDetails };

/** What posting this money would do, by the very rule the server posts with. */
export function previewRepayment(loan: RepaidLoan, money: MoneyIn, businessDate: CivilDate): MoneyPreview {
  const result = repaymentEvents(loan, money, businessDate, previewIds(loan));
  if (!result.isAccepted) return result;
  const allocation = result.after.allocations.find((candidate) => candidate.eventId === result.events[0]?.id);
  if (allocation === undefined) throw new Error('an accepted receipt has no allocation');
  return { ...result, allocation };
}

/** What taking the receipt back would do; null with a reason when it may not be taken back. */
export function previewReversal(loan: RepaidLoan, eventId: string, businessDate: CivilDate): { readonly after: LoanState } | { readonly code: ErrorCode; readonly details: ErrorDetails } {
  const result = reversalEvents(loan, eventId, businessDate, previewIds(loan));
  return result.isAccepted ? { after: result.after } : { code: result.code, details: result.details };
}

/** Ids that no posted event has; they never leave the browser. */
function previewIds(loan: RepaidLoan): () => string {
  let count = 0;
  return () => {
    count += 1;
    return `preview-${loan.events.length}-${count}`;
  };
}

/** Amounts a cashier is usually told, as of the day the money came. Zero: nothing of the kind is owed. */
export interface UsualAmounts {
  readonly overdueFen: Fen;
  /** Everything due up to and with the next installment. */
  readonly currentFen: Fen;
  readonly currentDueOn: CivilDate | null;
  readonly payoffFen: Fen;
}

export function usualAmounts(loan: RepaidLoan, paidOn: CivilDate, openFenOf: (row: InstallmentState) => Fen): UsualAmounts {
  const state = replay(loan.terms, loan.events, paidOn);
  const sum = (rows: readonly InstallmentState[]): number => rows.reduce((total, row) => total + openFenOf(row), 0);
  const lessCredit = (amountFen: number): Fen => fen(Math.max(0, amountFen - state.balances.creditFen));
  const next = state.installments.find((row) => row.dueOn >= paidOn && openFenOf(row) > 0);
  const overdueRows = state.installments.filter((row) => row.dueOn < paidOn);
  const dueRows = next === undefined ? overdueRows : state.installments.filter((row) => row.dueOn <= next.dueOn);
  return {
    overdueFen: lessCredit(sum(overdueRows)),
    currentFen: next === undefined ? fen(0) : lessCredit(sum(dueRows)),
    currentDueOn: next?.dueOn ?? null,
    payoffFen: fen(Math.max(0, state.payoffFen)),
  };
}
