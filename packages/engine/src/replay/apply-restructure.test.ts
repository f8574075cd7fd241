import { expect, test } from 'vitest';
import { completeTerms } from '../default-terms.ts';
import type { LoanEvent, RestructureEvent } from '../events.ts';
import { replay } from '../replay.ts';
import { base, day, disburse, percent, repay, yuan } from '../testing/events.ts';

const old = completeTerms({
  method: 'interest_only', principalFen: yuan('12000'), rateAnnualE8: percent('12'), periods: 6, startsOn: day('2024-01-15'),
});
// Two months of interest unpaid: 120.00 each.
const lent = disburse('e1', '2024-01-15', '12000');

function restructure(id: string, occurredOn: string, principal: string): RestructureEvent {
  const terms = completeTerms({
    method: 'equal_principal', principalFen: yuan(principal), rateAnnualE8: percent('6'), periods: 12, startsOn: day(occurredOn),
  });
  return { ...base(id, occurredOn), type: 'restructure', terms };
}

test('all principal goes into the new plan, interest owed besides falls due with its first row, charges stay owed', () => {
  const before = replay(old, [lent], day('2024-04-01'));
  const state = replay(old, [lent, restructure('e2', '2024-04-01', '12000')], day('2024-04-01'));
  expect(state.balances.principalFen).toBe(yuan('12000'));
  expect(state.daysPastDue).toBe(0);
  expect(state.payoffFen).toBe(before.payoffFen);
  expect(state.balances).toMatchObject({ penaltyFen: before.balances.penaltyFen, compoundFen: before.balances.compoundFen });
  const first = state.installments.find((row) => row.dueOn === '2024-05-01');
  expect(first).toMatchObject({ principalFen: yuan('1000'), interestFen: yuan('60') + before.balances.interestDueFen + before.balances.interestAccruedFen });
  expect(state.installments.filter((row) => row.dueOn > '2024-04-01')).toHaveLength(12);
});

test('what ran on the day leaves no empty row behind; what was paid of it stays as its record', () => {
  const dueDays = (events: readonly LoanEvent[]): string[] => replay(old, events, day('2024-04-01')).installments.map((row) => row.dueOn);
  expect(dueDays([lent, restructure('e2', '2024-04-01', '12000')]).slice(0, 4)).toEqual(['2024-02-15', '2024-03-15', '2024-05-01', '2024-06-01']);
  const paid = [repay('e2', '2024-02-15', '120'), repay('e3', '2024-03-15', '120')];
  const early = { ...base('e4', '2024-03-20'), type: 'prepay', mode: 'reduce', principalFen: yuan('2000') } as const;
  expect(dueDays([lent, ...paid, early, restructure('e5', '2024-04-01', '10000')])[2]).toBe('2024-04-01');
});

test('a loan restructured before its first due date has the new plan alone, numbered from one', () => {
  const state = replay(old, [lent, restructure('e2', '2024-02-01', '12000')], day('2024-02-01'));
  expect([state.installments.length, state.installments[0]?.number, state.installments[0]?.dueOn]).toEqual([12, 1, '2024-03-01']);
  expect(state.balances).toMatchObject({ principalFen: yuan('12000'), interestAccruedFen: yuan('68'), interestDueFen: 0 }); // 17 days at 4.00
  expect(state.payoffFen).toBe(replay(old, [lent], day('2024-02-01')).payoffFen);
});

test('an old penalty taken over on the day of the restructuring stays owed', () => {
  const opening = { ...base('e1', '2024-04-01'), type: 'opening', principalFen: yuan('12000'), penaltyFen: yuan('50') } as const;
  const state = replay(old, [opening, restructure('e2', '2024-04-01', '12000')], day('2024-04-01'));
  expect(state.balances).toMatchObject({ principalFen: yuan('12000'), penaltyFen: yuan('50') });
});

test('a new principal above the old one makes interest principal, and says so', () => {
  const state = replay(old, [lent, restructure('e2', '2024-04-01', '12240')], day('2024-04-01'));
  expect(state.balances.principalFen).toBe(yuan('12240'));
  expect(state.allocations[0]).toMatchObject({ interestFen: yuan('240'), principalFen: -yuan('240'), creditFen: 0 });
});

