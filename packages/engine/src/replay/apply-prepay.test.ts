import { expect, test } from 'vitest';
import { completeTerms } from '../default-terms.ts';
import type { LoanEvent, PrepayEvent, PrepayPartEvent, SettleEvent } from '../events.ts';
import { replay } from '../replay.ts';
import type { LoanTerms } from '../terms.ts';
import { base, day, disburse, percent, repay, yuan } from '../testing/events.ts';

// Source: rules vectors, prepayments: 300 000.00, 12 %, 24 equal installments from 2024-01-15, six paid, 17 days later.
const terms = completeTerms({
  method: 'equal_installment', principalFen: yuan('300000'), rateAnnualE8: percent('12'), periods: 24, startsOn: day('2024-01-15'),
});
const sixPaid: readonly LoanEvent[] = [
  disburse('e1', '2024-01-15', '300000'),
  ...['02', '03', '04', '05', '06', '07'].map((month, index) => repay(`e${index + 2}`, `2024-${month}-15`, '14122.04')),
];

function prepay(mode: PrepayPartEvent['mode'], principal: string): PrepayPartEvent {
  return { ...base('e20', '2024-08-01'), type: 'prepay', mode, principalFen: yuan(principal) };
}

const settle: SettleEvent = { ...base('e20', '2024-08-01'), type: 'prepay', mode: 'settle' };

function after(event: PrepayEvent, asOf: string, change: Partial<LoanTerms> = {}): ReturnType<typeof replay> {
  return replay({ ...terms, ...change }, [...sixPaid, event], day(asOf));
}

test('before it: 231 577.04 is left and 17 days have earned 1 312.27', () => {
  expect(replay(terms, sixPaid, day('2024-08-01')).balances).toMatchObject({
    principalFen: yuan('231577.04'), interestAccruedFen: yuan('1312.27'), creditFen: 0,
  });
});

test('settle: principal, interest to the day and the fee, and the loan is settled', () => {
  const state = after({ ...settle, feeFen: yuan('2315.77') }, '2024-08-01');
  expect(state.allocations.at(-1)).toMatchObject({
    principalFen: yuan('231577.04'), interestFen: yuan('1312.27'), feeFen: yuan('2315.77'), creditFen: 0,
  });
  expect(state).toMatchObject({ status: 'settled', payoffFen: 0, daysPastDue: 0 });
  expect(state.installments).toHaveLength(7);
});

test('reduce: interest to the day is paid, the next row bears 14 days, later rows a lower installment', () => {
  const state = after(prepay('reduce', '100000'), '2024-08-01');
  expect(state.allocations.at(-1)).toMatchObject({ principalFen: yuan('100000'), interestFen: yuan('1312.27') });
  expect(state.balances).toMatchObject({ principalFen: yuan('131577.04'), interestAccruedFen: 0 });
  const [next, later] = [state.installments[6], state.installments[7]];
  expect(next).toMatchObject({ dueOn: '2024-08-15', interestFen: yuan('1926.3'), paidInterestFen: yuan('1312.27'), status: 'partial' });
  expect((later?.principalFen ?? 0) + (later?.interestFen ?? 0)).toBe(yuan('8023.84'));
  expect(state.installments).toHaveLength(24);
});

test('the rows still sum to what was lent', () => {
  const { installments } = after(prepay('reduce', '100000'), '2024-08-01');
  expect(installments.reduce((sum, row) => sum + row.principalFen, 0)).toBe(yuan('300000'));
});

test('shorten: the installment stays, the loan ends earlier', () => {
  const state = after(prepay('shorten', '100000'), '2024-08-01');
  const later = state.installments[8];
  expect((later?.principalFen ?? 0) + (later?.interestFen ?? 0)).toBe(yuan('14122.04'));
  expect(state.currentTerms.maturesOn).toBe('2025-05-15');
  // 131 577.04 at 1 % in installments of 14 122.04: ten rows, the last one smaller.
  expect(state.installments).toHaveLength(16);
  expect(state.installments.at(-1)?.principalFen).toBeLessThan(yuan('14122.04'));
});

test('shortened twice, the installment is still the first one', () => {
  const again = { ...prepay('shorten', '20000'), ...base('e21', '2024-09-15') };
  const paid = [repay('e22', '2024-08-15', '15000'), repay('e23', '2024-09-15', '15000')];
  const state = replay(terms, [...sixPaid, prepay('shorten', '100000'), ...paid, again], day('2024-09-15'));
  const later = state.installments[9];
  expect((later?.principalFen ?? 0) + (later?.interestFen ?? 0)).toBe(yuan('14122.04'));
});

test('a fee for repaying early is paid with it', () => {
  const state = after({ ...prepay('reduce', '100000'), feeFen: yuan('1000') }, '2024-08-01');
  expect(state.allocations.at(-1)).toMatchObject({ feeFen: yuan('1000') });
  expect(state.balances.feeFen).toBe(0);
});

test('standing principal is repaid early with the interest it has earned', () => {
  const standing = completeTerms({ ...terms, method: 'custom' });
  const taken = { ...base('e1', '2024-08-01'), type: 'opening', principalFen: yuan('36000') } as const;
  const event = { ...prepay('reduce', '6000'), ...base('e2', '2024-08-11') };
  expect(replay(standing, [taken, event], day('2024-08-11'))).toMatchObject({ balances: { principalFen: yuan('30000'), interestAccruedFen: 0 } });
  const settled = replay(standing, [taken, { ...settle, ...base('e2', '2024-08-11') }], day('2024-08-11'));
  expect(settled).toMatchObject({ status: 'settled', allocations: [{ principalFen: yuan('36000'), interestFen: yuan('120') }] });
});

