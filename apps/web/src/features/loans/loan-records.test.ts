import type { LoanHistory } from '@loanbook/contract/features/events.ts';
import type { Loan, LoanRecord } from '@loanbook/contract/features/loans.ts';
import { parseCivilDate, civilDateOf, type CivilDate } from '@loanbook/engine/civil-date.ts';
import { completeTerms } from '@loanbook/engine/default-terms.ts';
import type { LoanEvent } from '@loanbook/engine/events.ts';
import { fen } from '@loanbook/engine/money.ts';
import { rateE8 } from '@loanbook/engine/rate.ts';
import { replay } from '@loanbook/engine/replay.ts';
import { expect, test } from 'vitest';
import { linesUntil, recordLines } from './loan-records.ts';

function day(text: string): CivilDate {
  return parseCivilDate(text) ?? civilDateOf(0);
}

const terms = completeTerms({ method: 'bullet', principalFen: fen(100_000), rateAnnualE8: rateE8(12_000_000), periods: 1, startsOn: day('2026-01-01'), firstDueOn: day('2026-03-01'), maturesOn: day('2026-03-01') });
const events: readonly LoanEvent[] = [
  { id: 'd', type: 'disburse', occurredOn: day('2026-01-01'), sequence: 1, amountFen: fen(100_000) },
  { id: 'a', type: 'repay', occurredOn: day('2026-03-01'), sequence: 2, amountFen: fen(50_000) },
  { id: 'b', type: 'repay', occurredOn: day('2026-03-05'), sequence: 3, amountFen: fen(10_000) },
  { id: 'x', type: 'reverse', occurredOn: day('2026-03-06'), sequence: 4, reversedEventId: 'b' },
];

function record(eventId: string, change: Partial<LoanRecord> = {}): LoanRecord {
  const event = events.find((candidate) => candidate.id === eventId);
  return {
    eventId, type: event?.type ?? '', occurredOn: event?.occurredOn ?? '', recordedAt: `2026-03-10T00:0${event?.sequence ?? 0}:00.000Z`, recordedBy: '周霜降',
    amount: null, channel: null, externalRef: null, payerName: null, note: null, reversedEventId: null, isReversed: false, reason: null, ...change,
  };
}

const loan: Loan = {
  id: 'l', customerId: 'c', version: 1, cells: {}, terms, events: [...events], state: replay(terms, events, day('2026-03-10')), irrAnnualPct: null, eirPct: null, isTakenOver: true,
  records: [record('d', { amount: '1000.00' }), record('a', { amount: '500.00' }), record('b', { amount: '100.00', isReversed: true }), record('x', { reversedEventId: 'b', reason: '重复登记' })],
  takenOverReceipts: [{ id: 'old', cells: { paidOn: '2025-12-01', total: '30.00', principal: '0.00', interest: '30.00', penalty: null, channel: 'cash', reversed: false } }],
};

test('the latest comes first, receipts of the old book among them', () => {
  expect(recordLines(loan).map((line) => line.key)).toEqual(['x', 'b', 'a', 'd', 'old']);
});

test('a receipt says what it paid; the parts add up to its amount', () => {
  const line = recordLines(loan).find((candidate) => candidate.key === 'a');
  expect(line?.parts).toEqual([{ part: 'interest', amount: '20.00' }, { part: 'principal', amount: '480.00' }]);
});

test('a reversed receipt stays in the record, marked, and pays nothing; its reversal names it', () => {
  const lines = recordLines(loan);
  expect(lines.find((line) => line.key === 'b')).toMatchObject({ isReversed: true, parts: [], repaymentId: 'b' });
  expect(lines.find((line) => line.key === 'x')).toMatchObject({ reverses: { occurredOn: '2026-03-05', type: 'repay' }, reason: '重复登记', repaymentId: null });
});

test('a receipt of the old book keeps the split the book stated, and cannot be printed or reversed here', () => {
  expect(recordLines(loan).at(-1)).toMatchObject({ isTakenOver: true, repaymentId: null, parts: [{ part: 'interest', amount: '30.00' }], recordedBy: null });
});

test('an early repayment that settles is called a settlement', () => {
  const settle: LoanEvent = { id: 's', type: 'prepay', mode: 'settle', occurredOn: day('2026-03-07'), sequence: 5 };
  const lines = recordLines({ ...loan, events: [...events, settle], records: [...loan.records, { ...record('d'), eventId: 's', type: 'prepay', occurredOn: '2026-03-07' }] });
  expect(lines[0]).toMatchObject({ key: 's', type: 'settle' });
});

const history: LoanHistory = {
  refinances: [],
  handOvers: [{ id: 'h', fromManager: '郑小满', toManager: '沈白露', handedOn: '2026-02-01', reason: '岗位调整', recordedAt: '2026-03-11T01:00:00.000Z', recordedBy: '周霜降' }],
  termsVersions: [
    { version: 1, terms, reason: null, recordedAt: '2026-03-10T00:01:00.000Z', recordedBy: '周霜降' },
    { version: 2, terms, reason: '找到合同', recordedAt: '2026-03-12T01:00:00.000Z', recordedBy: '周霜降' },
  ],
};

test('hand-overs and completed terms stand in the record, by value date or by when they were entered', () => {
  expect(recordLines(loan, history).map((line) => line.key)).toEqual(['terms-2', 'x', 'b', 'a', 'h', 'd', 'old']);
  expect(recordLines(loan, history, 'record_time').map((line) => line.key)).toEqual(['terms-2', 'h', 'x', 'b', 'a', 'd', 'old']);
  expect(recordLines(loan, history).find((line) => line.key === 'h')).toMatchObject({ type: 'hand_over', managers: { from: '郑小满', to: '沈白露' }, reason: '岗位调整' });
});

test('on a past day only what stood then is shown, and what was reversed later stands unstruck', () => {
  const recordedOn = (line: { recordedAt: string | null; occurredOn: string }): string => (line.recordedAt ?? line.occurredOn).slice(0, 10);
  const lines = recordLines(loan, history);
  expect(linesUntil(lines, '2026-03-05', recordedOn, false).map((line) => [line.key, line.isReversed])).toEqual([['b', false], ['a', false], ['h', false], ['d', false], ['old', false]]);
  expect(linesUntil(lines, '2026-03-10', recordedOn, true).map((line) => [line.key, line.isReversed])).toEqual([['x', false], ['b', true], ['a', false], ['d', false], ['old', false]]);
});
