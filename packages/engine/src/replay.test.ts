import { expect, test } from 'vitest';
import { completeTerms } from './default-terms.ts';
import { replay, replayLedger } from './replay.ts';
import { writeState } from './replay/write-state.ts';
import { dayNumber } from './civil-date.ts';
import { day, disburse, percent, repay, reverse, yuan } from './testing/events.ts';

// The worked figures of the replay format: 等额本金, 12 000.00, 12 %, 12 months from 2024-01-15.
const terms = completeTerms({
  method: 'equal_principal',
  principalFen: yuan('12000'),
  rateAnnualE8: percent('12'),
  periods: 12,
  startsOn: day('2024-01-15'),
});
const lent = disburse('e1', '2024-01-15', '12000');
const firstPaid = repay('e2', '2024-02-15', '1120');
const asOf = day('2024-04-20');

test('worked figure 1: two installments overdue, penalty and compound rounded once for each', () => {
  const state = replay(terms, [lent, firstPaid], asOf);
  expect(state.balances).toEqual({
    principalFen: yuan('11000'), interestDueFen: yuan('210'), interestAccruedFen: yuan('15'),
    penaltyFen: yuan('20.5'), compoundFen: yuan('2.23'), feeFen: 0, creditFen: 0,
    overduePrincipalFen: yuan('2000'), overdueInterestFen: yuan('210'),
  });
  expect(state).toMatchObject({
    daysPastDue: 36, overdueInstallments: 2, overdueSince: '2024-03-15',
    fiveTierClass: 'special_mention', status: 'overdue', payoffFen: yuan('11247.73'),
  });
});

test('worked figure 2: a partial payment takes compound, penalty and interest before principal', () => {
  const state = replay(terms, [lent, firstPaid, repay('e3', '2024-04-20', '500')], asOf);
  expect(state.allocations[1]).toMatchObject({
    eventId: 'e3', compoundFen: yuan('1.98'), penaltyFen: yuan('18'), interestFen: yuan('110'),
    principalFen: yuan('370.02'), creditFen: 0,
  });
  expect(state.balances).toMatchObject({
    principalFen: yuan('10629.98'), interestDueFen: yuan('100'), penaltyFen: yuan('2.5'), compoundFen: yuan('0.25'),
  });
  expect(state).toMatchObject({ daysPastDue: 36, overdueInstallments: 2 });
});

test('worked figure 3: a reversal takes the payment back as if it had never been', () => {
  const state = replay(terms, [lent, firstPaid, reverse('e3', '2024-04-20', 'e2')], asOf);
  expect(state.balances).toMatchObject({
    principalFen: yuan('12000'), interestDueFen: yuan('330'), penaltyFen: yuan('53'), compoundFen: yuan('6.13'),
  });
  expect(state).toMatchObject({ daysPastDue: 65, overdueInstallments: 3 });
});

test('a reversal counts from its own value date: the day before, the payment still stands', () => {
  const state = replay(terms, [lent, firstPaid, reverse('e3', '2024-04-20', 'e2')], day('2024-04-19'));
  expect(state.balances.principalFen).toBe(yuan('11000'));
});

test('an installment due today is due but not overdue', () => {
  const state = replay(terms, [lent], day('2024-02-15'));
  expect(state.balances).toMatchObject({ interestDueFen: yuan('120'), overduePrincipalFen: 0 });
  expect(state).toMatchObject({ daysPastDue: 0, overdueInstallments: 0, status: 'active', overdueSince: null });
});

test('money paid early waits as credit and pays the row on the day it falls due', () => {
  const early = [lent, repay('e2', '2024-02-10', '1200')];
  expect(replay(terms, early, day('2024-02-14')).balances).toMatchObject({
    creditFen: yuan('1200'), principalFen: yuan('12000'),
  });
  const due = replay(terms, early, day('2024-02-15'));
  expect(due.balances).toMatchObject({ creditFen: yuan('80'), principalFen: yuan('11000'), interestDueFen: 0 });
  expect(due.installments[0]).toMatchObject({ status: 'paid', settledOn: '2024-02-15' });
  expect(due.allocations[0]).toMatchObject({
    interestFen: yuan('120'), principalFen: yuan('1000'), creditFen: yuan('80'),
  });
});

test('a loan paid to the last fen is settled', () => {
  const state = replay(terms, [lent, repay('e2', '2025-01-15', '99999.99')], day('2025-01-15'));
  expect(state.status).toBe('settled');
  expect(state.balances.principalFen).toBe(0);
  expect(state.payoffFen).toBe(-state.balances.creditFen);
});

test('before its disbursement a loan is pending', () => {
  expect(replay(terms, [lent], day('2024-01-14'))).toMatchObject({ status: 'pending', installments: [], payoffFen: 0 });
});

test('a ledger that lost or made money never leaves the engine', () => {
  const tampered = replayLedger(terms, [lent, firstPaid], asOf);
  tampered.creditFen += 1;
  expect(() => writeState(tampered, asOf, dayNumber(asOf))).toThrow('lost or made money');
});
