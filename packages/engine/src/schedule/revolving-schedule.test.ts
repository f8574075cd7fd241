import { expect, test } from 'vitest';
import { completeTerms } from '../default-terms.ts';
import { day, percent, yuan } from '../testing/events.ts';
import { revolvingRates, revolvingSchedule } from './revolving-schedule.ts';
import type { Movement } from './revolving-schedule.ts';

const terms = completeTerms({
  method: 'revolving', principalFen: yuan('100000'), rateAnnualE8: percent('7.3'), startsOn: day('2024-01-05'), maturesOn: day('2024-07-05'),
  interestMode: 'actual_365',
});
const move = (type: Movement['type'], on: string, amount: string): Movement => ({ type, occurredOn: day(on), amountFen: yuan(amount) });

test('by 365 days, 100 000.00 at 7.3 % bears 20.00 a day', () => {
  const rows = revolvingSchedule(terms, [move('draw', '2024-01-05', '100000'), move('repay', '2024-01-15', '100000')]);
  expect(rows[0]).toMatchObject({ kind: 'repay', interestFen: yuan('200'), balanceFen: 0 });
});

test('a limit never used costs nothing', () => {
  const rows = revolvingSchedule(terms, []);
  expect(rows).toMatchObject([{ kind: 'maturity', totalFen: 0 }]);
  expect(revolvingRates(terms, [], rows)).toEqual({ irrAnnualPct: '0.0000', eirPct: '0.0000', nominalAnnualPct: '0.0000' });
});

test('a first draw after the start has the same cost as one at the start', () => {
  const rateFrom = (on: string): string => {
    const movements = [move('draw', on, '40000'), move('repay', '2024-03-05', '40000')];
    return revolvingRates(terms, movements, revolvingSchedule(terms, movements)).irrAnnualPct;
  };
  expect(Number(rateFrom('2024-01-15'))).toBeCloseTo(Number(rateFrom('2024-01-05')), 1);
});

test('two draws on one day count together', () => {
  const movements = [move('draw', '2024-01-05', '40000'), move('draw', '2024-01-05', '60000')];
  const rates = revolvingRates(terms, movements, revolvingSchedule(terms, movements));
  expect(rates.irrAnnualPct).toMatch(/^7\.4/);
});

test.each([
  ['a draw beyond the limit', move('draw', '2024-01-05', '100000.01'), 'disbursed_beyond_principal'],
  ['a repayment of more than was drawn', move('repay', '2024-01-06', '1'), 'plan_principal_mismatch'],
  ['a movement after maturity', move('draw', '2024-07-06', '1'), 'dates_out_of_order'],
])('%s is refused', (_case, movement, code) => {
  expect(() => revolvingSchedule(terms, [movement])).toThrow(expect.objectContaining({ code, field: 'events' }));
});
