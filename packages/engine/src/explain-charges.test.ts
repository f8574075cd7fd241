import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays } from './civil-date.ts';
import { chargeRatePct, explainCharges } from './explain-charges.ts';
import { completeTerms } from './default-terms.ts';
import type { LoanEvent } from './events.ts';
import { formatYuan } from './money.ts';
import { EngineRefusal } from './refusal.ts';
import { replay } from './replay.ts';
import { loanHistory } from './testing/arbitraries.ts';
import { day, disburse, opening, percent, repay, reverse, yuan } from './testing/events.ts';
import type { LoanTerms } from './terms.ts';

function worked(change: Partial<LoanTerms> = {}): LoanTerms {
  return completeTerms({ method: 'equal_principal', principalFen: yuan('12000'), rateAnnualE8: percent('12'), startsOn: day('2024-01-15'), periods: 12, ...change });
}

const lent = disburse('e1', '2024-01-15', '12000');
const firstPaid = repay('e2', '2024-02-15', '1120');

/** "no. charge: base × days × rate = amount, …; charged". */
function lines(terms: LoanTerms, events: readonly LoanEvent[], asOf: string): readonly string[] {
  return explainCharges(terms, events, day(asOf)).map(({ installmentNumber, charge, segments, broughtInFen, chargedFen }) => {
    const parts = segments.map((one) => `${formatYuan(one.baseFen)} × ${one.days} × ${chargeRatePct(one)} = ${formatYuan(one.amountFen)}`);
    return `${installmentNumber} ${charge}: ${[...parts, ...(broughtInFen === 0 ? [] : [`brought in ${formatYuan(broughtInFen)}`])].join(', ')}; ${formatYuan(chargedFen)}`;
  });
}

// Source: replay-format, worked figure 1.
test('each penalty and compound interest is base × days × rate', () => {
  expect(lines(worked(), [lent, firstPaid], '2024-04-20')).toEqual([
    '2 penalty: 1000.00 × 36 × 18.00 = 18.00; 18.00', '2 compound: 110.00 × 36 × 18.00 = 1.98; 1.98',
    '3 penalty: 1000.00 × 5 × 18.00 = 2.50; 2.50', '3 compound: 100.00 × 5 × 18.00 = 0.25; 0.25',
  ]);
});

test('a receipt in between cuts the days into two, a reversed one does not', () => {
  const part = repay('e3', '2024-04-01', '600');
  expect(lines(worked(), [lent, firstPaid, part], '2024-04-20').slice(0, 2)).toEqual([
    '2 penalty: 1000.00 × 17 × 18.00 = 8.50, 519.44 × 19 × 18.00 = 4.93; 13.43', '2 compound: 110.00 × 17 × 18.00 = 0.94; 0.94',
  ]);
  expect(lines(worked(), [lent, firstPaid, part, reverse('e4', '2024-04-20', 'e3')], '2024-04-20')[0]).toBe('2 penalty: 1000.00 × 36 × 18.00 = 18.00; 18.00');
});

test('grace days count from the due date once exceeded, or only beyond', () => {
  const asOf = '2024-02-19';
  expect(lines(worked({ graceDays: 4 }), [lent], asOf)).toEqual([]);
  expect(lines(worked({ graceDays: 3 }), [lent], asOf)[0]).toBe('1 penalty: 1000.00 × 4 × 18.00 = 2.00; 2.00');
  expect(lines(worked({ graceDays: 3, isGraceRetroactive: false }), [lent], asOf)[0]).toBe('1 penalty: 1000.00 × 1 × 18.00 = 0.50; 0.50');
});

test('a new rate begins a new line, and compound interest may run at the contract rate or not at all', () => {
  const rate: LoanEvent = { id: 'e3', type: 'rate', occurredOn: day('2024-03-25'), sequence: 3, rateAnnualE8: percent('10.5') };
  expect(lines(worked({ compoundRate: 'contract' }), [lent, firstPaid, rate], '2024-04-14')).toEqual([
    '2 penalty: 1000.00 × 10 × 18.00 = 5.00, 1000.00 × 20 × 15.75 = 8.75; 13.75', '2 compound: 110.00 × 10 × 12.00 = 0.37, 110.00 × 20 × 10.50 = 0.64; 1.01',
  ]);
  expect(lines(worked({ isCompoundCharged: false }), [lent], '2024-03-01')).toEqual(['1 penalty: 1000.00 × 15 × 18.00 = 7.50; 7.50']);
});

test('a rate that follows the LPR begins a new line on its repricing day', () => {
  const values = [{ publishedOn: day('2023-12-20'), oneYearE8: percent('3.45'), fiveYearE8: percent('4.2') }, { publishedOn: day('2024-12-20'), oneYearE8: percent('3.1'), fiveYearE8: percent('3.6') }];
  const terms = worked({ rateAnnualE8: percent('5.45'), periods: 24, lprLink: { tenor: 'one_year', spreadBasisPoints: 200, repricing: 'january_first', values } });
  const [penalty] = lines(terms, [lent], '2025-01-05');
  expect(penalty).toMatch(/× 8\.175 = .*× 7\.65 = /);
});

test('what an old book brought in stands beside what was counted since', () => {
  const taken = opening('e1', '2024-05-01', '8000', { overdueSince: day('2024-04-15'), overduePrincipalFen: yuan('1000'), overdueInterestFen: yuan('90'), penaltyFen: yuan('8') });
  expect(lines(worked(), [taken], '2024-05-11')[0]).toContain('brought in 8.00; ');
});

test('rates keep the decimals they need', () => {
  expect(chargeRatePct({ perDay: { numerator: 1, denominator: 2000 }, basisDays: 360 })).toBe('18.00');
  expect(chargeRatePct({ perDay: { numerator: 1, denominator: 100_000 }, basisDays: 365 })).toBe('0.365');
});

// Sums are those of replay, and only openings and restructurings bring amounts in.
test('whatever happened to a loan, the lines explain all that was charged', () => {
  fc.assert(fc.property(loanHistory, fc.integer({ min: 0, max: 900 }), ({ terms, events }, later) => {
    const asOf = addDays(events.at(-1)?.occurredOn ?? terms.startsOn, later);
    try {
      const state = replay(terms, events, asOf);
      const charges = explainCharges(terms, events, asOf);
      const sum = (charge: string): number => charges.filter((one) => one.charge === charge).reduce((total, one) => total + one.chargedFen, 0);
      expect(sum('penalty')).toBe(state.installments.reduce((total, row) => total + row.penaltyFen, 0));
      expect(sum('compound')).toBe(state.installments.reduce((total, row) => total + row.compoundFen, 0));
      const isPlain = !events.some((event) => event.type === 'opening' || event.type === 'restructure');
      if (isPlain) expect(charges.filter((one) => one.broughtInFen !== 0)).toEqual([]);
    } catch (error) {
      if (!(error instanceof EngineRefusal)) throw error;
    }
  }), { numRuns: 300 });
});
