import { expect, test } from 'vitest';
import { replayReply, readReplayRequest } from './replay-format.ts';

// Contract terms of the worked figures in the replay format.
const terms = { method: 'EP', principal: '12000.00', annual_rate_pct: '12', periods: 12, start: '2024-01-15', first_due: '2024-02-15' };
const lent = { type: 'disburse', id: 'e1', occurredOn: '2024-01-15', amount: '12000.00' };
const paid = { type: 'repay', id: 'e2', occurredOn: '2024-02-15', amount: '1120.00', channel: 'cash', externalRef: 'R1' };
const asOf = '2024-04-20';

test('worked figure 2: a partial repayment after 36 days', () => {
  const reply = replayReply({ terms, events: [lent, paid, { type: 'repay', id: 'e3', occurredOn: asOf, amount: '500.00' }], asOf }, '');
  expect(reply.transactions[1]).toEqual({
    event: 'e3', occurredOn: asOf, fee: '0.00', compound: '1.98', penalty: '18.00', interest: '110.00', principal: '370.02', credit: '0.00',
  });
  expect(reply.balances).toMatchObject({ principal: '10629.98', interestDue: '100.00', penalty: '2.50', compound: '0.25' });
  expect(reply).toMatchObject({ daysPastDue: 36, overdueInstallments: 2 });
});

test('worked figure 3: the repayment reversed', () => {
  const reply = replayReply({ terms, events: [{ type: 'reverse', id: 'e3', occurredOn: asOf, of: 'e2', reason: '退票' }, lent, paid], asOf }, '');
  expect(reply.balances).toMatchObject({ principal: '12000.00', interestDue: '330.00', penalty: '53.00', compound: '6.13' });
  expect(reply).toMatchObject({ daysPastDue: 65, overdueInstallments: 3, transactions: [] });
});

test('events without an id count by their place, entry order is the day of recording', () => {
  const { events } = readReplayRequest({
    terms, asOf,
    events: [
      { type: 'repay', occurredOn: '2024-02-15', recordedOn: '2024-03-01', amount: '1' },
      { type: 'repay', occurredOn: '2024-02-15', amount: '2' },
      { type: 'disburse', occurredOn: '2024-01-15', amount: '12000' },
    ],
  }, '');
  expect(events.map((event) => [event.id, event.sequence])).toEqual([['#3', 1], ['#2', 2], ['#1', 3]]);
});

test('every type of event is read', () => {
  const wanted = [
    lent, paid,
    { type: 'draw', occurredOn: asOf, amount: '1' },
    { type: 'prepay', occurredOn: asOf, mode: 'reduce', principal: '100', fee: '1' },
    { type: 'prepay', occurredOn: asOf, mode: 'settle' },
    { type: 'reverse', occurredOn: asOf, of: 'e2' },
    { type: 'waive', occurredOn: asOf, component: 'penalty', amount: '1' },
    { type: 'fee', occurredOn: asOf, amount: '1', name: '诉讼费' },
    { type: 'rate', occurredOn: asOf, annual_rate_pct: '10' },
    { type: 'extend', occurredOn: asOf, maturity: '2025-06-15', annual_rate_pct: '9' },
    { type: 'extend', occurredOn: asOf, maturity: '2025-06-15' },
    { type: 'restructure', occurredOn: asOf, terms },
    { type: 'write_off', occurredOn: asOf },
    { type: 'recover', occurredOn: asOf, amount: '1' },
    { type: 'refund', occurredOn: asOf, amount: '1' },
    { type: 'refinance', occurredOn: asOf, loan: 'L1', qualifiedRenewal: true },
    { type: 'refinance', occurredOn: asOf, loan: 'L1' },
    { type: 'class', occurredOn: asOf, class: 'doubtful', reason: '涉诉' },
    { type: 'opening', occurredOn: asOf, principal: '1', overdueSince: asOf, overduePrincipal: '1', overdueInterest: '1', penalty: '1' },
  ];
  const { events } = readReplayRequest({ terms, asOf, events: wanted }, '');
  expect(events.map((event) => event.type).sort()).toEqual(wanted.map((event) => event.type).sort());
  expect(events.find((event) => event.type === 'opening')).toMatchObject({ overdueSince: asOf, overduePrincipalFen: 100, overdueInterestFen: 100, penaltyFen: 100 });
});

test('money on the day of the disbursement may be listed before it', () => {
  const fee = { type: 'fee', id: 'f', occurredOn: '2024-01-15', amount: '10.00', name: '公证费' };
  expect(replayReply({ terms, events: [fee, lent], asOf: '2024-01-15' }, '').balances.fee).toBe('10.00');
});

test('a rate that follows the LPR is repriced on its day', () => {
  const lpr = { tenor: '1Y', spread_bp: 735, reprice: 'jan1', values: [{ date: '2024-12-20', one_year_pct: '3.10', five_year_pct: '3.60' }] };
  const { balances } = replayReply({ terms: { ...terms, lpr }, events: [lent], asOf: '2025-01-05' }, '');
  // 1 000.00 is not due yet: 17 days at 12 % and 4 at 10.45 %.
  expect(balances.interestAccrued).toBe('6.83');
});

