import { expect, test } from 'vitest';
import { refuseEvent } from '../check-event.ts';
import { completeTerms } from '../default-terms.ts';
import type { PrepayEvent, RestructureEvent } from '../events.ts';
import type { LoanState } from '../loan-state.ts';
import { replay } from '../replay.ts';
import { base, day, disburse, percent, repay, yuan } from '../testing/events.ts';

// Early repayments beside other changes: each of these once lost or made money.

const flat = completeTerms({ method: 'flat', principalFen: yuan('12000'), rateAnnualE8: percent('7.2'), startsOn: day('2024-01-15'), periods: 12 });
const limit = completeTerms({ method: 'revolving', principalFen: yuan('12000'), rateAnnualE8: percent('12'), startsOn: day('2024-01-15'), maturesOn: day('2024-12-31') });
const lent = disburse('e1', '2024-01-15', '12000');

function prepay(id: string, occurredOn: string, mode: 'shorten' | 'reduce', principal: string, fee?: string): PrepayEvent {
  return { ...base(id, occurredOn), type: 'prepay', mode, principalFen: yuan(principal), ...(fee !== undefined && { feeFen: yuan(fee) }) };
}

function paidFen(state: LoanState, eventId: string): number {
  const use = state.allocations.find((allocation) => allocation.eventId === eventId);
  return use === undefined ? 0 : use.principalFen + use.interestFen + use.feeFen;
}

test.each(['shorten', 'reduce'] as const)('an early repayment entered late (%s) leaves enough principal for those entered before it', (mode) => {
  const events = [lent, prepay('e2', '2024-01-25', mode, '8000')];
  expect(refuseEvent(flat, events, prepay('e3', '2024-01-20', mode, '4000.01'))).toMatchObject({ code: 'prepayment_exceeds_principal', field: 'principalFen', eventId: 'e2', figures: { mostFen: yuan('7999.99') } });
  expect(refuseEvent(flat, events, prepay('e3', '2024-01-20', mode, '4000'))).toBeNull();
});

test('a fee of an early repayment under a limit is charged, and leaves no credit', () => {
  const state = replay(limit, [lent, prepay('e2', '2024-02-14', 'reduce', '5000', '50')], day('2024-02-14'));
  expect(state.allocations[0]).toMatchObject({ feeFen: yuan('50'), interestFen: yuan('120'), principalFen: yuan('5000'), creditFen: 0 });
  expect(state.payoffFen).toBe(yuan('7000'));
});

test('settling between two settlement days pays the interest since the last one', () => {
  const settledMonthly = completeTerms({ ...limit, revolvingSettlement: 'settlement_day', dueRule: { kind: 'settlement_day', day: 20, everyMonths: 1 } });
  const events = [lent, repay('e2', '2024-01-21', '24'), { ...base('e3', '2024-01-31'), type: 'prepay', mode: 'settle' } as const];
  const state = replay(settledMonthly, events, day('2024-01-31'));
  expect(state).toMatchObject({ status: 'settled', payoffFen: 0 });
  // 12 000.00 at 12 % for ten days.
  expect(paidFen(state, 'e3')).toBe(yuan('12040'));
  expect(state.installments.map((row) => [row.number, row.dueOn])).toEqual([[1, '2024-01-21'], [2, '2024-01-31']]);
});

test('where each repayment pays its interest, settling makes no row', () => {
  const settle = { ...base('e2', '2024-02-14'), type: 'prepay', mode: 'settle' } as const;
  const state = replay(limit, [lent, settle], day('2024-02-14'));
  expect([state.status, paidFen(state, 'e2'), state.installments]).toEqual(['settled', yuan('12120'), []]);
});

