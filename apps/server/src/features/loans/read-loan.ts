import type { Loan, LoanRecord } from '@loanbook/contract/features/loans.ts';
import { repaymentFields } from '@loanbook/contract/fields/repayment-fields.ts';
import type { Cell } from '@loanbook/contract/list-query.ts';
import { disclosedRates, type DisclosedRates } from '@loanbook/engine/irr.ts';
import { fen, formatYuan } from '@loanbook/engine/money.ts';
import { EngineRefusal } from '@loanbook/engine/refusal.ts';
import { replay } from '@loanbook/engine/replay.ts';
import { buildSchedule } from '@loanbook/engine/schedule/build-schedule.ts';
import type { LoanTerms } from '@loanbook/engine/terms.ts';
import type { Tx } from '../../platform/database.ts';
import { failure } from '../../platform/failure.ts';
import { queryListPage } from '../../platform/lists/list-page.ts';
import { readEvents, type StoredEvent } from './loan-events.ts';
import { loansList } from './loans.list.ts';
import { storedTerms } from './lock-loans.ts';

/** A loan's page as of the business date. Throws Failure `not_found`. */
export async function readLoan(tx: Tx, loanId: string): Promise<Loan> {
  const loan = await tx.db.selectFrom('loan').select(['customer_id', 'version', 'terms', 'is_taken_over', 'rate_annual_e8']).where('loan_id', '=', loanId).executeTakeFirst();
  if (!loan) throw failure('not_found');
  const page = await queryListPage(tx, loansList, { filters: [{ key: 'loanId', operator: 'equals', value: loanId }], limit: 1 });
  const stored = (await readEvents(tx, [loanId])).get(loanId) ?? [];
  const events = stored.map((one) => one.event);
  const terms = storedTerms(loan.terms);
  const rates = loan.rate_annual_e8 === null ? null : ratesOf(terms);
  return {
    id: loanId, customerId: loan.customer_id, version: loan.version,
    cells: page.rows[0]?.cells ?? {},
    terms, events, state: replay(terms, events, tx.businessDate),
    irrAnnualPct: rates?.irrAnnualPct ?? null, eirPct: rates?.eirPct ?? null,
    records: loanRecords(stored),
    takenOverReceipts: await readTakenOverReceipts(tx, loanId),
    isTakenOver: loan.is_taken_over,
  };
}

/** Null for a loan without a plan: nothing can be disclosed of it. */
function ratesOf(terms: LoanTerms): DisclosedRates | null {
  try {
    return disclosedRates(terms, buildSchedule(terms));
  } catch (error) {
    if (error instanceof EngineRefusal) return null;
    throw error;
  }
}

function loanRecords(stored: readonly StoredEvent[]): LoanRecord[] {
  const reversedIds = new Set(stored.flatMap(({ event }) => (event.type === 'reverse' ? [event.reversedEventId] : [])));
  return stored.map(({ event, recordedAt, recordedBy, details }) => ({
    eventId: event.id, type: event.type, occurredOn: event.occurredOn, recordedAt, recordedBy,
    amount: amountText(event),
    channel: details.channel ?? null, externalRef: details.externalRef ?? null, payerName: details.payerName ?? null, note: details.note ?? null,
    reversedEventId: event.type === 'reverse' ? event.reversedEventId : null, isReversed: reversedIds.has(event.id), reason: details.reason ?? null,
  }));
}

function amountText(event: StoredEvent['event']): string | null {
  if ('amountFen' in event) return formatYuan(event.amountFen);
  return 'principalFen' in event && event.principalFen !== undefined ? formatYuan(event.principalFen) : null;
}

async function readTakenOverReceipts(tx: Tx, loanId: string): Promise<Loan['takenOverReceipts']> {
  const rows = await tx.db.selectFrom('repayment_current').selectAll().where('loan_id', '=', loanId).where('source', '=', 'taken_over').orderBy('paid_on').orderBy('repayment_id').execute();
  const money = (amountFen: number | null): string | null => (amountFen === null ? null : formatYuan(fen(amountFen)));
  return rows.map((row) => {
    const cells: Record<string, Cell> = {
      paidOn: row.paid_on, customerName: row.customer_name, receiptNo: row.receipt_no, contractNo: row.contract_no, installmentNo: row.installment_no, dueOn: row.due_on,
      total: money(row.total_fen), principal: money(row.principal_fen), interest: money(row.interest_fen), penalty: money(row.penalty_fen), compound: money(row.compound_fen),
      fee: money(row.fee_fen), credit: money(row.credit_fen), channel: row.channel, externalRef: row.external_ref, payerName: row.payer_name,
      reversed: row.is_reversed, source: row.source, note: row.note,
    };
    return { id: row.repayment_id, cells: Object.fromEntries(repaymentFields.map((field) => [field.key, cells[field.key] ?? null])) };
  });
}
