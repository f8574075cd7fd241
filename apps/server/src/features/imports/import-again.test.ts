import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestApp, type TestApp, type TestUser } from '../../../test/app-fixture.ts';
import { ledgerRow, ledgerWorkbook, importAll, receiptsSheet, uploadFiles } from '../../../test/import-fixture.ts';
import { createLoan, insertCustomer, postRepayment } from '../../../test/loan-fixture.ts';

let lender: TestApp;
let clerk: TestUser;

beforeAll(async () => {
  lender = await startTestApp();
  clerk = lender.as('full');
});
afterAll(() => lender.stop());

const january = '2026-01-31';
const february = '2026-02-28';
const isSound = async (): Promise<boolean> => (await clerk.send('POST', '/api/verify')).body.isSound;

async function loanIdOf(receiptNo: string): Promise<string> {
  return (await lender.asOwner('select loan_id from loan where receipt_no = $1 and undone_with is null', [receiptNo])).rows[0].loan_id;
}

async function outstandingOf(receiptNo: string): Promise<string> {
  return (await clerk.send('GET', `/api/loans/${await loanIdOf(receiptNo)}`)).body.cells.outstandingPrincipal;
}

test('the same file twice changes nothing, and says so', async () => {
  const file = await ledgerWorkbook(february, [ledgerRow('甲立春', 'A-1'), ledgerRow('乙雨水', 'A-2', { balance: 40_000, overdueDays: 12 })]);
  await importAll(clerk, file);
  const book = async (): Promise<unknown> => (await lender.asOwner('select (select count(*) from loan_event)::int as events, (select sum(version) from loan)::int as loans, (select sum(version) from customer)::int as customers')).rows;
  const before = await book();
  const again = await uploadFiles(clerk, [file]);
  const changes = await clerk.send('POST', `/api/imports/${again.id}/changes`, {});
  expect(changes.body).toMatchObject({ customers: { new: 0, changed: 0, unchanged: 2, kept: 0 }, loans: { new: 0, changed: 0, unchanged: 2, kept: 0, missing: 0 }, repayments: 0, penaltyMultiplier: '1.5' });
  const { report } = await importAll(clerk, file);
  expect(report?.again).toMatchObject({ customersChanged: 0, loansChanged: 0, loansUnchanged: 2, keptCount: 0 });
  expect(report?.ties.map((tie) => tie.isEqual)).toEqual([true, true, true]);
  expect(await book()).toEqual(before);
});

test('a newer file takes the balance over as of its day, fills in facts, brings new loans and names those that are gone', async () => {
  await importAll(clerk, await ledgerWorkbook(january, [ledgerRow('丙惊蛰', 'B-1', { balance: 80_000 }), ledgerRow('丁春分', 'B-2', { balance: 30_000 }), ledgerRow('戊清明', 'B-9', { balance: 10_000 })]));
  const newer = await ledgerWorkbook(february, [ledgerRow('丙惊蛰', 'B-1', { balance: 70_000, manager: '林小满', mobile: '16038125501' }), ledgerRow('丁春分', 'B-2', { balance: 30_000, overdueDays: 20 }), ledgerRow('己谷雨', 'B-3')]);
  const ready = await uploadFiles(clerk, [newer]);
  const changes = (await clerk.send('POST', `/api/imports/${ready.id}/changes`, { table: 'loan' })).body;
  expect(changes.loans).toEqual({ new: 1, changed: 2, unchanged: 0, kept: 0, missing: 1 });
  const first = changes.rows.find((row: { number: string }) => row.number === 'B-1');
  expect(first.fields).toContainEqual({ key: 'outstandingPrincipal', book: '80000.00', file: '70000.00', kept: null });
  expect(changes.rows.find((row: { number: string }) => row.number === 'B-9')).toMatchObject({ state: 'missing' });
  const { report } = await importAll(clerk, newer);
  expect(report).toMatchObject({ loansCreated: 1, again: { loansChanged: 2, missingCount: 1, keptCount: 0 } });
  expect(report?.ties.map((tie) => tie.isEqual)).toEqual([true, true, true]);
  expect([await outstandingOf('B-1'), await outstandingOf('B-2')]).toEqual(['70000.00', '30000.00']);
  const loan = (await clerk.send('GET', `/api/loans/${await loanIdOf('B-2')}`)).body;
  expect(loan.state.daysPastDue).toBe(36);
  const customer = (await clerk.send('GET', `/api/customers/${(await clerk.send('GET', `/api/loans/${await loanIdOf('B-1')}`)).body.customerId}`)).body;
  expect(customer.cells).toMatchObject({ manager: '林小满' });
  expect(await isSound()).toBe(true);
});

