import { addMonths } from '../values/civil-days.ts';
import { checkResidentId } from '../identity/resident-id.ts';
import type { DraftValues } from '../records/draft-values.ts';
import { loanCell, type LoanDraft } from '../records/loan-draft.ts';
import type { ProblemList } from '../records/problem-list.ts';
import type { InstallmentDraft, RepaymentDraft } from '../records/repayment-draft.ts';

/**
 * Where a ledger lists both what was paid and what was not, every instalment due by its day must be in one of the two.
 * Those in neither are reported, once for each loan.
 */
export function checkMissingInstallments(loans: readonly LoanDraft[], repayments: readonly RepaymentDraft[], installments: readonly InstallmentDraft[], asOf: string | null, problems: ProblemList): void {
  if (!asOf || !installments.some((installment) => installment.values.status === 'unpaid')) return;
  const known = new Map<LoanDraft, Set<number>>();
  for (const { loan, values } of [...repayments, ...installments]) {
    if (!loan || typeof values.installmentNo !== 'number') continue;
    const numbers = known.get(loan) ?? new Set<number>();
    numbers.add(values.installmentNo);
    known.set(loan, numbers);
  }
  for (const loan of loans) {
    const due = monthlyDueCount(loan, asOf);
    if (due === null) continue;
    const missing = Array.from({ length: due }, (_, index) => index + 1).filter((number) => !known.get(loan)?.has(number));
    const at = loanCell(loan, 'receiptNo') ?? loanCell(loan, 'contractNo');
    if (missing.length === 0 || !at) continue;
    problems.add(at, { kind: 'missing_value', value: missing.join(','), severity: 'warning', zh: `第 ${missing.join('、')} 期已到期，但还款记录和欠款记录里都没有`, en: `Instalments ${missing.join(', ')} are due but neither among the payments nor among the arrears` });
  }
}

const monthlyMethods = new Set(['equal_installment', 'equal_principal', 'interest_only', 'flat']);

function monthlyDueCount(loan: LoanDraft, asOf: string): number | null {
  const { disbursedOn, termMonths, method } = loan.values;
  if (typeof disbursedOn !== 'string' || typeof termMonths !== 'number' || !Number.isInteger(termMonths)) return null;
  if (method !== undefined && !monthlyMethods.has(String(method))) return null;
  let count = 0;
  while (count < termMonths && count < 600 && addMonths(disbursedOn, count + 1) < asOf) count += 1;
  return count;
}

/** A borrower under eighteen on the day of the loan: a wrong ID or a wrong day, for somebody to look at. */
export function checkBorrowerAges(loans: readonly LoanDraft[], problems: ProblemList): void {
  for (const loan of loans) {
    const { customer, values } = loan;
    const at = loanCell(loan, 'disbursedOn');
    const birthDate = birthDateOf(customer?.values);
    if (!at || typeof values.disbursedOn !== 'string' || birthDate === null) continue;
    const adultOn = addMonths(birthDate, 18 * 12);
    if (values.disbursedOn >= adultOn) continue;
    problems.add(at, { kind: 'conflicting_values', value: values.disbursedOn, severity: 'info', zh: '按出生日期，放款时借款人未满 18 周岁', en: 'By the birth date the borrower was under 18 when the loan was made' });
  }
}

function birthDateOf(values: DraftValues | undefined): string | null {
  if (typeof values?.birthDate === 'string') return values.birthDate;
  if (typeof values?.idNumber !== 'string') return null;
  const id = checkResidentId(values.idNumber);
  return id.isValid ? id.birthDate : null;
}
