import { addDays, parseCivilDate } from '@loanbook/engine/civil-date.ts';
import { completeTerms } from '@loanbook/engine/default-terms.ts';
import type { LoanEvent } from '@loanbook/engine/events.ts';
import { fen } from '@loanbook/engine/money.ts';
import { rateE8 } from '@loanbook/engine/rate.ts';
import { replay } from '@loanbook/engine/replay.ts';
import { buildSchedule } from '@loanbook/engine/schedule/build-schedule.ts';
import type { Bench } from './bench.ts';
import { perSecond } from './per-second.ts';

const startsOn = parseCivilDate('2024-01-15') ?? raise();

function raise(): never {
  throw new Error('the start is no date');
}

const principalFen = fen(5_000_000);
const terms = completeTerms({ method: 'equal_installment', principalFen, rateAnnualE8: rateE8(18_000_000), periods: 24, startsOn });
const plan = buildSchedule(terms);
const asOf = addDays(plan.at(-1)?.dueOn ?? startsOn, 20);

/** A disbursement and 23 receipts, each three to nine days late and every third one short. */
const events: readonly LoanEvent[] = [
  { type: 'disburse', id: 'e0', sequence: 0, occurredOn: startsOn, amountFen: principalFen },
  ...plan.slice(0, 23).map((row, index) => ({
    type: 'repay', id: `e${index + 1}`, sequence: index + 1, occurredOn: addDays(row.dueOn, 3 + (index % 7)),
    amountFen: fen(row.totalFen - (index % 3 === 0 ? 5000 : 0)),
  }) as const),
];

export const bench: Bench = {
  run: async () => {
    const value = perSecond(() => replay(terms, events, asOf).payoffFen);
    const name = 'replay of 24 events, late and in part, one core';
    return [{ name, value, unit: 'loans/s', comparison: 'the 20000/s required', ratio: value / 20_000 }];
  },
};
