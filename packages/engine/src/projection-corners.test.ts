import { expect, test } from 'vitest';
import { addDays } from './civil-date.ts';
import { completeTerms } from './default-terms.ts';
import type { LoanEvent } from './events.ts';
import { figuresOn } from './loan-projection.ts';
import { replay } from './replay.ts';
import { projectLoan } from './replay/project-ledger.ts';
import type { LoanTerms } from './terms.ts';
import { base, day, disburse, opening, percent, yuan } from './testing/events.ts';

/** Holds the lines made on a day against replay on that day and the next ones, as far as they reach. */
function expectLines(terms: LoanTerms, events: readonly LoanEvent[], from: string, days: number): string | null {
  const { projection } = projectLoan(terms, events, day(from));
  for (let later = 0; later <= days; later += 1) {
    const on = addDays(day(from), later);
    if (projection.nextChangeOn !== null && on >= projection.nextChangeOn) break;
    expect(figuresOn(projection, on).balances, on).toEqual(replay(terms, events, on).balances);
  }
  return projection.nextChangeOn;
}

test('a plan that starts after the loan was taken over earns nothing until then', () => {
  const terms = completeTerms({ method: 'equal_principal', principalFen: yuan('12000'), rateAnnualE8: percent('12'), periods: 12, startsOn: day('2024-03-15') });
  expect(expectLines(terms, [opening('e1', '2024-02-20', '12000')], '2024-03-01', 60)).toBe('2024-03-15');
});

test('charges of an old plan stay as they are inside the new plan\'s grace', () => {
  const old = completeTerms({ method: 'bullet', principalFen: yuan('12000'), rateAnnualE8: percent('12'), startsOn: day('2024-01-15'), maturesOn: day('2024-02-15') });
  const plan = completeTerms({ ...old, method: 'interest_only', periods: 6, startsOn: day('2024-02-20'), firstDueOn: day('2024-03-20'), maturesOn: day('2024-08-20'), graceDays: 30 });
  const events: LoanEvent[] = [disburse('e1', '2024-01-15', '12000'), { ...base('e2', '2024-02-20'), type: 'restructure', terms: plan }];
  expectLines(old, events, '2024-02-21', 60);
  // Five days at 18 %/360 on 12 000.00 and 120.00.
  expect(replay(old, events, day('2024-02-25')).balances).toMatchObject({ penaltyFen: yuan('30'), compoundFen: yuan('0.30') });
});

test('a limit settled before its first bill pays the interest earned by then', () => {
  const limit = completeTerms({
    method: 'revolving', principalFen: yuan('36000'), rateAnnualE8: percent('10'), startsOn: day('2024-01-05'), maturesOn: day('2024-12-05'),
    revolvingSettlement: 'settlement_day', dueRule: { kind: 'settlement_day', day: 20, everyMonths: 1 },
  });
  const settle = (on: string): LoanEvent => ({ ...base('e2', on), type: 'prepay', mode: 'settle' });
  const events: LoanEvent[] = [disburse('e1', '2024-01-05', '36000'), settle('2024-01-15')];
  const state = replay(limit, events, day('2024-01-15'));
  expect(state.allocations[0]).toMatchObject({ interestFen: yuan('100'), principalFen: yuan('36000') });
  expect(state.installments).toMatchObject([{ number: 1, interestFen: yuan('100'), status: 'paid' }]);
  expect(replay(limit, [disburse('e1', '2024-01-05', '36000'), settle('2024-01-05')], day('2024-01-05'))).toMatchObject({ status: 'settled', installments: [] });
});

test('a rate that steps after a row has fallen due is none of its period, however late the row is paid', () => {
  const terms = completeTerms({
    method: 'equal_installment', principalFen: yuan('12000'), rateAnnualE8: percent('12'), periods: 12, startsOn: day('2024-01-15'), firstDueOn: day('2024-02-15'), interestMode: 'actual_360',
    rateSteps: [{ startsOn: day('2024-05-01'), rateAnnualE8: percent('10') }],
  });
  const { projection } = projectLoan(terms, [disburse('e1', '2024-01-15', '12000')], day('2024-07-20'));
  const overlong = projection.installments.filter((row) => row.accrual !== null && row.accrual.fromOn > row.dueOn);
  expect(overlong).toEqual([]);
});
