import type { LoanEvent } from '@loanbook/engine/events.ts';
import { fen } from '@loanbook/engine/money.ts';
import { rateE8 } from '@loanbook/engine/rate.ts';
import { day } from '@loanbook/engine/testing/events.ts';
import { expect, test } from 'vitest';
import { summarisedEvents } from './summarised-events.ts';

const base = (id: string, sequence: number) => ({ id, sequence, occurredOn: day('2026-03-01') });

test('contract changes that still stand have a summary, the latest first; receipts and settlements have none', () => {
  const events: readonly LoanEvent[] = [
    { ...base('e1', 1), type: 'disburse', amountFen: fen(100) },
    { ...base('e2', 2), type: 'rate', rateAnnualE8: rateE8(1) },
    { ...base('e3', 3), type: 'extend', maturesOn: day('2027-03-01') },
    { ...base('e4', 4), type: 'extend', maturesOn: day('2027-04-01') },
    { ...base('e5', 5), type: 'reverse', reversedEventId: 'e4' },
    { ...base('e6', 6), type: 'prepay', mode: 'settle' },
    { ...base('e7', 7), type: 'prepay', mode: 'reduce', principalFen: fen(10) },
  ];
  expect(summarisedEvents(events).map((one) => [one.eventId, one.type])).toEqual([['e7', 'prepay'], ['e3', 'extend'], ['e2', 'rate']]);
});