test.each([
  ['tenor', { tenor: '3Y', spread_bp: 1, reprice: 'jan1', values: [] }, 'terms.lpr.tenor: expected one of 1Y, 5Y'],
  ['spread', { tenor: '1Y', spread_bp: '1', reprice: 'jan1', values: [] }, 'terms.lpr.spread_bp: expected a whole number of basis points'],
  ['value', { tenor: '1Y', spread_bp: 1, reprice: 'none', values: [{ date: '2024-12-20', one_year_pct: '3' }] }, 'terms.lpr.values[0].five_year_pct: expected a text'],
  ['link', 7, 'terms.lpr: expected an object'],
])('an LPR %s that cannot be read is named', (_case, lpr, line) => {
  expect(() => replayReply({ terms: { ...terms, lpr }, events: [lent], asOf }, '')).toThrow(line);
});

test('a due date on a rest day is put off where the terms say so', () => {
  const first = { ...terms, start: '2024-09-01', first_due: '2024-10-01' };
  const dueWith = (holiday: object): unknown => replayReply({ terms: { ...first, holiday }, events: [{ ...lent, occurredOn: '2024-09-01' }], asOf: '2024-09-02' }, '').schedule[0]?.['due'];
  const holidays = ['2024-10-01', '2024-10-02', '2024-10-03', '2024-10-04', '2024-10-07'];
  expect(dueWith({ policy: 'following', extra_interest: true, holidays, working_days: ['2024-10-12'] })).toBe('2024-10-08');
  expect(dueWith({ policy: 'following', holidays })).toBe('2024-10-08');
  expect(dueWith({ policy: 'none' })).toBe('2024-10-01');
  expect(() => dueWith({ policy: 'following', holidays: ['2024-10'] })).toThrow('terms.holiday.holidays[0]: expected a date');
});

test('a cured loan follows the days alone unless the upgrade test is asked for', () => {
  const cured = { ...paid, occurredOn: '2024-06-20', amount: '12000' };
  const classWith = (more: object): string => replayReply({ terms: { ...terms, ...more }, events: [lent, cured], asOf: '2024-06-20' }, '').class;
  expect([classWith({}), classWith({ upgrade_test: true })]).toEqual(['normal', 'substandard']);
});

test.each([
  ['no events', { terms, asOf }, 'events'],
  ['no day', { terms, events: [] }, 'asOf'],
  ['terms at fault', { terms: { ...terms, principal: 'x' }, events: [], asOf }, 'terms.principal'],
  ['an unknown type', { terms, events: [{ type: 'gift', occurredOn: asOf }], asOf }, 'events[0].type'],
  ['an amount missing', { terms, events: [lent, { type: 'repay', occurredOn: asOf }], asOf }, 'events[1].amount'],
  ['an id twice', { terms, events: [lent, { ...paid, id: 'e1' }], asOf }, 'events[1].id'],
  ['new terms at fault', { terms, events: [{ type: 'restructure', occurredOn: asOf, terms: { ...terms, start: '' } }], asOf }, 'events[0].terms.start'],
  ['an event that cannot stand there', { terms, events: [paid], asOf }, 'events[0].occurredOn'],
  ['more than was agreed', { terms, events: [paid, { ...lent, id: undefined, amount: '12000.01' }], asOf }, 'events[1].amount'],
  ['an extension too long', { terms, events: [lent, { type: 'extend', id: 'x', occurredOn: asOf, maturity: '2030-01-01' }], asOf }, 'events[1].maturity'],
  ['nothing paid', { terms, events: [lent, { ...paid, amount: '0' }], asOf }, 'events[1].amount'],
  ['reversing what is not there', { terms, events: [lent, { type: 'reverse', occurredOn: asOf, of: 'e9' }], asOf }, 'events[1].of'],
  ['reversing twice', { terms, events: [lent, paid, { type: 'reverse', id: 'r1', occurredOn: asOf, of: 'e2' }, { type: 'reverse', id: 'r2', occurredOn: asOf, of: 'e2' }], asOf }, 'events[3].of'],
  ['waiving more than is owed', { terms, events: [lent, { type: 'waive', occurredOn: asOf, component: 'penalty', amount: '500' }], asOf }, 'events[1].amount'],
  ['repaying early more than is left', { terms, events: [lent, { type: 'prepay', occurredOn: asOf, mode: 'reduce', principal: '11000.01' }], asOf }, 'events[1].principal'],
  ['money after settlement', { terms, events: [lent, { type: 'prepay', occurredOn: '2024-02-15', mode: 'settle' }, { ...paid, occurredOn: asOf }], asOf }, 'events[2].occurredOn'],
])('%s: the field is named', (_case, input, field) => {
  expect(() => replayReply(input, '')).toThrow(new RegExp(`^${field.replace(/[[\]]/g, '\\$&')}: `));
});

test('a refusal says what would have been allowed', () => {
  const waived = { type: 'waive', occurredOn: asOf, component: 'interest', amount: '500' };
  const extended = { type: 'extend', occurredOn: asOf, maturity: '2030-01-01' };
  expect(() => replayReply({ terms, events: [lent, waived], asOf }, '')).toThrow('events[1].amount: waiver_exceeds_owed (most 330.00)');
  expect(() => replayReply({ terms, events: [lent, extended], asOf }, '')).toThrow('events[1].maturity: extension_beyond_limit (latest 2026-01-15)');
});
