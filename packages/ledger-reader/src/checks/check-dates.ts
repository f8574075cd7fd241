import { loanCell, type LoanDraft } from '../records/loan-draft.ts';
import type { ProblemList } from '../records/problem-list.ts';
import type { RepaymentDraft } from '../records/repayment-draft.ts';
import { daysBetween } from '../values/civil-days.ts';

// A ledger is often a few days younger than the day in its caption.
const graceDays = 10;
const surelyWrongDays = 366;

/** Payments before the loan or after the ledger's day. A day years ahead is a slip of the pen and is not taken. */
export function checkPaymentDates(repayments: readonly RepaymentDraft[], asOf: string | null, problems: ProblemList): void {
  for (const { values, loan, paidOnAt } of repayments) {
    const { paidOn } = values;
    if (typeof paidOn !== 'string') continue;
    const disbursedOn = loan?.values.disbursedOn;
    if (typeof disbursedOn === 'string' && paidOn < disbursedOn) {
      problems.add(paidOnAt, { kind: 'date_order', value: paidOn, zh: `还款日早于放款日 ${disbursedOn}`, en: `Paid before the loan was made on ${disbursedOn}` });
    }
    if (asOf && daysBetween(asOf, paidOn) > graceDays) {
      problems.add(paidOnAt, { kind: 'future_date', value: paidOn, zh: `还款日在台账日期 ${asOf} 之后`, en: `Paid after the ledger's day ${asOf}` });
      if (daysBetween(asOf, paidOn) > surelyWrongDays) delete values.paidOn;
    }
  }
}

export function checkLoanDates(loans: readonly LoanDraft[], asOf: string | null, problems: ProblemList): void {
  if (!asOf) return;
  for (const loan of loans) {
    const { values } = loan;
    const at = loanCell(loan, 'disbursedOn');
    if (typeof values.disbursedOn !== 'string' || !at || daysBetween(asOf, values.disbursedOn) <= graceDays) continue;
    problems.add(at, { kind: 'future_date', value: values.disbursedOn, zh: `放款日在台账日期 ${asOf} 之后`, en: `Lent after the ledger's day ${asOf}` });
  }
}