test('an older file changes no balance', async () => {
  await importAll(clerk, await ledgerWorkbook(february, [ledgerRow('庚立夏', 'C-1', { balance: 50_000 })]));
  const { report } = await importAll(clerk, await ledgerWorkbook(january, [ledgerRow('庚立夏', 'C-1', { balance: 90_000 })]));
  expect(report?.again).toMatchObject({ loansChanged: 0, loansUnchanged: 1 });
  expect(await outstandingOf('C-1')).toBe('50000.00');
});

test('what was posted in the book stands against a newer file, and the difference is in the report', async () => {
  await importAll(clerk, await ledgerWorkbook(january, [ledgerRow('辛小满', 'D-1', { balance: 80_000 })]));
  const loanId = await loanIdOf('D-1');
  expect((await postRepayment(clerk, loanId, '10800.00', '2026-02-15', { externalRef: 'LS-1' })).status).toBe(200);
  const stands = await outstandingOf('D-1');
  const { report, id } = await importAll(clerk, await ledgerWorkbook(february, [ledgerRow('辛小满', 'D-1', { balance: 60_000 })]));
  expect(report?.again).toMatchObject({ loansChanged: 0, keptCount: 1 });
  expect(report?.again?.kept[0]).toMatchObject({ number: 'D-1', fields: expect.arrayContaining([expect.objectContaining({ key: 'outstandingPrincipal', file: '60000.00', kept: 'balance_differs' })]) });
  expect(report?.ties.find((tie) => tie.key === 'outstanding')?.isEqual).toBe(false);
  expect(await outstandingOf('D-1')).toBe(stands);
  const workbook = await clerk.send('GET', `/api/imports/${id}/changes.xlsx`);
  expect(workbook.status).toBe(200);
});

test('receipts of the file that the book has are not doubled, those it lacks are added, by reference or by day and amount', async () => {
  await importAll(clerk, await ledgerWorkbook(january, [ledgerRow('壬芒种', 'E-1', { balance: 80_000 })]));
  const loanId = await loanIdOf('E-1');
  await postRepayment(clerk, loanId, '1000.00', '2026-02-03', { externalRef: 'LS-7' });
  await postRepayment(clerk, loanId, '2000.00', '2026-02-04');
  const newer = await ledgerWorkbook(february, [ledgerRow('壬芒种', 'E-1', { balance: 70_000 })], receiptsSheet([['E-1', '壬芒种', '2026-02-03', 1000, 'LS-7'], ['E-1', '壬芒种', '2026-02-04', 2000, ''], ['E-1', '壬芒种', '2026-02-06', 2000, ''], ['E-1', '壬芒种', '2026-02-10', 500, 'LS-8']]));
  const { report } = await importAll(clerk, newer);
  expect(report?.again).toMatchObject({ repaymentsAdded: 2 });
  const receipts = await lender.asOwner("select paid_on::text, total_fen::int as fen, external_ref from repayment where loan_id = $1 and source = 'posted' order by paid_on, recorded_at", [loanId]);
  expect(receipts.rows.map((row) => [row.paid_on, row.fen, row.external_ref])).toEqual([['2026-02-03', 100_000, 'LS-7'], ['2026-02-04', 200_000, null], ['2026-02-06', 200_000, null], ['2026-02-10', 50_000, 'LS-8']]);
  const { report: third } = await importAll(clerk, newer);
  expect(third?.again).toMatchObject({ repaymentsAdded: 0, loansChanged: 0 });
  expect(await isSound()).toBe(true);
});

test('what a person entered about a customer or loan stays, and blanks are filled', async () => {
  await importAll(clerk, await ledgerWorkbook(january, [ledgerRow('癸夏至', 'F-1', { manager: '林小满' })]));
  const loan = (await clerk.send('GET', `/api/loans/${await loanIdOf('F-1')}`)).body;
  expect((await clerk.send('PATCH', `/api/loans/${loan.id}`, { version: loan.version, facts: { manager: '周大暑' } })).status).toBe(200);
  const { report } = await importAll(clerk, await ledgerWorkbook(january, [ledgerRow('癸夏至', 'F-1', { manager: '林小满' })]));
  expect(report?.again?.kept[0]?.fields).toEqual([{ key: 'manager', book: '周大暑', file: '林小满', kept: 'edited_in_book' }]);
  expect((await clerk.send('GET', `/api/loans/${loan.id}`)).body.cells.manager).toBe('周大暑');
});

test('a loan lent in the book keeps its terms, and another borrower’s loan of the same number is not touched', async () => {
  const customerId = await insertCustomer(clerk, '子小暑');
  const created = await createLoan(clerk, customerId, { principal: '12000.00' }, { receiptNo: 'G-1' });
  expect(created.status).toBe(200);
  const { report } = await importAll(clerk, await ledgerWorkbook(february, [ledgerRow('丑大暑', 'G-1')]));
  expect(report?.again?.kept).toMatchObject([{ number: 'G-1', fields: [{ key: 'customerName', book: '子小暑', file: '丑大暑', kept: 'other_borrower' }] }]);
  expect(await outstandingOf('G-1')).toBe('12000.00');
});
