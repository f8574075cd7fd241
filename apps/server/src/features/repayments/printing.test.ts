import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestApp, type TestApp, type TestUser } from '../../../test/app-fixture.ts';
import { registerLoans } from '../loans/loans.index.ts';
import { registerPapers } from '../papers/papers.index.ts';
import { hasPdfReader, pageCount, paperText } from '../../../test/paper-text.ts';
import { createLoan, insertCustomer, postRepayment } from '../../../test/loan-fixture.ts';
import { registerRepayments } from './repayments.routes.ts';

let app: TestApp;
let user: TestUser;
let customerId: string;

beforeAll(async () => {
  app = await startTestApp({}, [registerLoans, registerRepayments, registerPapers]);
  user = app.as('full');
  customerId = await insertCustomer(user, '欧阳淑芬');
});
afterAll(() => app.stop());

async function speak(language: 'zh' | 'en'): Promise<void> {
  await app.asOwner('update person set language = $1 where person_id = $2', [language, user.actor.personId]);
}

test('a plan of 120 rows goes over several numbered pages as an attachment', async () => {
  const loan = (await createLoan(user, customerId, { termMonths: 120, principal: '1234567.89' })).body;
  const reply = await user.send('GET', `/api/loans/${loan.id}/plan.pdf`);
  expect([reply.status, reply.headers['content-type'], pageCount(reply)]).toEqual([200, 'application/pdf', 4]);
  expect(reply.headers['content-disposition']).toContain('attachment');
  expect(reply.bytes.length).toBeLessThan(200_000);
});

test.skipIf(!hasPdfReader)('a plan says the lender, the borrower, the terms, every row and the totals (needs pdftotext)', async () => {
  const loan = (await createLoan(user, customerId, { termMonths: 60, principal: '60000.00' }, { contractNo: 'HT-9' })).body;
  const text = paperText(await user.send('GET', `/api/loans/${loan.id}/plan.pdf`));
  for (const expected of ['青禾小额贷款有限公司', '还款计划表', '欧阳淑芬', loan.cells.receiptNo, 'HT-9', '人民币陆万元整', '等额本金', '12.00 %', '2026-01-15', '合计', '78,300.00', '第1页/共2页', '第2页/共2页']) expect(text).toContain(expected);
  expect(text.match(/应还日期/g)).toHaveLength(2);
});

test.skipIf(!hasPdfReader)('a receipt says number, amount in figures and capitals, its use and the balance left (needs pdftotext)', async () => {
  const loan = (await createLoan(user, customerId)).body;
  const { repayment } = (await postRepayment(user, loan.id, '1120.00', '2026-01-15', { payerName: '欧阳先生', externalRef: 'TX-9' })).body;
  const text = paperText(await user.send('GET', `/api/repayments/${repayment.id}/receipt.pdf`));
  for (const expected of ['S20260316-001', '2026-01-15', '¥1,120.00', '人民币壹仟壹佰贰拾元整', '1,000.00', '120.00', '¥11,000.00', '欧阳先生', 'TX-9', '银行转账', '王经理', '青禾小额贷款有限公司']) expect(text).toContain(expected);
  expect(text).not.toContain('用途有变化');
});

test.skipIf(!hasPdfReader)('a receipt keeps what was posted and says when that changed or was reversed (needs pdftotext)', async () => {
  const loan = (await createLoan(user, customerId)).body;
  const { repayment } = (await postRepayment(user, loan.id, '500.00', '2026-03-16')).body;
  const print = async () => paperText(await user.send('GET', `/api/repayments/${repayment.id}/receipt.pdf`));
  const posted = await print();
  await postRepayment(user, loan.id, '1120.00', '2026-01-15');
  const changed = await print();
  expect(changed).toContain('用途有变化');
  expect(changed).toContain(repayment.principal);
  expect(posted).not.toContain('用途有变化');
  await user.post(`/api/repayments/${repayment.id}/reverse`, { reason: '退款' });
  expect(await print()).toContain('作废');
});

test.skipIf(!hasPdfReader)('papers speak the language of the person who prints them (needs pdftotext)', async () => {
  const loan = (await createLoan(user, customerId)).body;
  const { repayment } = (await postRepayment(user, loan.id, '1120.00', '2026-01-15')).body;
  await speak('en');
  expect(paperText(await user.send('GET', `/api/repayments/${repayment.id}/receipt.pdf`))).toContain('Received on');
  expect(paperText(await user.send('GET', `/api/loans/${loan.id}/plan.pdf`))).toContain('Repayment plan');
  await speak('zh');
});

test.skipIf(!hasPdfReader)('figures of eleven digits stand whole in a plan (needs pdftotext)', async () => {
  const loan = (await createLoan(user, customerId, { termMonths: 12, principal: '99999999999.99' })).body;
  const text = paperText(await user.send('GET', `/api/loans/${loan.id}/plan.pdf`));
  for (const row of loan.state.installments) expect(text).toContain((row.principalFen / 100).toLocaleString('en-US', { minimumFractionDigits: 2 }));
  expect(text).toContain('99,999,999,999.99');
});

test('all receipts of a batch come as one file in their order, each printing noted', async () => {
  const loan = (await createLoan(user, customerId)).body;
  const ids: string[] = [];
  for (const amount of ['100.00', '200.00', '300.00']) ids.push((await postRepayment(user, loan.id, amount, '2026-01-15')).body.repayment.id);
  const reply = await user.send('POST', '/api/repayments/receipts.pdf', { repaymentIds: ids.toReversed() });
  expect([reply.status, reply.headers['content-type'], pageCount(reply)]).toEqual([200, 'application/pdf', 3]);
  if (hasPdfReader) expect([...paperText(reply).matchAll(/¥(\d+\.\d\d)/g)].map((match) => match[1]).filter((amount) => /^[123]00/.test(amount ?? ''))).toEqual(['300.00', '200.00', '100.00']);
  expect((await app.asOwner("select 1 from audit_entry where action = 'receipt.printed' and object_id = $1", [loan.id])).rowCount).toBe(3);
  const missing = await user.send('POST', '/api/repayments/receipts.pdf', { repaymentIds: [...ids, '0199d0a0-0000-7000-8000-000000000000'] });
  expect(missing.status).toBe(404);
});

test('papers of another institution are not found', async () => {
  const loan = (await createLoan(user, customerId)).body;
  expect((await app.as('full', 'second').send('GET', `/api/loans/${loan.id}/plan.pdf`)).status).toBe(404);
});