test('interest on the repaid part only: the rest keeps its full month', () => {
  const state = after(prepay('reduce', '100000'), '2024-08-15', { prepaymentInterest: 'portion' });
  expect(state.allocations.at(-1)?.interestFen).toBe(yuan('566.67'));
  const next = state.installments[6];
  expect((next?.interestFen ?? 0) - (next?.paidInterestFen ?? 0)).toBe(yuan('1315.77'));
});

test('on a due date nothing has been earned yet', () => {
  const event = { ...prepay('reduce', '100000'), ...base('e20', '2024-07-15') };
  const state = after(event, '2024-07-15');
  expect(state.allocations.at(-1)).toMatchObject({ principalFen: yuan('100000'), interestFen: 0 });
  expect(state.installments[7]?.interestFen).toBeLessThan(yuan('1315.77'));
});

test('waiting credit pays a settlement first', () => {
  const state = replay(terms, [...sixPaid, repay('e19', '2024-07-20', '1000'), settle], day('2024-08-01'));
  expect(state.status).toBe('settled');
  expect(state.allocations.at(-2)).toMatchObject({ interestFen: yuan('1000'), creditFen: 0 });
  expect(state.allocations.at(-1)).toMatchObject({ principalFen: yuan('231577.04'), interestFen: yuan('312.27') });
});

test('等本等息: an early repayment takes its share of the interest away', () => {
  const flat = completeTerms({ ...terms, method: 'flat' });
  const events = [disburse('e1', '2024-01-15', '300000'), { ...prepay('reduce', '150000'), ...base('e2', '2024-01-15') }];
  const state = replay(flat, events, day('2024-01-15'));
  expect(state.installments.map((row) => row.interestFen)).toEqual(Array.from({ length: 24 }, () => yuan('1500')));
});

test('等额本金 shortened keeps its principal per row; 先息后本 keeps its dates', () => {
  const lent = disburse('e1', '2024-01-15', '300000');
  const event = { ...prepay('shorten', '150000'), ...base('e2', '2024-01-15') };
  const equal = replay({ ...terms, method: 'equal_principal' }, [lent, event], day('2024-01-15'));
  expect(equal.installments).toHaveLength(12);
  const interestOnly = replay({ ...terms, method: 'interest_only' }, [lent, event], day('2024-01-15'));
  expect(interestOnly.installments).toHaveLength(24);
  expect(interestOnly.installments[5]?.interestFen).toBe(yuan('1500'));
});

test('a custom plan shortened drops its last rows, reduced keeps shares', () => {
  const custom = completeTerms({
    method: 'custom', principalFen: yuan('90'), rateAnnualE8: percent('0'), startsOn: day('2024-01-15'),
    customRows: [['2024-03-15', '30'], ['2024-06-15', '20'], ['2024-09-15', '40']].map(([due = '', amount = '']) => ({ dueOn: day(due), principalFen: yuan(amount) })),
  });
  const lent = disburse('e1', '2024-01-15', '90');
  const principals = (mode: PrepayPartEvent['mode']): readonly number[] =>
    replay(custom, [lent, { ...prepay(mode, '45'), ...base('e2', '2024-02-15') }], day('2024-02-15'))
      .installments.map((row) => row.principalFen - row.paidPrincipalFen);
  expect(principals('shorten')).toEqual([yuan('30'), yuan('15')]);
  expect(principals('reduce')).toEqual([yuan('15'), yuan('10'), yuan('20')]);
});

test('after the last due date an early repayment is a repayment', () => {
  const event = { ...prepay('reduce', '1000'), ...base('e20', '2026-02-01') };
  const state = replay(terms, [...sixPaid, event], day('2026-02-01'));
  const { penaltyFen, compoundFen, interestFen, principalFen } = state.allocations.at(-1) ?? {};
  expect([penaltyFen, compoundFen, interestFen, principalFen].reduce<number>((sum, part) => sum + (part ?? 0), 0)).toBe(yuan('1000'));
});

test('a settlement fee is owed and paid also where no row is open: a limit without rows, a loan paid up already', () => {
  const revolving = completeTerms({ method: 'revolving', principalFen: yuan('10000'), rateAnnualE8: percent('12'), startsOn: day('2024-01-15'), maturesOn: day('2025-01-15') });
  const settle: LoanEvent = { ...base('e2', '2024-02-14'), type: 'prepay', mode: 'settle', feeFen: yuan('30') };
  const limit = replay(revolving, [disburse('e1', '2024-01-15', '10000'), settle], day('2024-02-14'));
  expect(limit.allocations[0]).toMatchObject({ feeFen: yuan('30'), interestFen: yuan('100'), principalFen: yuan('10000') });
  expect(limit.status).toBe('settled');
  const bullet = completeTerms({ method: 'bullet', principalFen: yuan('10000'), rateAnnualE8: percent('12'), startsOn: day('2024-01-15'), maturesOn: day('2024-02-14') });
  const paidUp = replay(bullet, [disburse('e1', '2024-01-15', '10000'), repay('e3', '2024-02-14', '10100'), { ...settle, sequence: 4 }], day('2024-02-14'));
  expect(paidUp).toMatchObject({ status: 'settled', payoffFen: 0 });
  expect(paidUp.allocations[1]).toMatchObject({ feeFen: yuan('30'), principalFen: 0 });
});
