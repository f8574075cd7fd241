import { expect, test } from 'vitest';
import { refuseEvent } from '../check-event.ts';
import { completeTerms } from '../default-terms.ts';
import type { OpeningEvent } from '../events.ts';
import { fen } from '../money.ts';
import type { Fen } from '../money.ts';
import { replay } from '../replay.ts';
import { day, opening, percent, yuan } from '../testing/events.ts';
import type { LoanTerms } from '../terms.ts';

// 12 000.00 in twelve equal principal rows at 12 %: 1 000.00 and 120.00 on 2024-02-15, 110.00 on 03-15, … until 2025-01-15.
const terms = completeTerms({ method: 'equal_principal', principalFen: yuan('12000'), rateAnnualE8: percent('12'), startsOn: day('2024-01-15'), periods: 12 });
const free: LoanTerms = { ...terms, rateAnnualE8: percent('0') };

/** Row 0: day, principal, interest and penalty of what was in arrears; null where nothing was. */
function arrearsOf(of: LoanTerms, openedOn: string, principal: string, said: Partial<OpeningEvent>): readonly (string | Fen)[] | null {
  const row = replay(of, [opening('e1', openedOn, principal, said)], day(openedOn)).installments.find(({ number }) => number === 0);
  return row === undefined ? null : [row.dueOn, row.principalFen, row.interestFen, row.penaltyFen];
}

const since = { overdueSince: day('2024-02-15') };

test.each<readonly [string, LoanTerms, string, string, Partial<OpeningEvent>, readonly [string, string, string, string] | null]>([
  ['nothing said, nothing in arrears', terms, '2024-03-01', '11000', {}, null],
  ['only the day: what the plan says should have been repaid, with its interest', terms, '2024-03-01', '12000', since, ['2024-02-15', '1000', '120', '0']],
  ['on a due day that day’s row is behind as well', terms, '2024-03-15', '12000', since, ['2024-02-15', '2000', '230', '0']],
  ['principal as planned: interest alone', terms, '2024-03-01', '11000', since, ['2024-02-15', '0', '120', '0']],
  ['no interest in the plan: what is behind', free, '2024-03-01', '12000', since, ['2024-02-15', '1000', '0', '0']],
  ['overdue although the plan has made nothing due: all of it', free, '2024-03-01', '11000', since, ['2024-02-15', '11000', '0', '0']],
  ['the principal said: no interest is guessed', terms, '2024-03-01', '12000', { ...since, overduePrincipalFen: yuan('700') }, ['2024-02-15', '700', '0', '0']],
  ['the interest said: no principal is guessed', terms, '2024-03-01', '12000', { ...since, overdueInterestFen: yuan('90') }, ['2024-02-15', '0', '90', '0']],
  ['a penalty alone is due on the day of the takeover', terms, '2024-03-01', '11000', { penaltyFen: yuan('10') }, ['2024-03-01', '0', '0', '10']],
  ['on the day of maturity everything is due, with the interest of its row', terms, '2025-01-15', '500', {}, ['2025-01-15', '500', '10', '0']],
  ['after it everything is overdue since then', terms, '2025-03-01', '500', {}, ['2025-01-15', '500', '10', '0']],
])('%s', (_case, of, openedOn, principal, said, expected) => {
  const figures = expected === null ? null : [expected[0], ...expected.slice(1).map((amount) => yuan(amount))];
  expect(arrearsOf(of, openedOn, principal, said)).toEqual(figures);
});

test('where all of it is in arrears no other row is planned', () => {
  const state = replay(terms, [opening('e1', '2024-03-01', '1000', { ...since, overduePrincipalFen: yuan('1000') })], day('2024-03-01'));
  expect(state.installments.map((row) => row.number)).toEqual([0]);
});

test('more in arrears than is owed, and terms that make no plan, are refused by name', () => {
  const taken = opening('e1', '2024-03-01', '1000', { ...since, overduePrincipalFen: fen(yuan('1000') + 1) });
  expect(refuseEvent(terms, [], taken)).toMatchObject({ code: 'overdue_exceeds_principal', field: 'overduePrincipalFen' });
  expect(refuseEvent({ ...terms, periods: 0 }, [], opening('e1', '2024-03-01', '1000'))).toMatchObject({ code: 'periods_not_positive', field: 'periods' });
});
