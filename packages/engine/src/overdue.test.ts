import { expect, test } from 'vitest';
import { accrueTo } from './overdue.ts';
import { openComponentFen } from './allocation.ts';
import { dayNumber } from './civil-date.ts';
import { completeTerms } from './default-terms.ts';
import { newLedgerRow } from './replay/ledger-row.ts';
import { daysPastDueOn, newLedger } from './replay/loan-ledger.ts';
import type { LoanLedger } from './replay/loan-ledger.ts';
import { day, percent, yuan } from './testing/events.ts';
import type { LoanTerms } from './terms.ts';

function overdueLedger(rate: string, rows: readonly (readonly [string, string, string])[], change: Partial<LoanTerms> = {}): LoanLedger {
  const terms = completeTerms({
    method: 'bullet', principalFen: yuan('500000'), rateAnnualE8: percent(rate), startsOn: day('2023-01-01'),
    maturesOn: day('2024-01-01'), ...change,
  });
  const ledger = newLedger(terms);
  ledger.rows = rows.map(([due, principal, interest], index) =>
    newLedgerRow(index + 1, dayNumber(day(due)) - 30, dayNumber(day(due)), yuan(principal), yuan(interest)));
  return ledger;
}

function charges(ledger: LoanLedger, asOf: string): readonly number[] {
  const asOfDay = dayNumber(day(asOf));
  accrueTo(ledger, asOfDay);
  const sum = (component: 'penalty' | 'compound'): number =>
    ledger.rows.reduce((total, row) => total + openComponentFen(ledger, row, component), 0);
  return [daysPastDueOn(ledger, asOfDay), sum('penalty'), sum('compound')];
}

// Source: rules vectors, penalties: rate, due, as of, options, days past due, penalty, compound.
test.each([
  ['pen-4', '12', '10000', '300', '2024-03-15', '2024-03-15', {}, 0, '0', '0'],
  ['pen-6', '12', '10000', '300', '2024-03-15', '2024-03-18', { graceDays: 3 }, 3, '0', '0'],
  ['pen-7', '12', '10000', '300', '2024-03-15', '2024-03-19', { graceDays: 3 }, 4, '20', '0.6'],
  ['pen-8', '12', '10000', '300', '2024-03-15', '2024-03-19', { graceDays: 3, isGraceRetroactive: false }, 4, '5', '0.15'],
  ['pen-9', '5.8', '500000', '4833.33', '2024-02-29', '2025-03-01', {}, 366, '44225', '427.51'],
  ['pen-10', '5.8', '500000', '4833.33', '2024-02-29', '2025-03-01', { basisDays: 365 }, 366, '43619.18', '421.65'],
  ['pen-13', '12', '10000', '300', '2024-03-15', '2024-04-14', { isCompoundCharged: false }, 30, '150', '0'],
  ['pen-14', '12', '10000', '300', '2024-03-15', '2024-04-14', { compoundRate: 'contract' }, 30, '150', '3'],
  ['pen-15', '24', '0.01', '0', '2024-03-15', '2024-03-16', {}, 1, '0', '0'],
] as const)('%s: penalty and compound to the fen', (_id, rate, principal, interest, due, asOf, options, days, penalty, compound) => {
  const ledger = overdueLedger(rate, [[due, principal, interest]], options);
  expect(charges(ledger, asOf)).toEqual([days, yuan(penalty), yuan(compound)]);
});

test('overdue statement: three installments, each component of each rounded once', () => {
  const ledger = overdueLedger('12', [
    ['2024-03-15', '8000.00', '1000.00'], ['2024-04-15', '8080.00', '920.00'], ['2024-05-15', '8160.80', '839.20'],
  ]);
  expect(charges(ledger, '2024-06-10')).toEqual([87, yuan('680.33'), yuan('80.17')]);
});

test('counting day by day gives what counting at once gives, also over the end of grace', () => {
  const daily = overdueLedger('12', [['2024-03-15', '10000', '300']], { graceDays: 3 });
  for (let step = 0; step <= 30; step += 1) accrueTo(daily, dayNumber(day('2024-03-15')) + step);
  const atOnce = overdueLedger('12', [['2024-03-15', '10000', '300']], { graceDays: 3 });
  expect(charges(daily, '2024-04-14')).toEqual(charges(atOnce, '2024-04-14'));
});

test('two overdue 101.00 at 18 %/360 for ten days are 0.51 + 0.51, not 1.01', () => {
  const ledger = overdueLedger('12', [['2024-03-15', '101', '0'], ['2024-03-15', '101', '0']]);
  expect(charges(ledger, '2024-03-25')).toEqual([10, yuan('1.02'), 0]);
});
