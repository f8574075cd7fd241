import type { FieldChange } from '@loanbook/contract/features/import-change-rows.ts';
import { dayNumber, type CivilDate } from '@loanbook/engine/civil-date.ts';
import type { LoanEvent, OpeningEvent } from '@loanbook/engine/events.ts';
import { fen, formatYuan } from '@loanbook/engine/money.ts';
import { liveEntries, loanTermColumns, type BookLoan, type RestatedColumns } from '../loans/loans.index.ts';
import { termDifferences } from './compare-terms.ts';
import type { ComparisonGround, LoanPair } from './loan-comparison.ts';
import { loanToTakeOver, type StatedLoan } from './loan-to-take-over.ts';

/** What a ledger says anew of a loan on which nothing was posted here: taken over once more, as of the ledger's day. */
export interface ComparedStatement {
  readonly fields: readonly FieldChange[];
  /** Null: the statement stays as it is. */
  readonly anew: { readonly stated: StatedLoan; readonly columns: Partial<RestatedColumns> } | null;
}

const unchanged: ComparedStatement = { fields: [], anew: null };

export function compareStatement({ record, repayments, book }: LoanPair, opening: OpeningEvent, ground: ComparisonGround): ComparedStatement {
  const { asOf, isAsOfStated, hasReceipts } = ground;
  if (isAsOfStated && asOf < opening.occurredOn) return unchanged;
  const isNewer = isAsOfStated && asOf > opening.occurredOn;
  const onOldDay = loanToTakeOver(record, opening.occurredOn, repayments, hasReceipts, []);
  if (onOldDay === null) return unchanged;
  // Terms that a person completed or corrected are the book's, whatever the ledger goes on saying.
  const areTermsOwn = [...ground.entered.actions].some((action) => action.includes('terms'));
  const termFields = termDifferences(book, onOldDay.terms, onOldDay.unstated, areTermsOwn ? 'edited_in_book' : null);
  const isSame = isSameStatement(book, opening, onOldDay) && (areTermsOwn || hasSameTerms(book, onOldDay));
  if (isSame && (!isNewer || opening.principalFen === 0)) return { fields: areTermsOwn ? termFields : [], anew: null };
  const stated = isNewer || !isAsOfStated ? loanToTakeOver(record, asOf, repayments, hasReceipts, []) : onOldDay;
  if (stated === null) return unchanged;
  const openingEntry = liveEntries(book.events).find(({ event }) => event.id === opening.id);
  const isAdjusted = openingEntry !== undefined && (book.importIdByEvent.get(opening.id) ?? null) === null;
  if (isAdjusted && !isNewer) return { fields: balanceFields(opening, stated, 'adjusted_in_book'), anew: null };
  const terms = areTermsOwn ? book.terms : stated.terms;
  const fields = [...balanceFields(opening, stated, null), ...termFields];
  const ownTermColumns = areTermsOwn ? {} : { ...loanTermColumns(terms, stated.unstated), terms, term_months: stated.termMonths, flags: stated.flags };
  return { fields, anew: { stated, columns: { ...ownTermColumns, taken_over_repaid_principal_fen: repaidPrincipalFen(stated, terms.principalFen) } } };
}

function repaidPrincipalFen(stated: StatedLoan, principalFen: number): number {
  return stated.statedRepaid?.principalFen ?? Math.max(0, principalFen - (openingOf(stated)?.principalFen ?? 0));
}

export function openingOf({ events }: Pick<StatedLoan, 'events'>): Omit<OpeningEvent, 'id'> | undefined {
  return events.find((event) => event.type === 'opening');
}

/** The same figures on the same day: importing a file twice changes nothing. */
function isSameStatement(book: BookLoan, opening: OpeningEvent, stated: StatedLoan): boolean {
  const live = liveEntries(book.events).map(({ event }) => event);
  return summary(live) === summary(stated.events) && opening.occurredOn === (openingOf(stated)?.occurredOn ?? opening.occurredOn);
}

function hasSameTerms(book: BookLoan, { terms, unstated, termMonths, flags }: StatedLoan): boolean {
  const own: Readonly<Record<string, unknown>> = book.columns;
  const columns: Readonly<Record<string, unknown>> = { ...loanTermColumns(terms, unstated), term_months: termMonths };
  return Object.entries(columns).every(([column, value]) => own[column] === value) && JSON.stringify(own['flags']) === JSON.stringify(flags);
}

type SomeEvent = LoanEvent | StatedLoan['events'][number];

/** What taking over wrote, in one spelling: ids, numbers and days of entry apart. */
function summary(events: readonly SomeEvent[]): string {
  const opening = events.find((event) => event.type === 'opening');
  const stated = events.find((event) => event.type === 'class');
  return JSON.stringify([
    opening?.principalFen, opening?.overdueSince ?? null, opening?.overduePrincipalFen ?? null, opening?.overdueInterestFen ?? null,
    stated?.fiveTierClass ?? null, events.some((event) => event.type === 'write_off'),
  ]);
}

function balanceFields(opening: OpeningEvent, stated: StatedLoan, kept: FieldChange['kept']): FieldChange[] {
  const anew = openingOf(stated);
  if (anew === undefined) return [];
  const fields: FieldChange[] = [];
  const note = (key: string, book: string | null, file: string | null): void => { if (book !== file) fields.push({ key, book, file, kept }); };
  note('outstandingPrincipal', formatYuan(opening.principalFen), formatYuan(fen(anew.principalFen)));
  note('overdueDays', String(overdueDays(opening.overdueSince, opening.occurredOn)), String(overdueDays(anew.overdueSince, anew.occurredOn)));
  if (kept === null) note('asOf', opening.occurredOn, anew.occurredOn);
  return fields;
}

function overdueDays(since: CivilDate | undefined, on: CivilDate): number {
  return since === undefined ? 0 : dayNumber(on) - dayNumber(since);
}

