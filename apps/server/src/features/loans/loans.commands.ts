import type { BodyOf } from '@loanbook/contract/route.ts';
import type { Loan, loansRoutes } from '@loanbook/contract/features/loans.ts';
import { loanTermsFromInput } from '@loanbook/contract/loan-terms-input.ts';
import type { CivilDate } from '@loanbook/engine/civil-date.ts';
import type { LoanEvent } from '@loanbook/engine/events.ts';
import { nominalAnnualPct } from '@loanbook/engine/irr.ts';
import { formatYuan, parseYuan, type Fen } from '@loanbook/engine/money.ts';
import { isAboveCap } from '@loanbook/engine/rate-cap.ts';
import { formatPercent, rateE8 } from '@loanbook/engine/rate.ts';
import { buildSchedule } from '@loanbook/engine/schedule/build-schedule.ts';
import type { LoanTerms } from '@loanbook/engine/terms.ts';
import { databaseErrorCode, isUniqueViolation, type Tx } from '../../platform/database.ts';
import { failure } from '../../platform/failure.ts';
import { newId } from '../../platform/ids.ts';
import { loanReceiptNo, loanSeries, takeNumbers } from '../../platform/number-series.ts';
import { changedLoanFailure } from './changed-loan-failure.ts';
import { loanTermColumns } from './loan-columns.ts';
import { lentInPartsFlag } from '../lists/lists.index.ts';
import { insertEvents } from './loan-events.ts';
import { factColumnsOf, type FactColumns } from './loan-facts.ts';
import { readLoan } from './read-loan.ts';
import { writeProjections } from './write-projection.ts';

type NewLoan = BodyOf<typeof loansRoutes.create>;
type LoanChange = BodyOf<typeof loansRoutes.change>;

/**
 * A new loan, lent out at once on its disbursement day.
 * Throws Failure invalid_input, event_in_future, rate_over_cap, receipt_no_taken, not_found (the customer).
 */
export async function createLoan(tx: Tx, input: NewLoan): Promise<Loan> {
  const terms = checkedTerms(tx, input);
  await refuseRateOverCap(tx, terms);
  const loanId = newId(tx.now);
  const receiptNo = input.facts.receiptNo || (await freeReceiptNo(tx, terms.startsOn));
  const amountFen = firstDrawFen(input, terms);
  const isInParts = terms.method !== 'revolving' && amountFen < terms.principalFen;
  // What was agreed stays to be seen beside what has been lent of it.
  const contractAmount = input.facts.contractAmount ?? (isInParts || terms.method === 'revolving' ? input.terms.principal : null);
  await insertLoan(tx, loanId, { ...input, facts: { ...input.facts, receiptNo, contractAmount }, flags: isInParts ? [lentInPartsFlag] : [] }, terms);
  const disbursal: LoanEvent = { id: newId(tx.now), type: 'disburse', occurredOn: terms.startsOn, sequence: 1, amountFen };
  await insertEvents(tx, [{ loanId, event: disbursal }]);
  await writeProjections(tx, [{ loanId, terms, events: [disbursal] }]);
  tx.audit({ action: 'loan.created', objectType: 'loan', objectId: loanId, values: { receiptNo, customerId: input.customerId, terms, ...input.facts } });
  return readLoan(tx, loanId);
}

/** Changes facts, never terms or figures. Throws Failure not_found, changed_meanwhile. */
export async function changeLoan(tx: Tx, loanId: string, change: LoanChange): Promise<Loan> {
  await changeLoanFacts(tx, loanId, change);
  return readLoan(tx, loanId);
}

/** The same without computing the loan again, for many at once. Throws what changeLoan throws. */
export async function changeLoanFacts(tx: Tx, loanId: string, { version, facts }: LoanChange): Promise<void> {
  const changed = await tx.db.updateTable('loan')
    .set({ ...changeableColumns(facts), version: version + 1, updated_at: tx.now, updated_by: tx.actor.name })
    .where('loan_id', '=', loanId).where('version', '=', version)
    .returning('loan_id').executeTakeFirst();
  if (!changed) throw await changedLoanFailure(tx, loanId);
  tx.audit({ action: 'loan.changed', objectType: 'loan', objectId: loanId, values: facts });
}

/** The loan's own number is its identity on paper and stays. */
function changeableColumns(facts: LoanChange['facts']): Omit<FactColumns, 'receipt_no'> {
  const { receipt_no: _receiptNo, ...columns } = factColumnsOf(facts);
  return columns;
}

function checkedTerms(tx: Tx, input: NewLoan): LoanTerms {
  const result = loanTermsFromInput(input.terms);
  if (!result.isValid) throw failure('invalid_input', {}, result.problems.map((one) => ({ ...one, path: `terms.${one.path}` })));
  if (result.terms.startsOn > tx.businessDate) throw failure('event_in_future', { businessDate: tx.businessDate });
  return result.terms;
}

/** Lent at once: everything, or the first part of what was agreed. */
function firstDrawFen({ firstDraw }: NewLoan, terms: LoanTerms): Fen {
  const amountFen = firstDraw ? (parseYuan(firstDraw) ?? terms.principalFen) : terms.principalFen;
  if (amountFen > terms.principalFen) throw failure('draw_beyond_limit', { limit: formatYuan(terms.principalFen), available: formatYuan(terms.principalFen) });
  return amountFen;
}

/** The cap is held against the nominal equivalent of all that the borrower pays (rule §1.4). */
async function refuseRateOverCap(tx: Tx, terms: LoanTerms): Promise<void> {
  const institution = await tx.db.selectFrom('institution').select('rate_cap_e8').executeTakeFirstOrThrow();
  const capE8 = rateE8(institution.rate_cap_e8);
  const ratePct = nominalAnnualPct(terms, buildSchedule(terms));
  if (isAboveCap(ratePct, capE8)) throw failure('rate_over_cap', { rate: ratePct, cap: formatPercent(capE8) });
}

/** Imported books bring numbers of their own, which may look like ours. */
async function freeReceiptNo(tx: Tx, disbursedOn: CivilDate): Promise<string> {
  for (;;) {
    const receiptNo = loanReceiptNo(disbursedOn, await takeNumbers(tx, loanSeries(disbursedOn)));
    const taken = await tx.db.selectFrom('loan').select('loan_id').where('receipt_no', '=', receiptNo).executeTakeFirst();
    if (!taken) return receiptNo;
  }
}

async function insertLoan(tx: Tx, loanId: string, input: NewLoan & { readonly facts: { readonly receiptNo: string }; readonly flags: string[] }, terms: LoanTerms): Promise<void> {
  const { receiptNo } = input.facts;
  try {
    await tx.db.insertInto('loan').values({
      institution_id: tx.institutionId, loan_id: loanId, customer_id: input.customerId,
      ...factColumnsOf(input.facts), receipt_no: receiptNo, ...loanTermColumns(terms), term_months: input.terms.termMonths, flags: input.flags,
      terms: JSON.stringify(terms), created_at: tx.now, updated_at: tx.now, updated_by: tx.actor.name,
    }).execute();
  } catch (error) {
    if (isUniqueViolation(error, 'loan_institution_id_receipt_no_key')) throw failure('receipt_no_taken', { receiptNo });
    // The only foreign key that input can break is the customer's.
    if (databaseErrorCode(error) === '23503') throw failure('not_found');
    throw error;
  }
}
