import type { Loan } from '@loanbook/contract/features/loans.ts';
import { fen, formatYuan } from '@loanbook/engine/money.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestApp, type TestApp } from '../../../test/app-fixture.ts';
import { addCustomers } from '../../../test/factories.ts';

let testApp: TestApp;
const loans: Loan[] = [];

beforeAll(async () => {
  testApp = await startTestApp();
  const user = testApp.as('full');
  const [customerId] = await user.inTransaction((tx) => addCustomers(tx, [{ name: '赵六' }]));
  for (const [index, method] of (['equal_installment', 'equal_principal', 'interest_only', 'bullet', 'flat'] as const).entries()) {
    for (const disbursedOn of ['2024-12-31', '2025-10-15', '2026-02-16']) {
      const terms = { method, principal: '12000', annualRatePct: '12', termMonths: 12, disbursedOn, graceDays: index === 1 ? 10 : 0 };
      const created = await user.post('/api/loans', { customerId, terms, facts: {} });
      if (index % 2 === 0) await user.post('/api/repayments', { loanId: created.body.id, amount: '1500.00', paidOn: '2026-03-02', channel: 'cash' });
      const read = await user.send('GET', `/api/loans/${created.body.id}`);
      loans.push(read.body);
    }
  }
}, 120_000);
afterAll(() => testApp.stop());

test('the lists say of each loan what the engine says of it', async () => {
  const { body } = await testApp.as('full').send('POST', '/api/loans/query', { limit: 200 });
  expect(body.rows.length).toBe(15);
  expect(loans.filter((loan) => loan.state.allocations.length > 0).length).toBe(9);
  for (const { id, cells } of body.rows) {
    const state = loans.find((loan) => loan.id === id)?.state;
    const { balances, installments } = state ?? { balances: undefined, installments: [] };
    expect({ receiptNo: cells.receiptNo, overduePrincipal: cells.overduePrincipal, overdueInterest: cells.overdueInterest, outstanding: cells.outstandingPrincipal, overdueDays: cells.overdueDays, class: cells.class, nextDueOn: cells.nextDueOn }).toEqual({
      receiptNo: cells.receiptNo,
      overduePrincipal: balances && formatYuan(balances.overduePrincipalFen), overdueInterest: balances && formatYuan(balances.overdueInterestFen), outstanding: balances && formatYuan(balances.principalFen),
      overdueDays: state?.daysPastDue, class: state?.fiveTierClass,
      nextDueOn: installments.find((row) => row.status !== 'paid' && row.dueOn >= '2026-03-16')?.dueOn ?? null,
    });
  }
});

test('and what it owes in penalty, compound interest and running interest, what is overdue in all, and what would settle it', async () => {
  const { body } = await testApp.as('full').send('POST', '/api/loans/query', { limit: 200 });
  for (const { id, cells } of body.rows) {
    const loan = loans.find((one) => one.id === id);
    if (!loan) throw new Error('a loan that nobody made');
    const { balances, overdueInstallments, payoffFen, daysPastDue } = loan.state;
    const { overduePrincipalFen, overdueInterestFen, penaltyFen, compoundFen, feeFen } = balances;
    const overdueFen = daysPastDue > 0 ? overduePrincipalFen + overdueInterestFen + penaltyFen + compoundFen + feeFen : 0;
    expect([cells.receiptNo, cells.overdueInstallments, cells.penalty, cells.compound, cells.openFee, cells.interestDue, cells.interestAccrued, cells.amountOverdue, cells.payoff]).toEqual([
      cells.receiptNo, overdueInstallments, formatYuan(penaltyFen), formatYuan(compoundFen), formatYuan(feeFen), formatYuan(balances.interestDueFen), formatYuan(balances.interestAccruedFen), formatYuan(fen(overdueFen)), formatYuan(payoffFen),
    ]);
  }
  const summary = (await testApp.as('full').send('POST', '/api/overdue/summary', {})).body;
  const overdue = loans.filter((loan) => loan.state.daysPastDue > 0).map((loan) => loan.state);
  expect(overdue.some((state) => state.balances.penaltyFen > 0 && state.balances.compoundFen > 0)).toBe(true);
  expect([summary.sums.penalty, summary.sums.overduePrincipal, summary.sums.payoff]).toEqual([
    formatYuan(fen(overdue.reduce((sum, state) => sum + state.balances.penaltyFen, 0))), formatYuan(fen(overdue.reduce((sum, state) => sum + state.balances.overduePrincipalFen, 0))), formatYuan(fen(overdue.reduce((sum, state) => sum + state.payoffFen, 0))),
  ]);
});

