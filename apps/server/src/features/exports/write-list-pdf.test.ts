import { parseYuan } from '@loanbook/engine/money.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestApp, type TestApp } from '../../../test/app-fixture.ts';
import { addCustomers, addLoanRows } from '../../../test/factories.ts';
import { hasPdfReader, pageCount, paperText } from '../../../test/paper-text.ts';

let testApp: TestApp;
const loanCount = 70;

beforeAll(async () => {
  testApp = await startTestApp();
  await testApp.as('full').inTransaction(async (tx) => {
    const [customerId = ''] = await addCustomers(tx, [{ name: '张三' }]);
    await addLoanRows(tx, Array.from({ length: loanCount }, (_unused, index) => ({ customerId, receiptNo: `P-${String(index).padStart(3, '0')}`, principalFen: 1_000_001 + index, outstandingPrincipalFen: 33, disbursedOn: '2025-12-31' })));
  });
}, 60_000);
afterAll(() => testApp.stop());

const columns = ['receiptNo', 'customerName', 'principal', 'annualRatePct', 'disbursedOn', 'status', 'outstandingPrincipal'];

test.skipIf(!hasPdfReader)('a list on paper repeats its header, and its page sums come to its total', async () => {
  const reply = await testApp.as('read_only').send('POST', '/api/loans/export', { format: 'pdf', columns });
  expect([reply.status, reply.headers['content-type']]).toEqual([200, 'application/pdf']);
  const text = paperText(reply);
  const pages = pageCount(reply);
  expect(pages).toBeGreaterThan(1);
  expect(text.match(/借据号 借款人/g)).toHaveLength(pages);
  expect(text.replaceAll(' ', '')).toContain(`第1页/共${pages}页`);
  expect(text).toContain('放款台账');
  const sums = [...text.matchAll(/本页小计 ([\d,.]+)/g)].map(([, sum = '']): number => parseYuan(sum.replaceAll(',', '')) ?? 0);
  expect(sums).toHaveLength(pages);
  const wholeFen = Array.from({ length: loanCount }, (_unused, index) => 1_000_001 + index).reduce((sum, amountFen) => sum + amountFen, 0);
  expect(sums.reduce((sum, amountFen) => sum + amountFen, 0)).toBe(wholeFen);
  expect(text).toContain('合计 700,');
  expect(text.match(/P-\d{3}/g)).toHaveLength(loanCount);
});

test('an empty list is still a page, and a text list has no sums', async () => {
  const empty = await testApp.as('read_only').send('POST', '/api/loans/export', { format: 'pdf', columns, search: '无此人' });
  expect([empty.status, pageCount(empty)]).toEqual([200, 1]);
  const names = await testApp.as('read_only').send('POST', '/api/customers/export', { format: 'pdf', columns: ['name', 'mobile'], language: 'en' });
  expect([names.status, pageCount(names)]).toEqual([200, 1]);
});
