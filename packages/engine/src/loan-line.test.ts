import { expect, test } from 'vitest';
import { completeTerms } from './default-terms.ts';
import { loanLine } from './loan-line.ts';
import { replay } from './replay.ts';
import { day, disburse, opening, percent, repay, yuan } from './testing/events.ts';

const terms = completeTerms({
  method: 'equal_principal', principalFen: yuan('12000'), rateAnnualE8: percent('12'), periods: 12, startsOn: day('2024-01-15'),
});
const events = [disburse('e1', '2024-01-15', '12000'), repay('e2', '2024-02-15', '1130')];

test('the line of a loan says what is open and when it is next due', () => {
  expect(loanLine(terms, events, day('2024-02-20'))).toMatchObject({
    principalOutstandingFen: yuan('11000'), creditFen: yuan('10'), oldestOpenDueOn: '2024-03-15', nextDueOn: '2024-03-15', nextDueFen: yuan('1110'),
  });
});

test('days past due and overdue amounts of any later day follow from the line', () => {
  const line = loanLine(terms, events, day('2024-03-15'));
  for (const text of ['2024-03-15', '2024-03-16', '2024-06-20', '2025-03-01']) {
    const asOf = day(text);
    const state = replay(terms, events, asOf);
    const overdue = line.openInstallments.filter((row) => row.dueOn < asOf);
    expect(overdue.reduce((sum, row) => sum + row.openPrincipalFen, 0)).toBe(state.balances.overduePrincipalFen);
    expect(overdue.reduce((sum, row) => sum + row.openInterestFen, 0)).toBe(state.balances.overdueInterestFen);
    expect(line.oldestOpenDueOn).toBe(state.overdueSince ?? '2024-03-15');
  }
});

test('nothing is due on a settled loan or on principal without a plan', () => {
  const settled = loanLine(terms, [...events, repay('e3', '2025-01-15', '20000')], day('2025-01-15'));
  expect(settled).toMatchObject({ principalOutstandingFen: 0, oldestOpenDueOn: null, nextDueOn: null, nextDueFen: 0 });
  const standing = completeTerms({ ...terms, method: 'custom' });
  expect(loanLine(standing, [opening('e1', '2024-07-20', '500')], day('2024-07-20'))).toMatchObject({ principalOutstandingFen: yuan('500'), openInstallments: [] });
});
