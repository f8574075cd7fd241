import type { LoanHistory } from '@loanbook/contract/features/events.ts';
import type { Loan, LoanRecord } from '@loanbook/contract/features/loans.ts';
import { isPartOfRefinance } from '@loanbook/contract/loan-life/refinance-group.ts';
import type { Cell } from '@loanbook/contract/list-query.ts';
import { formatYuan } from '@loanbook/engine/money.ts';

export type UsePart = 'principal' | 'interest' | 'penalty' | 'compound' | 'fee' | 'credit';

/** One line of what happened to a loan, from its events or from the old book's receipts. Money is yuan text. */
export interface RecordLine {
  readonly key: string;
  readonly occurredOn: string;
  /** An event type of the engine; an early repayment that settles is `settle`. */
  readonly type: string;
  readonly amount: string | null;
  readonly parts: readonly { readonly part: UsePart; readonly amount: string }[];
  readonly channel: string | null;
  readonly externalRef: string | null;
  readonly payerName: string | null;
  readonly note: string | null;
  readonly reason: string | null;
  readonly recordedAt: string | null;
  readonly recordedBy: string | null;
  readonly isReversed: boolean;
  readonly isTakenOver: boolean;
  /** The record that this one takes back. */
  readonly reverses: { readonly key: string; readonly occurredOn: string; readonly type: string } | null;
  /** Of a hand-over. */
  readonly managers: { readonly from: string | null; readonly to: string } | null;
  /** A receipt posted here, which can be printed and, while it counts, reversed. */
  readonly repaymentId: string | null;
  /** Part of a refinancing, which is taken back as a whole. */
  readonly isPartOfRefinance: boolean;
}

const useParts = ['fee', 'compound', 'penalty', 'interest', 'principal', 'credit'] as const satisfies readonly UsePart[];

export type RecordOrder = 'value_date' | 'record_time';

/** Latest first: by the day that counts, of one day what was entered last first; or by when it was entered. */
export function recordLines(loan: Loan, history: LoanHistory | null = null, order: RecordOrder = 'value_date', dayOf: (instant: string) => string = utcDay): readonly RecordLine[] {
  const lines = [...loan.records.map((record) => lineOfRecord(loan, record)), ...loan.takenOverReceipts.map(lineOfOldReceipt), ...historyLines(history, dayOf)];
  const byDay = (left: RecordLine, right: RecordLine): number => compare(right.occurredOn, left.occurredOn);
  const byEntry = (left: RecordLine, right: RecordLine): number => compare(right.recordedAt ?? '', left.recordedAt ?? '');
  // Entered at one moment: the later entry first.
  return lines.toReversed().toSorted((left, right) => (order === 'value_date' ? byDay(left, right) || byEntry(left, right) : byEntry(left, right) || byDay(left, right)));
}

/** What stood in the record on a day: by value date, or by when it was entered; what was reversed only later stands unstruck. */
export function linesUntil(lines: readonly RecordLine[], day: string, recordedOn: (line: RecordLine) => string, isAsKnown: boolean): readonly RecordLine[] {
  const shown = lines.filter((line) => (isAsKnown ? recordedOn(line) : line.occurredOn) <= day);
  const reversedKeys = new Set(shown.flatMap((line) => (line.reverses === null ? [] : [line.reverses.key])));
  return shown.map((line) => (line.isReversed && !line.isTakenOver && !reversedKeys.has(line.key) ? { ...line, isReversed: false } : line));
}

const noDetails = { amount: null, parts: [], channel: null, externalRef: null, payerName: null, note: null, isReversed: false, isTakenOver: false, reverses: null, repaymentId: null, managers: null, isPartOfRefinance: false } as const;

function utcDay(instant: string): string {
  return instant.slice(0, 10);
}

function historyLines(history: LoanHistory | null, dayOf: (instant: string) => string): RecordLine[] {
  if (history === null) return [];
  const handOvers = history.handOvers.map((one): RecordLine => ({
    ...noDetails, key: one.id, occurredOn: one.handedOn, type: 'hand_over', reason: one.reason, recordedAt: one.recordedAt, recordedBy: one.recordedBy, managers: { from: one.fromManager, to: one.toManager },
  }));
  const corrections = history.termsVersions.filter((one) => one.version > 1).map((one): RecordLine => ({
    ...noDetails, key: `terms-${one.version}`, occurredOn: dayOf(one.recordedAt), type: 'correct_terms', reason: one.reason, recordedAt: one.recordedAt, recordedBy: one.recordedBy,
  }));
  return [...handOvers, ...corrections];
}

function compare(left: string, right: string): number {
  if (left === right) return 0;
  return left < right ? -1 : 1;
}

function lineOfRecord(loan: Loan, record: LoanRecord): RecordLine {
  const used = loan.state.allocations.find((allocation) => allocation.eventId === record.eventId && !allocation.isReversed);
  const reversed = loan.records.find((candidate) => candidate.eventId === record.reversedEventId);
  return {
    key: record.eventId, occurredOn: record.occurredOn, type: typeOf(loan, record), amount: record.amount,
    parts: used === undefined ? [] : useParts.flatMap((part) => (used[`${part}Fen`] === 0 ? [] : [{ part, amount: formatYuan(used[`${part}Fen`]) }])),
    channel: record.channel, externalRef: record.externalRef, payerName: record.payerName, note: record.note, reason: record.reason,
    recordedAt: record.recordedAt, recordedBy: record.recordedBy, isReversed: record.isReversed, isTakenOver: false,
    reverses: reversed === undefined ? null : { key: reversed.eventId, occurredOn: reversed.occurredOn, type: typeOf(loan, reversed) },
    managers: null,
    repaymentId: isReceipt(loan, record) ? record.eventId : null, isPartOfRefinance: isPartOfRefinance(loan.events, record.eventId),
  };
}

function typeOf(loan: Loan, record: LoanRecord): string {
  const event = loan.events.find((candidate) => candidate.id === record.eventId);
  if (event?.type === 'opening' && record.reason !== null) return 'tied';
  return event?.type === 'prepay' && event.mode === 'settle' ? 'settle' : record.type;
}

/** Money received here. A settlement uses what receipts brought in. */
function isReceipt(loan: Loan, record: LoanRecord): boolean {
  if (record.type === 'repay' || record.type === 'recover') return true;
  return record.type === 'prepay' && typeOf(loan, record) !== 'settle';
}

function lineOfOldReceipt({ id, cells }: Loan['takenOverReceipts'][number]): RecordLine {
  return {
    key: id, occurredOn: textOf(cells['paidOn']) ?? '', type: 'repay', amount: textOf(cells['total']),
    parts: useParts.flatMap((part) => {
      const amount = textOf(cells[part]);
      return amount === null || /^-?0+(\.0+)?$/.test(amount) ? [] : [{ part, amount }];
    }),
    channel: textOf(cells['channel']), externalRef: textOf(cells['externalRef']), payerName: textOf(cells['payerName']), note: textOf(cells['note']), reason: null,
    recordedAt: null, recordedBy: null, isReversed: cells['reversed'] === true, isTakenOver: true, reverses: null, managers: null, repaymentId: null, isPartOfRefinance: false,
  };
}

function textOf(cell: Cell | undefined): string | null {
  return typeof cell === 'string' && cell !== '' ? cell : null;
}
