import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestApp, type TestApp } from '../../../test/app-fixture.ts';
import { addCustomers, addLoanRows } from '../../../test/factories.ts';
import { createLoan, postRepayment } from '../../../test/loan-fixture.ts';

let testApp: TestApp;

beforeAll(async () => {
  testApp = await startTestApp();
  const clerk = testApp.as('full');
  const [lin = ''] = await clerk.inTransaction(async (tx) => {
    const ids = await addCustomers(tx, [
      { name: '林晓舟', customerNo: 'K800001', mobile: '16000001111', idNumber: '110101199003077758' }, { name: '林晓', customerNo: 'K800002' }, { name: '欧阳林', customerNo: 'K800003' }, { name: '周立夏', customerNo: 'K800004' },
    ]);
    await addLoanRows(tx, [
      { customerId: ids[0] ?? '', receiptNo: 'J2025-0101', contractNo: 'HT-77', principalFen: 5_000_000, outstandingPrincipalFen: 4_000_000, disbursedOn: '2025-11-01' },
      { customerId: ids[3] ?? '', receiptNo: 'J2025-0102', contractNo: 'HT-78', life: 'void', disbursedOn: '2025-11-02' },
    ]);
    return ids;
  });
  const loan = await createLoan(clerk, lin, {}, { receiptNo: 'J2025-0200' });
  await postRepayment(clerk, loan.body.id, '1120.00', '2026-01-15', { externalRef: 'YH20260115-9' });
}, 60_000);
afterAll(() => testApp.stop());

async function search(text: string) {
  const reply = await testApp.as('read_only').send('POST', '/api/search', { text });
  expect(reply.status, reply.text).toBe(200);
  return reply.body;
}

async function namesFor(text: string): Promise<string[]> {
  return (await search(text)).customers.map((customer: { name: string }) => customer.name);
}

test.each([
  ['林', ['林晓', '欧阳林', '林晓舟']], ['林晓', ['林晓', '林晓舟']], ['晓舟', ['林晓舟']], ['linxiaozhou', ['林晓舟']], ['lxz', ['林晓舟']], ['k800004', ['周立夏']], ['1111', ['林晓舟']], ['16000001111', ['林晓舟']], ['7758', ['林晓舟']], ['110101199003077758', ['林晓舟']], ['无此人', []],
])('"%s" finds its customers, the whole name first', async (text, names) => {
  expect((await namesFor(text)).toSorted()).toEqual(names.toSorted());
  expect((await namesFor(text))[0]).toBe(names[0]);
});

test('a loan is found by the beginning of its number and by its borrower; a void one by its number alone', async () => {
  const receiptNos = async (text: string) => (await search(text)).loans.map((loan: { receiptNo: string }) => loan.receiptNo);
  expect(await receiptNos('j2025-010')).toEqual(['J2025-0101', 'J2025-0102']);
  expect(await receiptNos('HT-77')).toEqual(['J2025-0101']);
  expect(await receiptNos('林晓舟')).toEqual(['J2025-0200', 'J2025-0101']);
  expect(await receiptNos('周立夏')).toEqual([]);
});

test('a receipt is found by its reference and by its loan’s number', async () => {
  const [receipt] = (await search('YH2026')).receipts;
  expect(receipt).toMatchObject({ customerName: '林晓舟', receiptNo: 'J2025-0200', paidOn: '2026-01-15', total: '1120.00', externalRef: 'YH20260115-9', isReversed: false });
  expect((await search('J2025-0200')).receipts).toHaveLength(1);
});

test('numbers come masked, and another institution finds nothing', async () => {
  const [customer] = (await search('林晓舟')).customers;
  expect(customer).toMatchObject({ customerNo: 'K800001', mobileMask: '160****1111', activeLoans: 2 });
  const other = await testApp.as('full', 'second').send('POST', '/api/search', { text: '林晓舟' });
  expect(other.body).toEqual({ customers: [], loans: [], receipts: [] });
});
