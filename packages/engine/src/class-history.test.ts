import { expect, test } from 'vitest';
import { classHistory } from './class-history.ts';
import { addDays } from './civil-date.ts';
import { completeTerms } from './default-terms.ts';
import type { LoanEvent } from './events.ts';
import { replay } from './replay.ts';
import { base, day, disburse, opening, percent, repay, reverse, yuan } from './testing/events.ts';

const terms = completeTerms({
  method: 'interest_only', principalFen: yuan('12000'), rateAnnualE8: percent('12'), periods: 24, startsOn: day('2024-01-15'),
});
const lent = disburse('e1', '2024-01-15', '12000');

/** Every month's interest of 120.00 paid on its day, from one month (2024-01 is 0) to another. */
function paidMonthly(fromMonth: number, toMonth: number): LoanEvent[] {
  return Array.from({ length: toMonth - fromMonth + 1 }, (_, index) => {
    const month = fromMonth + index;
    return repay(`e${100 + month}`, `${2024 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}-15`, '120');
  });
}

function told(events: readonly LoanEvent[], asOf: string, given = terms): string[] {
  return classHistory(given, events, day(asOf)).map((change) => `${change.changedOn} ${change.fiveTierClass} ${change.reasons.map((reason) => reason.code).join()}`);
}

test('an unpaid loan falls through the classes by its days', () => {
  expect(told([lent], '2025-12-31')).toEqual([
    '2024-01-15 normal ', '2024-02-16 special_mention days_past_due', '2024-05-16 substandard days_past_due',
    '2024-11-12 doubtful days_past_due', '2025-02-10 loss days_past_due',
  ]);
});

// Arrears of February to June are paid on 06-20: 600.00 of interest and 19.80 of compound.
const cured = [lent, repay('e2', '2024-06-20', '619.80')];

test('a cured loan stays substandard for six months and two periods paid in time, then it is normal', () => {
  const events = [...cured, ...paidMonthly(6, 14)];
  expect(replay(terms, events, day('2024-06-20'))).toMatchObject({ daysPastDue: 0, fiveTierClass: 'substandard' });
  expect(told(events, '2025-02-28')).toEqual([
    '2024-01-15 normal ', '2024-02-16 special_mention days_past_due', '2024-05-16 substandard days_past_due', '2024-12-20 normal ',
  ]);
  expect(replay(terms, events, day('2024-12-19')).classReasons).toEqual([{ code: 'upgrade_test', fiveTierClass: 'substandard', figures: { endsOn: '2024-12-20' } }]);
});

test('a late payment inside the test begins it again when it is made up for', () => {
  const late = [...cured, ...paidMonthly(6, 8), repay('e50', '2024-10-20', '121'), ...paidMonthly(10, 20)];
  expect(told(late, '2025-08-30').slice(3)).toEqual(['2025-04-20 normal ']);
  expect(replay(terms, late, day('2024-10-18'))).toMatchObject({ daysPastDue: 3, fiveTierClass: 'substandard' });
});

test('arrears after the test was met begin as those of any other loan', () => {
  const later = [...cured, ...paidMonthly(6, 12), repay('e60', '2025-03-20', '121')];
  expect(told(later, '2025-03-25').slice(3)).toEqual(['2024-12-20 normal ', '2025-02-16 special_mention days_past_due']);
});

test('charges left unpaid keep the test from beginning', () => {
  const unpaidCharges = [lent, repay('e2', '2024-06-20', '619'), ...paidMonthly(6, 14)];
  expect(replay(terms, unpaidCharges, day('2025-03-01')).fiveTierClass).toBe('substandard');
});

test('a part of the arrears paid is no cure: fewer days, the same class', () => {
  const part = [lent, repay('e2', '2024-06-20', '500')];
  expect(replay(terms, part, day('2024-06-20'))).toMatchObject({ daysPastDue: 5, fiveTierClass: 'substandard' });
});

