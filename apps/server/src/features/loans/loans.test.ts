import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestApp, type TestApp, type TestUser } from '../../../test/app-fixture.ts';
import { registerLoans } from './loans.routes.ts';
import { createLoan, insertCustomer } from '../../../test/loan-fixture.ts';

let app: TestApp;
let user: TestUser;
let customerId: string;

beforeAll(async () => {
  app = await startTestApp({}, [registerLoans]);
  user = app.as('full');
  customerId = await insertCustomer(user);
});
afterAll(() => app.stop());

test('a new loan has its number, its plan and its state as of the business date', async () => {
  const reply = await createLoan(user, customerId, {}, { purpose: '进货', contractAmount: '20000.00', note: '' });
  expect(reply.status, reply.text).toBe(200);
  expect(reply.body.cells).toMatchObject({
    receiptNo: 'J202512-0001', customerName: '张三', principal: '12000.00', annualRatePct: '12.0000', method: 'equal_principal', periods: 12, termMonths: 12, dueDay: 15,
    firstDueOn: '2026-01-15', maturesOn: '2026-12-15', outstandingPrincipal: '12000.00', overdueDays: 60, overduePrincipal: '3000.00', overdueInterest: '330.00',
    class: 'special_mention', status: 'overdue', nextDueOn: '2026-04-15', purpose: '进货', contractAmount: '20000.00', note: null, overdueBucket: '31-60',
  });
  expect(reply.body.irrAnnualPct).toBe('12.0000');
  expect(reply.body.state.installments).toHaveLength(12);
  expect(reply.body.records).toMatchObject([{ type: 'disburse', occurredOn: '2025-12-15', amount: '12000.00', recordedBy: '王经理', isReversed: false }]);
  const read = await user.send('GET', `/api/loans/${reply.body.id}`);
  expect(read.body).toEqual(reply.body);
});

test('numbers go on within the month, step over taken ones, and a given number must be free', async () => {
  const taken = await createLoan(user, customerId, { disbursedOn: '2026-01-10' }, { receiptNo: 'J202601-0001' });
  expect(taken.body.cells.receiptNo).toBe('J202601-0001');
  expect((await createLoan(user, customerId, { disbursedOn: '2026-01-10' })).body.cells.receiptNo).toBe('J202601-0002');
  const again = await createLoan(user, customerId, { disbursedOn: '2026-01-10' }, { receiptNo: 'J202601-0001' });
  expect([again.status, again.body.code]).toEqual([409, 'receipt_no_taken']);
});

test('terms that make no plan, a future disbursement, an unknown customer and a rate over the cap are refused', async () => {
  const bad = await createLoan(user, customerId, { firstDueOn: '2025-12-01' });
  expect([bad.status, bad.body.code, bad.body.problems[0].path]).toEqual([400, 'invalid_input', 'terms.firstDueOn']);
  expect((await createLoan(user, customerId, { disbursedOn: '2026-03-17' })).body.code).toBe('event_in_future');
  expect((await createLoan(user, '0199d0a0-0000-7000-8000-000000000000')).status).toBe(404);
  const dear = await createLoan(user, customerId, { annualRatePct: '24.02' });
  expect([dear.body.code, dear.body.details]).toEqual(['rate_over_cap', { rate: expect.stringMatching(/^24\.0/), cap: '24.0000' }]);
  expect((await createLoan(user, customerId, { annualRatePct: '24' })).status).toBe(200);
});

test('等本等息 at 14 % costs more than the cap and is refused by its true cost', async () => {
  const flat = await createLoan(user, customerId, { method: 'flat', annualRatePct: '14' });
  expect([flat.body.code, Number(flat.body.details.rate) > 24]).toEqual(['rate_over_cap', true]);
});

test.each<[string, Record<string, unknown>]>([
  ['a balloon', { method: 'balloon', amortizationPeriods: 120 }],
  ['progressive installments', { method: 'progressive', stepRatioPct: '2', stepEvery: 3 }],
  ['own rows', { method: 'custom', customRows: [{ dueOn: '2026-06-15', principal: '2000' }, { dueOn: '2026-12-15', principal: '10000' }] }],
  ['weekly rows', { method: 'equal_principal', cycle: 'week' }],
  ['interest settled each month', { method: 'interest_only', dueRule: 'settlement_day', dueDay: 20, interestMode: 'actual_360' }],
])('a loan with %s is lent and reads in the list as on its page', async (_name, terms) => {
  const lent = await createLoan(user, customerId, terms);
  expect(lent.status, lent.text).toBe(200);
  const { state, cells } = lent.body;
  const planFen = state.installments.reduce((sum: number, row: { principalFen: number }) => sum + row.principalFen, 0);
  expect([planFen, cells.periods, cells.overdueDays]).toEqual([1_200_000, state.installments.length, state.daysPastDue]);
});

test('a fee taken at lending counts against the cap, and an incomplete balloon says which field', async () => {
  const dear = await createLoan(user, customerId, { annualRatePct: '20', upfrontFee: '600' });
  expect([dear.body.code, Number(dear.body.details.rate) > 24]).toEqual(['rate_over_cap', true]);
  const open = await createLoan(user, customerId, { method: 'balloon' });
  expect([open.status, open.body.problems[0].path, open.body.problems[0].code]).toEqual([400, 'terms.amortizationPeriods', 'balloon_missing']);
});

test('facts change with the version, and the second of two people is told who was first', async () => {
  const loan = (await createLoan(user, customerId)).body;
  const changed = await user.send('PATCH', `/api/loans/${loan.id}`, { version: loan.version, facts: { manager: '赵敏', contractAmount: null } });
  expect([changed.status, changed.body.version, changed.body.cells.manager]).toEqual([200, 2, '赵敏']);
  const late = await user.send('PATCH', `/api/loans/${loan.id}`, { version: loan.version, facts: { manager: '钱多' } });
  expect([late.status, late.body.code, late.body.details.by]).toEqual([409, 'changed_meanwhile', '王经理']);
});

test('the other institution and the reader see and change only what they may', async () => {
  const loan = (await createLoan(user, customerId)).body;
  const other = app.as('full', 'second');
  expect((await other.send('GET', `/api/loans/${loan.id}`)).status).toBe(404);
  expect((await other.send('PATCH', `/api/loans/${loan.id}`, { version: 1, facts: {} })).status).toBe(404);
  expect((await createLoan(other, customerId)).status).toBe(404);
  expect((await app.as('read_only').send('GET', `/api/loans/${loan.id}`)).status).toBe(200);
  expect((await createLoan(app.as('read_only'), customerId)).status).toBe(403);
});

test('as days pass the list grows overdue by itself', async () => {
  const loan = (await createLoan(user, customerId, { disbursedOn: '2026-03-01' })).body;
  const cellsOn = async (instant: string) => {
    app.setNow(instant);
    const page = await user.send('POST', '/api/loans/query', { filters: [{ key: 'loanId', operator: 'equals', value: loan.id }] });
    return page.body.rows[0].cells;
  };
  expect(await cellsOn('2026-04-01T04:00:00Z')).toMatchObject({ overdueDays: 0, status: 'active', class: 'normal' });
  expect(await cellsOn('2026-04-02T04:00:00Z')).toMatchObject({ overdueDays: 1, status: 'overdue', class: 'special_mention', overduePrincipal: '1000.00' });
  expect(await cellsOn('2026-07-01T04:00:00Z')).toMatchObject({ overdueDays: 91, status: 'defaulted', class: 'substandard' });
  app.setNow('2026-03-16T04:00:00.000Z');
});
