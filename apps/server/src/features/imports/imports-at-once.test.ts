import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestApp, type TestApp, type TestUser } from '../../../test/app-fixture.ts';
import { commitImport, ledgerFile, ledgerHeadings, uploadFiles } from '../../../test/import-fixture.ts';
import { postRepayment } from '../../../test/loan-fixture.ts';

let lender: TestApp;
let clerk: TestUser;

beforeAll(async () => {
  lender = await startTestApp();
  clerk = lender.as('full');
});
afterAll(() => lender.stop());

async function bookCounts(): Promise<unknown> {
  return (await lender.asOwner('select (select count(*)::int from customer) as customers, (select count(*)::int from loan) as loans')).rows[0];
}

test('a ledger without loan and ID numbers, uploaded by two people and committed at once, is in the book once', async () => {
  const headings = ledgerHeadings.filter((heading) => heading !== '身份证号' && heading !== '借据号' && heading !== '联系电话');
  const file = await ledgerFile([
    [1, '甲立夏', 'HT-21', 120000, 12, 12, '2025-09-15', '2026-09-15', '等额本金', '信用', 70000, 0, '王小满'],
    [2, '乙小满', 'HT-22', 60000, 10.8, 6, '2025-08-10', '2026-02-10', '利随本清', '保证', 60000, 18, '王小满'],
  ], headings);
  const [one, other] = [await uploadFiles(clerk, [file]), await uploadFiles(clerk, [file])];
  const ended = await Promise.all([commitImport(clerk, one.id), commitImport(clerk, other.id)]);
  expect(ended.map((each) => [each.state, each.failure?.zh])).toEqual([['committed', undefined], ['committed', undefined]]);
  expect(ended.map((each) => each.report?.loansCreated).toSorted()).toEqual([0, 2]);
  expect(await bookCounts()).toEqual({ customers: 2, loans: 2 });
});

test('receipts are taken for loans of the book while an import is being committed, and both are there', async () => {
  const first = await uploadFiles(clerk, [await ledgerFile([[1, '丙芒种', '', '', 'HT-31', 'JJ-31', 120000, 12, 12, '2025-09-15', '2026-09-15', '等额本金', '信用', 70000, 0, '']])]);
  await commitImport(clerk, first.id);
  const [{ loan_id: loanId }] = (await lender.asOwner("select loan_id from loan where receipt_no = 'JJ-31'")).rows;
  const more = await ledgerFile(Array.from({ length: 300 }, (_unused, index) => [index + 1, `丁夏至${index}`, '', '', `HT-4${index}`, index === 0 ? 'JJ-31' : `JJ-4${index}`, 50000, 12, 12, '2025-09-15', '2026-09-15', '等额本息', '信用', 30000, 0, '']));
  const second = await uploadFiles(clerk, [more]);
  const [committed, ...receipts] = await Promise.all([
    commitImport(clerk, second.id),
    ...Array.from({ length: 6 }, (_unused, index) => postRepayment(clerk, loanId, `${100 + index}.00`, '2026-03-10')),
  ]);
  expect(committed.state).toBe('committed');
  expect(receipts.map((reply) => reply.status)).toEqual(Array.from({ length: 6 }, () => 200));
  expect((await lender.asOwner("select count(*)::int as count from repayment where loan_id = $1 and source = 'posted'", [loanId])).rows[0].count).toBe(6);
  expect((await clerk.send('POST', '/api/verify')).body.isSound).toBe(true);
});

test('one user name given to two people at once is one person’s', async () => {
  const replies = await Promise.all(Array.from({ length: 4 }, () => clerk.send('POST', '/api/people', { userName: 'lixia', displayName: '立夏', role: 'read_only' })));
  expect(replies.map((reply) => reply.status).toSorted()).toEqual([200, 409, 409, 409]);
  expect(new Set(replies.filter((reply) => reply.status === 409).map((reply) => reply.body.code))).toEqual(new Set(['user_name_taken']));
});
