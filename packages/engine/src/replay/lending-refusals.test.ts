import { expect, test } from 'vitest';
import { refuseEvent } from '../check-event.ts';
import { completeTerms } from '../default-terms.ts';
import type { DrawEvent, LoanEvent } from '../events.ts';
import { replay } from '../replay.ts';
import { base, day, disburse, opening, percent, yuan } from '../testing/events.ts';
import type { LoanTerms } from '../terms.ts';

const terms = completeTerms({ method: 'equal_principal', principalFen: yuan('12000'), rateAnnualE8: percent('12'), startsOn: day('2024-01-15'), periods: 12 });
const limit = completeTerms({ method: 'revolving', principalFen: yuan('12000'), rateAnnualE8: percent('12'), startsOn: day('2024-01-15'), maturesOn: day('2024-12-31') });

function draw(id: string, occurredOn: string, amount: string): DrawEvent {
  return { ...base(id, occurredOn), type: 'draw', amountFen: yuan(amount) };
}

const part = disburse('e1', '2024-01-15', '8000');
const drawn = draw('e1', '2024-01-15', '8000');

test.each<readonly [string, LoanTerms, readonly LoanEvent[], LoanEvent, Record<string, unknown>]>([
  ['a tranche above what was agreed', terms, [part], draw('e2', '2024-02-01', '4000.01'), { code: 'disbursed_beyond_principal', field: 'amountFen', figures: { leftFen: yuan('4000') } }],
  ['a draw above the limit', limit, [drawn], draw('e2', '2024-02-01', '4000.01'), { code: 'disbursed_beyond_principal', field: 'amountFen', figures: { leftFen: yuan('4000') } }],
  ['money for a loan that was written off', terms, [part, { ...base('e2', '2024-03-01'), type: 'write_off' }], draw('e3', '2024-03-02', '1'), { code: 'loan_written_off', field: 'type' }],
  ['money first lent after the first due day', terms, [], disburse('e1', '2024-02-16', '8000'), { code: 'no_due_date_left', field: 'occurredOn' }],
  ['a tranche on the last due day', terms, [part], draw('e2', '2025-01-15', '1'), { code: 'no_due_date_left', field: 'occurredOn' }],
  ['a tranche for a loan taken over past maturity', { ...terms, principalFen: yuan('20000') }, [opening('e1', '2025-02-01', '500')], draw('e2', '2025-02-02', '1'), { code: 'no_due_date_left', field: 'occurredOn' }],
  ['a first draw after the limit has ended', limit, [], draw('e1', '2025-01-01', '1'), { code: 'no_due_date_left', field: 'occurredOn' }],
  ['a plan of no rows', { ...terms, periods: 0 }, [], disburse('e1', '2024-01-15', '8000'), { code: 'periods_not_positive', field: 'periods' }],
])('%s is refused', (_case, of, events, event, expected) => {
  expect(refuseEvent(of, events, event)).toMatchObject(expected);
});

test.each<readonly [string, LoanTerms, readonly LoanEvent[], LoanEvent]>([
  ['the rest of what was agreed', terms, [part], draw('e2', '2024-02-01', '4000')],
  ['the rest of the limit', limit, [drawn], draw('e2', '2024-02-01', '4000')],
  ['a tranche after two rows fell due', terms, [part], draw('e2', '2024-04-01', '1000')],
  ['money first lent on the first due day', terms, [], disburse('e1', '2024-02-15', '8000')],
  ['a first draw on the last day', limit, [], draw('e1', '2024-12-31', '1')],
])('%s is taken', (_case, of, events, event) => {
  expect(refuseEvent(of, events, event)).toBeNull();
});

test('under a limit without settlement days nothing falls due before its end', () => {
  expect(replay(limit, [drawn], day('2024-12-30'))).toMatchObject({ daysPastDue: 0, balances: { interestDueFen: 0 }, installments: [] });
  expect(replay(limit, [drawn], day('2025-01-01'))).toMatchObject({ daysPastDue: 1, overdueInstallments: 1 });
});

test('a plan made anew keeps the numbers of its rows', () => {
  const state = replay(terms, [part, draw('e2', '2024-03-20', '4000')], day('2024-03-20'));
  expect(state.installments.map((row) => row.number)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
});
