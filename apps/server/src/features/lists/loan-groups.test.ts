import { afterAll, beforeAll, expect, test } from 'vitest';
import { groupFields } from '@loanbook/contract/fields/group-fields.ts';
import { ledgerLists, listNames } from '@loanbook/contract/fields/ledger-lists.ts';
import type { ListGroup } from '@loanbook/contract/list-query.ts';
import { startTestApp, type TestApp } from '../../../test/app-fixture.ts';
import { addCustomers, addLoanRows } from '../../../test/factories.ts';

let testApp: TestApp;

beforeAll(async () => {
  testApp = await startTestApp();
  await testApp.as('full').inTransaction(async (tx) => {
    const [customerId = ''] = await addCustomers(tx, [{ name: '张三' }]);
    await addLoanRows(tx, [
      { customerId, receiptNo: 'J1', principalFen: 500_000, outstandingPrincipalFen: 500_000, manager: '王经理', disbursedOn: '2026-01-05', oldestOpenDueOn: '2026-03-01' },
      { customerId, receiptNo: 'J2', principalFen: 999_999, outstandingPrincipalFen: 100_000, manager: '王经理', disbursedOn: '2026-01-31' },
      { customerId, receiptNo: 'J3', principalFen: 1_000_000, outstandingPrincipalFen: 0, manager: '赵经理', disbursedOn: '2025-12-31', life: 'settled' },
      { customerId, receiptNo: 'J4', principalFen: 2_000_000_000, outstandingPrincipalFen: 2_000_000_000, manager: null, disbursedOn: null },
    ]);
  });
}, 60_000);
afterAll(() => testApp.stop());

async function groupsBy(groupBy: string, view: object = {}): Promise<ListGroup[]> {
  const reply = await testApp.as('read_only').send('POST', '/api/loans/groups', { ...view, groupBy });
  expect(reply.status, reply.text).toBe(200);
  expect(reply.body.isCut).toBe(false);
  return reply.body.groups;
}

const short = (groups: readonly ListGroup[]) => groups.map(({ value, count, sums }) => [value, count, sums['principal']]);

test('texts are gathered by value, the largest group first and those without a value last', async () => {
  expect(short(await groupsBy('manager'))).toEqual([['王经理', 2, '14999.99'], ['赵经理', 1, '10000.00'], [null, 1, '20000000.00']]);
});

test('choices come in the order of the catalogue, days by month from the latest, amounts by band', async () => {
  expect(short(await groupsBy('status'))).toEqual([['active', 2, '20009999.99'], ['overdue', 1, '5000.00'], ['settled', 1, '10000.00']]);
  expect(short(await groupsBy('disbursedOn'))).toEqual([['2026-01-01', 2, '14999.99'], ['2025-12-01', 1, '10000.00'], [null, 1, '20000000.00']]);
  expect(short(await groupsBy('principal'))).toEqual([['0.00', 2, '14999.99'], ['10000.00', 1, '10000.00'], ['10000000.00', 1, '20000000.00']]);
});

test('groups follow the filters of the view', async () => {
  expect(short(await groupsBy('status', { filters: [{ key: 'manager', operator: 'equals', value: '王经理' }] }))).toEqual([['active', 1, '9999.99'], ['overdue', 1, '5000.00']]);
});

test.each(groupFields(ledgerLists.loans).map(({ key }) => key))('the filters of each group by %s show as many rows and the same sum', async (key) => {
  const groups = await groupsBy(key);
  for (const { count, sums, filters } of groups) {
    const summary = await testApp.as('read_only').send('POST', '/api/loans/summary', { filters });
    expect(summary.body.count).toBe(count);
    expect(summary.body.sums).toMatchObject(sums);
  }
  expect(groups.reduce((rows, { count }) => rows + count, 0)).toBe(4);
});

test.each(listNames.flatMap((list) => groupFields(ledgerLists[list]).map(({ key }) => [list, key])))('%s can be grouped by %s', async (list, key) => {
  const reply = await testApp.as('read_only').send('POST', `/api/${list}/groups`, { groupBy: key });
  expect(reply.status, reply.text).toBe(200);
});

test.each([['customerName', 'field_not_groupable'], ['nonsense', 'unknown_field']])('a list is not grouped by %s', async (groupBy, code) => {
  expect((await testApp.as('full').send('POST', '/api/loans/groups', { groupBy })).body.code).toBe(code);
});