test('a rate change and an extension show their rate and their maturity in the lists, and lists find loans by them', async () => {
  const user = testApp.as('full');
  const [customerId] = await user.inTransaction((tx) => addCustomers(tx, [{ name: '变先生' }]));
  const terms = { method: 'bullet', principal: '12000', annualRatePct: '12', termMonths: 12, disbursedOn: '2025-06-16' };
  const { body: loan } = await user.post('/api/loans', { customerId, terms, facts: {} });
  const extended = await user.post(`/api/loans/${loan.id}/events`, { type: 'extend', occurredOn: '2026-03-10', maturesOn: '2026-12-16' });
  const rated = await user.post(`/api/loans/${loan.id}/events`, { type: 'rate', occurredOn: '2026-03-12', annualRatePct: '9.5' });
  expect(rated.status, rated.text).toBe(200);
  expect(extended.status, extended.text).toBe(200);
  const page = await user.send('POST', '/api/loans/query', { filters: [{ key: 'maturesOn', operator: 'equals', value: '2026-12-16' }, { key: 'customerId', operator: 'equals', value: customerId }] });
  expect(page.body.rows.map((row: { id: string; cells: { maturesOn: string; annualRatePct: string } }) => [row.id, row.cells.maturesOn, row.cells.annualRatePct])).toEqual([[loan.id, '2026-12-16', '9.5000']]);
  expect((await user.send('GET', `/api/loans/${loan.id}`)).body.cells).toMatchObject({ maturesOn: '2026-12-16', annualRatePct: '9.5000' });
});

test('so it does of each installment', async () => {
  for (const loan of loans) {
    const { body } = await testApp.as('full').send('POST', '/api/installments/query', { filters: [{ key: 'loanId', operator: 'equals', value: loan.id }], limit: 200 });
    const expected = loan.state.installments.map((row) => [row.number, row.dueOn, formatYuan(row.principalFen), formatYuan(row.paidInterestFen), row.status !== 'paid' && row.dueOn === '2026-03-16' ? 'due_today' : row.status, row.settledOn]);
    const listed = body.rows.map(({ cells }: { cells: Record<string, unknown> }) => [cells['installmentNo'], cells['dueOn'], cells['principal'], cells['paidInterest'], cells['status'], cells['paidOn']]);
    expect(listed).toEqual(expected);
  }
});

test('grace days put off the penalty, not the day from which a loan counts as past due', async () => {
  const user = testApp.as('full');
  const [customerId] = await user.inTransaction((tx) => addCustomers(tx, [{ name: '宽先生' }]));
  const terms = { method: 'equal_principal', principal: '12000', annualRatePct: '12', termMonths: 12, disbursedOn: '2026-02-13', graceDays: 5 };
  const { body } = await user.post('/api/loans', { customerId, terms, facts: {} });
  loans.push(body);
  expect(body.state).toMatchObject({ daysPastDue: 3, fiveTierClass: 'special_mention', balances: { penaltyFen: 0 } });
  expect(body.cells).toMatchObject({ overdueDays: 3, class: 'special_mention', status: 'overdue' });
  const counted = await testApp.asOwner("select days_past_due('2026-03-13', '2026-03-13') as on_due, days_past_due('2026-03-13', '2026-03-14') as day_after, days_past_due(null, '2026-03-14') as nothing_open");
  expect(counted.rows).toEqual([{ on_due: 0, day_after: 1, nothing_open: 0 }]);
});

test('and of the overdue list exactly the loans that are past due', async () => {
  const { body } = await testApp.as('full').send('POST', '/api/overdue/query', { limit: 200 });
  const overdue = loans.filter((loan) => loan.state.daysPastDue > 0).map((loan) => loan.id);
  expect(overdue.length).toBeGreaterThan(3);
  expect(body.rows.map((row: { id: string }) => row.id).toSorted()).toEqual(overdue.toSorted());
});
