import { expect, test } from 'vitest';
import { run as runReplay } from './replay.ts';
import { run as runSchedule } from './schedule.ts';
import type { CommandIo } from './json-command.ts';

async function given(run: typeof runReplay, input: string): Promise<{ code: number; out: string[]; errors: string[] }> {
  const out: string[] = [];
  const errors: string[] = [];
  const io: CommandIo = { readInput: async () => input, print: (text) => out.push(text), printError: (text) => errors.push(text) };
  return { code: await run([], io), out, errors };
}

const terms = {
  method: 'EP', principal: '12000.00', annual_rate_pct: '12', periods: 12, start: '2024-01-15', first_due: '2024-02-15',
  interest_mode: 'monthly', rounding: 'half_up_0.01',
};

test('replay prints the state of worked figure 1', async () => {
  const events = [
    { type: 'repay', id: 'e2', occurredOn: '2024-02-15', amount: '1120.00' },
    { type: 'disburse', id: 'e1', occurredOn: '2024-01-15', amount: '12000.00' },
  ];
  const { code, out } = await given(runReplay, JSON.stringify({ terms, events, asOf: '2024-04-20' }));
  expect(code).toBe(0);
  const state = JSON.parse(out[0] ?? '');
  expect(state.balances).toEqual({
    principal: '11000.00', interestDue: '210.00', interestAccrued: '15.00',
    penalty: '20.50', compound: '2.23', fee: '0.00', credit: '0.00',
  });
  expect(state).toMatchObject({
    daysPastDue: 36, overdueInstallments: 2, class: 'special_mention', status: 'overdue', payoff: '11247.73',
  });
  expect(state.schedule[0]).toEqual({
    n: 1, due: '2024-02-15', principal: '1000.00', interest: '120.00', fee: '0.00', total: '1120.00',
    paidPrincipal: '1000.00', paidInterest: '120.00', status: 'paid',
  });
  expect(state.transactions).toEqual([{
    event: 'e2', occurredOn: '2024-02-15', fee: '0.00', compound: '0.00', penalty: '0.00',
    interest: '120.00', principal: '1000.00', credit: '0.00',
  }]);
});

test('schedule answers an array with an array', async () => {
  const { code, out } = await given(runSchedule, JSON.stringify([terms, { terms }]));
  expect(code).toBe(0);
  const replies = JSON.parse(out[0] ?? '');
  expect(replies).toHaveLength(2);
  expect(replies[1]).toEqual(replies[0]);
  expect(replies[0]).toMatchObject({ irrAnnualPct: '12.0000', eirPct: '12.6825', totals: { interest: '780.00' } });
});

test.each([
  ['a field that cannot be read', JSON.stringify({ ...terms, principal: 12000 }), 'principal: expected yuan as a text'],
  ['a number of rows in quotes', JSON.stringify({ ...terms, periods: '12' }), 'periods: expected a whole number'],
  ['a negative amount', JSON.stringify({ ...terms, principal: '-12000.00' }), 'principal: expected yuan'],
  ['too many decimals', JSON.stringify({ ...terms, principal: '12000.005' }), 'principal: expected yuan'],
  ['no input at all', '', 'input: expected JSON'],
  ['a list of no terms', '[7]', '[0]: expected an object'],
  ['null', 'null', 'input: expected an object'],
  ['a field inside an array', JSON.stringify([terms, { ...terms, start: '2024-02-30' }]), '[1].start: expected a date'],
  ['terms that make no plan', JSON.stringify({ ...terms, principal: '0' }), 'principal: principal_not_positive'],
  ['text that is not JSON', '{', 'input: expected JSON'],
])('%s: one line that names it, exit code 2', async (_case, input, line) => {
  const { code, out, errors } = await given(runSchedule, input);
  expect({ code, out }).toEqual({ code: 2, out: [] });
  expect(errors).toHaveLength(1);
  expect(errors[0]).toContain(line);
  expect(errors[0]).not.toContain('\n');
});

test('a byte order mark does not matter, a rate may be a number, and an unknown key is said', async () => {
  const { code, out, errors } = await given(runSchedule, `\uFEFF${JSON.stringify({ ...terms, annual_rate_pct: 12, grace_day: 3, method_cn: '等额本金' })}`);
  expect(code).toBe(0);
  expect(JSON.parse(out[0] ?? '').totals.interest).toBe('780.00');
  expect(errors).toEqual(['terms: passed over grace_day']);
});

test('ten thousand loans at once are answered in their order', async () => {
  const loans = Array.from({ length: 10_000 }, (_, index) => ({ ...terms, principal: `${index + 1}.00` }));
  const { code, out } = await given(runSchedule, JSON.stringify(loans));
  expect(code).toBe(0);
  const replies = JSON.parse(out[0] ?? '');
  expect(replies.map((reply: { totals: { principal: string } }) => reply.totals.principal)).toEqual(loans.map((loan) => loan.principal));
});