test('two early repayments in one period: the row bears each balance for its days', () => {
  const monthly = completeTerms({ method: 'interest_only', principalFen: yuan('12000'), rateAnnualE8: percent('12'), periods: 6, startsOn: day('2024-01-15') });
  const events = [lent, prepay('e2', '2024-01-25', 'reduce', '6000'), prepay('e3', '2024-02-04', 'reduce', '3000')];
  const state = replay(monthly, events, day('2024-02-04'));
  expect([paidFen(state, 'e2'), paidFen(state, 'e3')]).toEqual([yuan('6040'), yuan('3020')]);
  // 40.00 and 20.00 paid, and 3 000.00 for eleven days more.
  expect(state.installments[0]).toMatchObject({ interestFen: yuan('71'), paidInterestFen: yuan('60') });
});

test('a plan cut short by an early repayment ends with a whole period, also after another rate', () => {
  const fromThe31st = completeTerms({ method: 'equal_principal', principalFen: yuan('12000'), rateAnnualE8: percent('12'), periods: 12, startsOn: day('2024-01-31') });
  const rate = { ...base('e3', '2024-02-29'), type: 'rate', rateAnnualE8: percent('6') } as const;
  const state = replay(fromThe31st, [disburse('e1', '2024-01-31', '12000'), prepay('e2', '2024-02-10', 'shorten', '10000'), rate], day('2024-02-29'));
  expect(state.installments.map((row) => [row.dueOn, row.interestFen]).at(-1)).toEqual(['2024-03-31', yuan('5')]);
});

test('interest carried into a new plan is paid once by an early repayment', () => {
  const old = completeTerms({ method: 'interest_only', principalFen: yuan('12000'), rateAnnualE8: percent('12'), periods: 6, startsOn: day('2024-01-15') });
  const plan = completeTerms({ method: 'equal_principal', principalFen: yuan('12000'), rateAnnualE8: percent('12'), periods: 12, startsOn: day('2024-02-10') });
  const restructure: RestructureEvent = { ...base('e2', '2024-02-10'), type: 'restructure', terms: plan };
  const before = replay(old, [lent, restructure], day('2024-02-10'));
  const after = replay(old, [lent, restructure, prepay('e3', '2024-02-10', 'reduce', '6000')], day('2024-02-10'));
  expect(paidFen(after, 'e3')).toBe(yuan('6104'));
  expect(after.payoffFen).toBe(before.payoffFen - yuan('6104'));
});

test('interest on the part repaid alone counts each rate for its days, and the rest keeps its own', () => {
  const portion = completeTerms({ method: 'interest_only', principalFen: yuan('12000'), rateAnnualE8: percent('12'), periods: 6, startsOn: day('2024-01-15'), prepaymentInterest: 'portion' });
  const rate = { ...base('e2', '2024-01-25'), type: 'rate', rateAnnualE8: percent('6') } as const;
  const state = replay(portion, [lent, rate, prepay('e3', '2024-02-04', 'reduce', '6000')], day('2024-02-04'));
  expect(paidFen(state, 'e3')).toBe(yuan('6030'));
  expect(state.payoffFen).toBe(yuan('6030'));
});

test('等本等息 bears interest on what was first lent, so the part repaid takes its share of that', () => {
  const portion = { ...flat, prepaymentInterest: 'portion' } as const;
  const events = [lent, repay('e2', '2024-02-15', '1072'), prepay('e3', '2024-02-25', 'reduce', '5500')];
  // Half of what is left: ten days at 7.2 % on half of the 12 000.00 first lent.
  expect(paidFen(replay(portion, events, day('2024-02-25')), 'e3')).toBe(yuan('5512'));
});

test('a fee charged before all is prepaid stays owed', () => {
  const later = completeTerms({ method: 'custom', principalFen: yuan('900'), rateAnnualE8: percent('0'), startsOn: day('2024-01-15'), customRows: [['2024-02-15', '0'], ['2024-03-15', '900']].map(([due = '', amount = '']) => ({ dueOn: day(due), principalFen: yuan(amount) })) });
  const fee = { ...base('e2', '2024-01-20'), type: 'fee', amountFen: yuan('9'), name: '公证费' } as const;
  const events = [disburse('e1', '2024-01-15', '900'), fee, prepay('e3', '2024-01-25', 'reduce', '900')];
  expect(replay(later, events, day('2024-01-25')).payoffFen).toBe(yuan('9'));
});
