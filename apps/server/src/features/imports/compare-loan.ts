import type { FieldChange } from '@loanbook/contract/features/import-change-rows.ts';
import type { OpeningEvent } from '@loanbook/engine/events.ts';
import { formatYuan } from '@loanbook/engine/money.ts';
import { liveEntries, type BookLoan, type RestatedEvent, type Restatement, type StoredEvent, type TakenOverReceipt } from '../loans/loans.index.ts';
import { asTheBookKnows } from './as-the-book-knows.ts';
import { compareFacts } from './compare-facts.ts';
import { comparePosted } from './compare-posted.ts';
import { compareStatement, type ComparedStatement } from './compare-statement.ts';
import { importReason, type ComparisonGround, type LoanComparison, type LoanPair } from './loan-comparison.ts';
import { factsOf, statedReceipts } from './loan-to-take-over.ts';
import { matchReceipts, type MatchedReceipts } from './match-receipts.ts';
import { takeOverLoan } from './take-over-loan.ts';

/** What a ledger changes about a loan that the book has, and where the book's word stands (decision 0013). */
export function compareLoan(pair: LoanPair, ground: ComparisonGround): LoanComparison {
  const { record, repayments, book } = pair;
  const receipts = matchReceipts(statedReceipts(repayments, []), book.receipts);
  const repaymentsKnown = { count: receipts.known.length, sumFen: receipts.knownFen };
  const live = liveEntries(book.events);
  const beginning = live.find(({ event }) => event.type === 'opening' || event.type === 'disburse')?.event;
  if (beginning === undefined) {
    const isVoid = book.events.length > 0;
    return { fields: isVoid ? [{ key: 'status', book: 'void', file: record.status ?? null, kept: 'void_in_book' }] : [], restatement: null, repaymentsAdded: 0, repaymentsKnown };
  }
  const takeOver = takeOverLoan(asTheBookKnows(record, book, false), ground.asOf, '0.00');
  const facts = compareFacts(book, factsOf(record, typeof takeOver !== 'string' && takeOver.unstated.includes('method')), ground.entered.fields, ground.isAsOfStated && ground.asOf < beginning.occurredOn);
  const reversed = receipts.reversedInBook.map((receipt): FieldChange => ({ key: 'repayment', book: null, file: receiptText(receipt), kept: 'receipt_reversed' }));
  if (beginning.type === 'opening' && live.every((entry) => isStatement(book, entry))) {
    const statement = statedAnew(pair, beginning, ground);
    const fields = [...facts.fields, ...statement.fields, ...receipts.fresh.map(freshReceipt), ...reversed];
    return { fields, restatement: statementRestatement(book, live, facts.columns, statement, receipts), repaymentsAdded: receipts.fresh.length, repaymentsKnown };
  }
  const history = beginning.type === 'opening' ? receipts.fresh.filter((receipt) => receipt.paidOn !== null && receipt.paidOn <= beginning.occurredOn) : [];
  const posted = comparePosted(pair, receipts.fresh.filter((receipt) => !history.includes(receipt)), beginning.occurredOn, ground);
  const fields = [...facts.fields, ...history.map(freshReceipt), ...posted.fields, ...reversed];
  return { fields, restatement: restated(book, facts.columns, [], posted.events, history), repaymentsAdded: history.length + posted.added.length, repaymentsKnown };
}

/** A line that says something else than the book is looked at once more with what it leaves open as the book knows it. */
function statedAnew(pair: LoanPair, opening: OpeningEvent, ground: ComparisonGround): ComparedStatement {
  const asStated = compareStatement(pair, opening, ground);
  if (asStated.anew === null) return asStated;
  return compareStatement({ ...pair, record: asTheBookKnows(pair.record, pair.book, ground.isAsOfStated && ground.asOf > opening.occurredOn) }, opening, ground);
}

/** Taken over from a ledger, or an opening that a person set right: no posting of the book's own. */
function isStatement(book: BookLoan, { event }: StoredEvent): boolean {
  if (event.type === 'opening') return true;
  return (event.type === 'class' || event.type === 'write_off') && (book.importIdByEvent.get(event.id) ?? null) !== null;
}

function statementRestatement(book: BookLoan, live: readonly StoredEvent[], factColumns: LoanColumns, { anew }: ComparedStatement, { fresh }: MatchedReceipts): Restatement | null {
  if (anew === null) return restated(book, factColumns, [], [], fresh);
  const interestFen = [...book.receipts, ...fresh].reduce((sum, receipt) => sum + (receipt.isReversed || ('isPosted' in receipt && receipt.isPosted) ? 0 : (receipt.interestFen ?? 0)), 0);
  const columns = { ...factColumns, ...anew.columns, taken_over_repaid_interest_fen: anew.stated.statedRepaid?.interestFen ?? interestFen };
  const events = anew.stated.events.map(({ sequence: _sequence, ...event }): RestatedEvent => ({ event }));
  return restated(book, columns, live.map(({ event }) => event.id).toReversed(), events, fresh);
}

type LoanColumns = Partial<Restatement['columns']>;

function restated(book: BookLoan, columns: LoanColumns, reversedEventIds: readonly string[], events: readonly RestatedEvent[], receipts: readonly TakenOverReceipt[]): Restatement | null {
  if (Object.keys(columns).length + events.length + receipts.length === 0) return null;
  return { loan: book, columns: { ...book.columns, ...columns }, reversedEventIds, events, receipts, reason: importReason };
}

function freshReceipt(receipt: TakenOverReceipt): FieldChange {
  return { key: 'repayment', book: null, file: receiptText(receipt), kept: null };
}

function receiptText(receipt: TakenOverReceipt): string {
  return `${receipt.paidOn ?? '—'} ${formatYuan(receipt.totalFen)}`;
}
