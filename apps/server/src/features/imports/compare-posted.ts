import type { FieldChange } from '@loanbook/contract/features/import-change-rows.ts';
import { errorText } from '@loanbook/contract/errors.ts';
import { repaymentEvents } from '@loanbook/contract/repayment-events.ts';
import type { CivilDate } from '@loanbook/engine/civil-date.ts';
import type { LoanEvent } from '@loanbook/engine/events.ts';
import { formatYuan } from '@loanbook/engine/money.ts';
import { EngineRefusal } from '@loanbook/engine/refusal.ts';
import { replay } from '@loanbook/engine/replay.ts';
import { loanTermColumns, type BookLoan, type RestatedEvent, type TakenOverReceipt } from '../loans/loans.index.ts';
import { termDifferences } from './compare-terms.ts';
import type { ComparisonGround, LoanPair } from './loan-comparison.ts';
import { statedOutstanding, takeOverLoan } from './take-over-loan.ts';

export interface ComparedPosted {
  readonly fields: readonly FieldChange[];
  readonly events: readonly RestatedEvent[];
  readonly added: readonly TakenOverReceipt[];
}

/**
 * A loan with entries of the book's own: receipts the book lacks are posted like any other, and that is all; where terms or
 * balance differ after that, the book's stand and the difference is named.
 */
export function comparePosted({ record, book }: LoanPair, fresh: readonly TakenOverReceipt[], beganOn: CivilDate, ground: ComparisonGround): ComparedPosted {
  const posted = postReceipts(book, fresh, beganOn, ground.businessDate);
  return { ...posted, fields: [...posted.fields, ...comparedTerms(record, book, ground.asOf), ...comparedBalance(record, book, posted.all, beganOn, ground.asOf)] };
}

interface PostedReceipts extends ComparedPosted {
  readonly all: readonly LoanEvent[];
}

function postReceipts(book: BookLoan, fresh: readonly TakenOverReceipt[], beganOn: CivilDate, businessDate: CivilDate): PostedReceipts {
  const all = book.events.map(({ event }) => event);
  const [events, added, fields]: [RestatedEvent[], TakenOverReceipt[], FieldChange[]] = [[], [], []];
  for (const receipt of [...fresh].toSorted((one, other) => ((one.paidOn ?? '') < (other.paidOn ?? '') ? -1 : 1))) {
    const shown = `${receipt.paidOn ?? '—'} ${formatYuan(receipt.totalFen)}`;
    if (receipt.paidOn === null || receipt.totalFen <= 0 || receipt.isReversed || receipt.paidOn < beganOn) {
      if (!receipt.isReversed) fields.push({ key: 'repayment', book: null, file: shown, kept: 'receipt_refused' });
      continue;
    }
    let number = all.length;
    const result = repaymentEvents({ terms: book.terms, events: all }, { amountFen: receipt.totalFen, paidOn: receipt.paidOn, keepExcess: false }, businessDate, () => `new-${(number += 1)}`);
    if (!result.isAccepted) {
      fields.push({ key: 'repayment', book: errorText(result.code, 'zh', result.details), file: shown, kept: 'receipt_refused' });
      continue;
    }
    all.push(...result.events);
    added.push(receipt);
    fields.push({ key: 'repayment', book: null, file: shown, kept: null });
    const details = { channel: receipt.channel ?? 'other', externalRef: receipt.externalRef, payerName: receipt.payerName, note: receipt.note };
    for (const [index, { id: _id, sequence: _sequence, ...event }] of result.events.entries()) events.push({ event, details: index === 0 ? details : {} });
  }
  return { fields, events, added, all };
}

function comparedTerms(record: LoanPair['record'], book: BookLoan, asOf: CivilDate): FieldChange[] {
  const stated = takeOverLoan(record, asOf, '0.00');
  if (typeof stated === 'string') return [];
  // Extended or repriced in the book: the ledger may say the first terms or the present ones.
  const { currentTerms } = replay(book.terms, book.events.map(({ event }) => event), asOf);
  const present: Readonly<Record<string, unknown>> = { ...loanTermColumns(currentTerms) };
  const file: Readonly<Record<string, unknown>> = { ...loanTermColumns(stated.terms, stated.unstated) };
  const columnOf: Readonly<Record<string, string>> = { annualRatePct: 'rate_annual_e8', maturesOn: 'matures_on', method: 'method' };
  return termDifferences(book, stated.terms, stated.unstated, 'terms_differ').filter(({ key }) => {
    const column = columnOf[key];
    return column === undefined || present[column] !== file[column];
  });
}

function comparedBalance(record: LoanPair['record'], book: BookLoan, events: readonly LoanEvent[], beganOn: CivilDate, asOf: CivilDate): FieldChange[] {
  const statedFen = statedOutstanding(record);
  if (statedFen === null || asOf < beganOn) return [];
  const state = stateOn(book, events, asOf);
  if (state === null) return [];
  const bookFen = (state.offBook ?? state.balances).principalFen;
  const fields: FieldChange[] = [];
  if (bookFen !== statedFen) fields.push({ key: 'outstandingPrincipal', book: formatYuan(bookFen), file: formatYuan(statedFen), kept: 'balance_differs' });
  if (record.overdueDays !== undefined && record.overdueDays !== state.daysPastDue) fields.push({ key: 'overdueDays', book: String(state.daysPastDue), file: String(record.overdueDays), kept: 'balance_differs' });
  return fields;
}

function stateOn(book: BookLoan, events: readonly LoanEvent[], asOf: CivilDate): ReturnType<typeof replay> | null {
  try {
    return replay(book.terms, events, asOf);
  } catch (error) {
    // A day before later corrections may not be replayable; then there is nothing to compare.
    if (error instanceof EngineRefusal) return null;
    throw error;
  }
}