test('where the lender has the days alone decide, a cured loan is normal at once', () => {
  const untested = { ...terms, isUpgradeTested: false };
  expect(told(cured, '2024-06-30', untested).at(-1)).toBe('2024-06-20 normal ');
});

test('a loan near its end stays substandard until it is settled, and then has no class', () => {
  const short = { ...terms, periods: 6, maturesOn: day('2024-07-15') };
  expect(told([...cured, repay('e3', '2024-07-15', '12120')], '2024-08-01', short).slice(-2)).toEqual(['2024-05-16 substandard days_past_due', '2024-07-15 null ']);
});

test('a loan taken over without a plan counts two of its periods', () => {
  const revolving = completeTerms({ method: 'revolving', principalFen: yuan('12000'), rateAnnualE8: percent('12'), startsOn: day('2023-01-15'), maturesOn: day('2030-01-15') });
  const taken = opening('e1', '2024-06-20', '12000', { overdueSince: day('2024-02-01'), overduePrincipalFen: yuan('100') });
  expect(told([taken, repay('e2', '2024-06-20', '100')], '2025-01-31', revolving)).toEqual(['2024-06-20 substandard upgrade_test', '2024-12-20 normal ']);
});

test('a restructured loan: watched, started again by a missed payment, and free of it a year after', () => {
  const plan = completeTerms({ method: 'interest_only', principalFen: yuan('12000'), rateAnnualE8: percent('12'), periods: 36, startsOn: day('2024-02-15') });
  const restructure: LoanEvent = { ...base('e2', '2024-02-15'), type: 'restructure', terms: { ...plan, principalFen: yuan('12000') } };
  const interest = repay('e3', '2024-02-15', '120');
  const missed = [lent, { ...interest, sequence: 1, id: 'e0' }, restructure, ...paidMonthly(2, 5), repay('e70', '2024-07-20', '121'), ...paidMonthly(7, 30)];
  expect(told(missed, '2026-06-30')).toEqual(['2024-01-15 normal ', '2024-02-15 special_mention restructured', '2025-07-15 normal ']);
});

test('a reversal shows from its own value date', () => {
  const events = [lent, repay('e2', '2024-02-15', '120'), reverse('e3', '2024-03-01', 'e2')];
  expect(told(events, '2024-03-05')).toEqual(['2024-01-15 normal ', '2024-03-01 special_mention days_past_due']);
});

test('a limit whose interest is billed falls through the classes from its first bill', () => {
  const limit = completeTerms({
    method: 'revolving', principalFen: yuan('12000'), rateAnnualE8: percent('12'), startsOn: day('2024-01-05'), maturesOn: day('2024-12-05'),
    revolvingSettlement: 'settlement_day', dueRule: { kind: 'settlement_day', day: 20, everyMonths: 1 },
  });
  expect(told([disburse('e1', '2024-01-05', '12000')], '2024-04-30', limit)).toEqual([
    '2024-01-05 normal ', '2024-01-22 special_mention days_past_due', '2024-04-21 substandard days_past_due',
  ]);
});

test('waiting credit keeps a loan normal as long as it lasts', () => {
  const events = [lent, repay('e2', '2024-01-20', '240')];
  expect(told(events, '2024-04-30')).toEqual(['2024-01-15 normal ', '2024-04-16 special_mention days_past_due']);
});

test('before anything happened there is no history', () => {
  expect(classHistory(terms, [], day('2024-04-30'))).toEqual([]);
  expect(told([lent], '2024-01-14')).toEqual([]);
});

test('between two changes the class is what replay says on every day', () => {
  const events = [...cured, ...paidMonthly(6, 14)];
  const changes = classHistory(terms, events, day('2025-06-30'));
  for (let on = day('2024-01-15'); on <= '2025-06-30'; on = addDays(on, 1)) {
    const last = changes.findLast((change) => change.changedOn <= on);
    expect(replay(terms, events, on).fiveTierClass, on).toBe(last?.fiveTierClass);
  }
});
