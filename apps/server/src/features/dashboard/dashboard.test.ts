import type { Dashboard } from '@loanbook/contract/features/dashboard.ts';
import { addDays, addMonths, type CivilDate } from '@loanbook/engine/civil-date.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestApp, type TestApp } from '../../../test/app-fixture.ts';
import { addCustomers, addLoanRows, addTakenOverReceipts, day, type InstallmentRow, type LoanRow } from '../../../test/factories.ts';

const today = day('2026-03-16');
let testApp: TestApp;
let dashboard: Dashboard;

beforeAll(async () => {
  testApp = await startTestApp();
  await testApp.as('full').inTransaction(async (tx) => {
    const customerIds = await addCustomers(tx, [{ name: '甲' }, { name: '乙' }, { name: '丙' }]);
    const loanIds = await addLoanRows(tx, Array.from({ length: 70 }, (_unused, index) => madeLoan(index, customerIds[index % 3] ?? '')));
    await addTakenOverReceipts(tx, loanIds.flatMap((loanId, index) => [0, 5, 20, 40].map((daysAgo) => ({ loanId, paidOn: addDays(today, -daysAgo - (index % 3)), totalFen: 10_000 + index, isReversed: index % 10 === 3 }))));
  });
  await testApp.as('full', 'second').inTransaction(async (tx) => {
    const [customerId = ''] = await addCustomers(tx, [{ name: '别家' }]);
    await addLoanRows(tx, [{ customerId, receiptNo: 'X', outstandingPrincipalFen: 999_999, disbursedOn: today, oldestOpenDueOn: addDays(today, -9) }]);
  });
  const reply = await testApp.as('read_only').send('GET', '/api/dashboard');
  dashboard = reply.body;
}, 60_000);
afterAll(() => testApp.stop());

function madeLoan(index: number, customerId: string): LoanRow {
  const life = (['active', 'active', 'active', 'active', 'settled', 'written_off', 'pending', 'void'] as const)[index % 8] ?? 'active';
  const daysAgo = [null, 0, 1, 30, 31, 61, 91, 100, 181, 271, 361, 800][index % 12] ?? null;
  const disbursedOn = addMonths(today, -(index % 27));
  return {
    customerId, life, receiptNo: `D-${index}`, disbursedOn, principalFen: 1_000_000 + index, outstandingPrincipalFen: life === 'active' || life === 'written_off' ? 500_000 + index : 0,
    oldestOpenDueOn: daysAgo === null || life === 'settled' ? null : addDays(today, -daysAgo),
    classOverride: index % 9 === 0 ? 2 : null,
    installments: life === 'void' ? [] : Array.from({ length: 6 }, (_unused, number) => madeInstallment(index, number, disbursedOn)),
  };
}

function madeInstallment(index: number, number: number, disbursedOn: CivilDate): InstallmentRow {
  const isPaid = (index + number) % 4 === 0;
  const paidPrincipalFen = isPaid ? 100_000 : (index + number) % 5 === 0 ? 40_000 : 0;
  const row = { number: number + 1, dueOn: addDays(today, ((index * 7 + number * 3) % 25) - 10), principalFen: 100_000, interestFen: 1_000 + number, paidPrincipalFen, paidInterestFen: isPaid ? 1_000 + number : 0 };
  return { ...row, settledOn: isPaid ? disbursedOn : null };
}

const sumKeys = { customers: null, loans: 'outstandingPrincipal', overdue: 'outstandingPrincipal', installments: 'unpaid', repayments: 'total' } as const;

type Rows = Dashboard['overdue']['rows'];

async function expectRowsToSay({ rows }: { readonly rows: Rows }, count: number, value: string, sumKey: string | null = sumKeys[rows.list]): Promise<void> {
  const summary = await testApp.as('read_only').send('POST', `/api/${rows.list}/summary`, rows.view);
  expect(summary.status, summary.text).toBe(200);
  expect(summary.body.count).toBe(count);
  expect(sumKey === null ? String(summary.body.count) : summary.body.sums[sumKey]).toBe(value);
  const page = await testApp.as('read_only').send('POST', `/api/${rows.list}/query`, { ...rows.view, limit: 200 });
  expect(page.body.rows.length).toBe(Math.min(count, 200));
}

test.each(['outstandingPrincipal', 'customers', 'collectedThisMonth', 'dueInSevenDays', 'dueToday', 'overdue'] as const)('%s is what its rows count and sum to', async (name) => {
  const figure = dashboard[name];
  expect(figure.count).toBeGreaterThan(0);
  await expectRowsToSay(figure, figure.count, figure.value);
});

test('what was lent this month is the principal of its rows', async () => {
  expect(dashboard.lentThisMonth.count).toBeGreaterThan(0);
  await expectRowsToSay(dashboard.lentThisMonth, dashboard.lentThisMonth.count, dashboard.lentThisMonth.value, 'principal');
});

test('every overdue bucket is what its rows say, and the buckets make up the overdue loans', async () => {
  for (const bucket of dashboard.overdueBuckets) await expectRowsToSay(bucket, bucket.loans, bucket.outstandingPrincipal);
  expect(dashboard.overdueBuckets.filter((bucket) => bucket.loans > 0).length).toBeGreaterThan(4);
  expect(dashboard.overdueBuckets.reduce((sum, bucket) => sum + bucket.loans, 0)).toBe(dashboard.overdue.count);
});

test('every class is what its rows say, and the classes make up the balance', async () => {
  for (const row of dashboard.fiveTier) await expectRowsToSay(row, row.loans, row.outstandingPrincipal);
  expect(dashboard.fiveTier.reduce((sum, row) => sum + row.loans, 0)).toBe(dashboard.outstandingPrincipal.count);
});

test('24 months up to this one, each what its rows say', async () => {
  expect(dashboard.lendingByMonth.map((row) => row.month)).toEqual(Array.from({ length: 24 }, (_unused, index) => addMonths(today, index - 23).slice(0, 7)));
  for (const row of dashboard.lendingByMonth) await expectRowsToSay(row, row.loans, row.lent, 'principal');
  expect(dashboard.lendingByMonth.at(-1)?.collected).toBe(dashboard.collectedThisMonth.value);
});

test('the days of the week ahead are today and six more', async () => {
  const rows = await testApp.as('full').send('POST', '/api/installments/query', { ...dashboard.dueInSevenDays.rows.view, limit: 200 });
  const days = rows.body.rows.map((row: { cells: { dueOn: string } }) => row.cells.dueOn);
  expect(days.toSorted()).toEqual(days);
  expect(new Set(days)).toEqual(new Set(Array.from({ length: 7 }, (_unused, index) => addDays(today, index))));
});

test('each institution sees its own figures', async () => {
  const { body } = await testApp.as('full', 'second').send('GET', '/api/dashboard');
  expect(body.outstandingPrincipal).toMatchObject({ value: '9999.99', count: 1 });
  expect(body.collectedThisMonth).toMatchObject({ value: '0.00', count: 0 });
});
