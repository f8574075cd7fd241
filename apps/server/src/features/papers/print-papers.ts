import type { Loan } from '@loanbook/contract/features/loans.ts';
import { mostNotices, type papersRoutes } from '@loanbook/contract/features/papers.ts';
import type { ListView } from '@loanbook/contract/list-query.ts';
import type { BodyOf } from '@loanbook/contract/route.ts';
import type { CivilDate } from '@loanbook/engine/civil-date.ts';
import { refinanceGroup } from '@loanbook/contract/loan-life/refinance-group.ts';
import type { LoanEvent, RefinanceEvent } from '@loanbook/engine/events.ts';
import type { Tx } from '../../platform/database.ts';
import { failure } from '../../platform/failure.ts';
import { inputProblem } from '../../platform/input-problems.ts';
import { queryListPage } from '../../platform/lists/list-page.ts';
import { readLoan } from '../loans/loans.index.ts';
import { overdueList } from '../overdue/overdue.index.ts';
import { summarisedTypes, type ChangeSummary, type SummarisedType } from './change-summary-pdf.ts';
import { overdueRows } from './overdue-tables.ts';
import type { PayoffQuote } from './payoff-quote-pdf.ts';
import type { RefinanceSummary } from './refinance-summary-pdf.ts';
import type { Statement } from './statement-pdf.ts';

/*
 * What each paper needs, checked and noted in the audit trail. A paper that would say nothing is refused in words.
 */

/** Throws Failure not_found, invalid_input (a day that has passed), nothing_owed. */
export async function payoffQuote(tx: Tx, loanId: string, { on, payTo }: BodyOf<typeof papersRoutes.payoffQuote>): Promise<PayoffQuote> {
  refuseEarlier(tx, 'on', on);
  const loan = await readLoan(tx, loanId);
  if (loan.state.payoffFen <= 0) throw failure('nothing_owed');
  tx.audit({ action: 'payoff_quote.printed', objectType: 'loan', objectId: loanId, values: { on } });
  return { loan, on, payTo: payTo || null };
}

/** Throws Failure not_found, invalid_input (a day that has passed), not_overdue. */
export async function overdueNotice(tx: Tx, loanId: string, payBy: CivilDate): Promise<Loan> {
  refuseEarlier(tx, 'payBy', payBy);
  return noticedLoan(tx, loanId, payBy);
}

/** The loans of a view of the overdue list. Throws Failure invalid_input, nothing_to_notify, too_many_notices, and what a list refuses. */
export async function overdueNotices(tx: Tx, view: ListView, payBy: CivilDate): Promise<Loan[]> {
  refuseEarlier(tx, 'payBy', payBy);
  const page = await queryListPage(tx, overdueList, { ...view, limit: mostNotices });
  if (page.rows.length === 0) throw failure('nothing_to_notify');
  if (page.next !== null) throw failure('too_many_notices', { limit: mostNotices });
  const loans: Loan[] = [];
  for (const row of page.rows) loans.push(await noticedLoan(tx, row.id, payBy));
  return loans;
}

async function noticedLoan(tx: Tx, loanId: string, payBy: CivilDate): Promise<Loan> {
  const loan = await readLoan(tx, loanId);
  if (overdueRows(loan.state).length === 0) throw failure('not_overdue');
  tx.audit({ action: 'overdue_notice.printed', objectType: 'loan', objectId: loanId, values: { payBy } });
  return loan;
}

/** Throws Failure not_found (loan or entry), no_summary (an entry that changes no contract, a refinancing that was undone). */
export async function changeSummary(tx: Tx, loanId: string, eventId: string): Promise<ChangeSummary | RefinanceSummary> {
  const loan = await readLoan(tx, loanId);
  const event = loan.events.find((one) => one.id === eventId);
  if (!event) throw failure('not_found');
  const reason = loan.records.find((one) => one.eventId === eventId)?.reason ?? null;
  const summary = event.type === 'refinance' ? await refinanceSummary(tx, loan, event, reason) : isSummarised(event) ? { loan, event, reason } : null;
  if (summary === null) throw failure('no_summary');
  tx.audit({ action: 'change_summary.printed', objectType: 'loan', objectId: loanId, values: { eventId } });
  return summary;
}

function isSummarised(event: LoanEvent): event is LoanEvent & { readonly type: SummarisedType } {
  return summarisedTypes.some((type) => type === event.type) && !(event.type === 'prepay' && event.mode === 'settle');
}

async function refinanceSummary(tx: Tx, loan: Loan, event: RefinanceEvent, reason: string | null): Promise<RefinanceSummary | null> {
  const other = await readLoan(tx, event.otherLoanId);
  const [old, renewed] = event.isRepaidByOther ? [loan, other] : [other, loan];
  return refinanceGroup(old.events).length === 0 ? null : { old, renewed, reason };
}

/** Throws Failure not_found, invalid_input (the period ends before it begins, or after the business date). */
export async function statement(tx: Tx, loanId: string, { from, to }: BodyOf<typeof papersRoutes.statement>): Promise<Statement> {
  const problems = [
    ...(to < from ? [inputProblem('to', { code: 'before_start', zh: '不能早于开始日期', en: 'must not be before the first day' })] : []),
    ...(to > tx.businessDate ? [inputProblem('to', { code: 'after_business_date', zh: `不能晚于营业日 ${tx.businessDate}`, en: `must not be after the business date ${tx.businessDate}` })] : []),
  ];
  if (problems.length > 0) throw failure('invalid_input', {}, problems);
  const loan = await readLoan(tx, loanId);
  tx.audit({ action: 'statement.printed', objectType: 'loan', objectId: loanId, values: { from, to } });
  return { loan, from, to };
}

function refuseEarlier(tx: Tx, path: string, day: CivilDate): void {
  if (day >= tx.businessDate) return;
  throw failure('invalid_input', {}, [inputProblem(path, { code: 'day_has_passed', zh: `不能早于营业日 ${tx.businessDate}`, en: `must not be before the business date ${tx.businessDate}` })]);
}