test.each(['11999.99', '13000'])('a new principal of %s is neither the old one nor explained by what is owed', (principal) => {
  expect(() => replay(old, [lent, restructure('e2', '2024-04-01', principal)], day('2024-04-01')))
    .toThrow(expect.objectContaining({ code: 'plan_principal_mismatch', field: 'terms' }));
});

test('a new plan of its own rows is followed from its first row', () => {
  const rows = [['2024-05-01', '2000'], ['2024-08-01', '10000']].map(([due = '', amount = '']) => ({ dueOn: day(due), principalFen: yuan(amount) }));
  const custom = completeTerms({ method: 'custom', principalFen: yuan('12000'), rateAnnualE8: percent('6'), startsOn: day('2024-04-01'), customRows: rows });
  const state = replay(old, [lent, { ...base('e2', '2024-04-01'), type: 'restructure', terms: custom }], day('2024-04-01'));
  expect(state.installments.slice(-2).map((row) => [row.dueOn, row.principalFen])).toEqual([['2024-05-01', yuan('2000')], ['2024-08-01', yuan('10000')]]);
});

test('standing principal gets a plan', () => {
  const limit = completeTerms({ method: 'revolving', principalFen: yuan('12000'), rateAnnualE8: percent('12'), startsOn: day('2024-03-02'), maturesOn: day('2024-12-31') });
  const drawn = { ...base('e1', '2024-03-02'), type: 'draw', amountFen: yuan('12000') } as const;
  const state = replay(limit, [drawn, restructure('e2', '2024-04-01', '12000')], day('2024-04-01'));
  expect(state.balances.principalFen).toBe(yuan('12000'));
  expect(state.installments[0]?.interestFen).toBe(yuan('180'));
});

test('a new plan must begin later', () => {
  const event = restructure('e2', '2024-04-01', '12000');
  const past = { ...event, ...base('e2', '2024-06-01') };
  expect(() => replay(old, [lent, past], day('2024-06-01'))).toThrow(expect.objectContaining({ code: 'no_due_date_left' }));
});

test('at least special mention while it is watched, a year from the first new due date', () => {
  const paid: LoanEvent[] = [lent, restructure('e2', '2024-04-01', '12000'), repay('e3', '2024-05-01', '13000')];
  expect(replay(old, paid, day('2024-06-01'))).toMatchObject({ fiveTierClass: 'special_mention' });
  expect(replay(old, paid, day('2025-03-31')).classReasons).toEqual([{ code: 'restructured', fiveTierClass: 'special_mention', figures: { endsOn: '2025-05-01' } }]);
});

test('a missed payment starts the watch again', () => {
  const long = restructure('e2', '2024-04-01', '12000');
  const terms = completeTerms({ ...long.terms, method: 'bullet', maturesOn: day('2027-04-01'), periods: 1 });
  const events = [lent, { ...long, terms: { ...terms, periods: 1 } }];
  expect(replay(old, events, day('2028-03-31')).classReasons.map((reason) => reason.code)).toContain('restructured');
});

test('restructured again inside the watch period is at least substandard', () => {
  const events = [lent, restructure('e2', '2024-04-01', '12000'), restructure('e3', '2024-04-15', '12000')];
  expect(replay(old, events, day('2024-04-15'))).toMatchObject({ fiveTierClass: 'substandard' });
});

test('after the watch period the loan is no longer restructured', () => {
  const terms = completeTerms({
    method: 'bullet', principalFen: yuan('12000'), rateAnnualE8: percent('0'), startsOn: day('2024-04-01'), maturesOn: day('2029-04-01'),
  });
  const yearly = { ...terms, method: 'interest_only', firstDueOn: day('2025-04-01'), periodMonths: 12, periods: 5 } as const;
  const events: LoanEvent[] = [lent, repay('e2', '2024-03-15', '240'), { ...base('e3', '2024-04-01'), type: 'restructure', terms: yearly }];
  const events2 = [...events, repay('e4', '2024-04-02', '1000')];
  expect(replay(old, events2, day('2026-03-31')).fiveTierClass).toBe('special_mention');
  expect(replay(old, events2, day('2026-04-01')).fiveTierClass).toBe('normal');
  // The row of that day owes nothing, so nothing is missed.
  expect(replay(old, events2, day('2026-04-02')).fiveTierClass).toBe('normal');
});
