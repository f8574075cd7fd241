import type { Import } from '@loanbook/contract/features/imports.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestApp, type TestApp, type TestUser } from '../../../test/app-fixture.ts';
import { commitImport, ledgerFile, settledImport, uploadFiles } from '../../../test/import-fixture.ts';
import type { TestFile } from '../../../test/multipart-body.ts';

let lender: TestApp;
let clerk: TestUser;

beforeAll(async () => {
  lender = await startTestApp();
  clerk = lender.as('full');
});
afterAll(() => lender.stop());

const ledger = ledgerFile;

const firstRow = [1, '甲立春', '11010519491231002X', '16038120011', 'HT-1', 'JJ-1', 120000, 12, 12, '2025-09-15', '2026-09-15', '等额本金', '信用', 70000, 0, '王小满'];
const overdueRow = [2, '乙雨水', '440524188001010014', '16038120012', 'HT-2', 'JJ-2', 60000, 10.8, 6, '2025-08-10', '2026-02-10', '利随本清', '保证', 60000, 18, '王小满'];
const settledRow = [3, '甲立春', '11010519491231002X', '16038120011', 'HT-3', 'JJ-3', 20000, 12, 6, '2025-01-10', '2025-07-10', '利随本清', '信用', 0, 0, '王小满'];

const upload = (files: readonly TestFile[], user = clerk): Promise<Import> => uploadFiles(user, files);
const commit = (importId: string): Promise<Import> => commitImport(clerk, importId);

test('a workbook becomes customers and loans whose balances tie to the paper', async () => {
  const ready = await upload([await ledger([firstRow, overdueRow, settledRow])]);
  expect(ready).toMatchObject({ state: 'ready', asOf: '2026-02-28', totals: { customers: 2, loans: 3, principal: '200000.00', outstanding: '130000.00' } });
  const preview = await clerk.send('POST', `/api/imports/${ready.id}/preview`, { table: 'loan' });
  expect(preview.body).toMatchObject({ total: 3 });
  const committed = await commit(ready.id);
  expect(committed).toMatchObject({ state: 'committed', report: { customersCreated: 2, loansCreated: 3, loansSkipped: 0, leftOut: [] } });
  expect(committed.report?.ties.map((tie) => tie.isEqual)).toEqual([true, true, true]);
  // 18 days past due on 28 February are 34 on 16 March: the book carries on by itself.
  const loans = await lender.asOwner("select l.receipt_no, s.life, s.outstanding_principal_fen::text as fen, days_past_due(s.oldest_open_due_on, date '2026-02-28') as then, days_past_due(s.oldest_open_due_on, date '2026-03-16') as now from loan l join loan_state s using (institution_id, loan_id) order by 1");
  expect(loans.rows).toEqual([
    { receipt_no: 'JJ-1', life: 'active', fen: '7000000', then: 0, now: 1 },
    { receipt_no: 'JJ-2', life: 'active', fen: '6000000', then: 18, now: 34 },
    { receipt_no: 'JJ-3', life: 'settled', fen: '0', then: 0, now: 0 },
  ]);
});

test('importing the same file again doubles nothing', async () => {
  const ready = await upload([await ledger([firstRow, overdueRow, settledRow])]);
  const committed = await commit(ready.id);
  expect(committed.report).toMatchObject({ customersCreated: 0, customersMatched: 2, loansCreated: 0, loansSkipped: 3 });
  const counts = await lender.asOwner('select (select count(*)::int from customer) as customers, (select count(*)::int from loan) as loans');
  expect(counts.rows[0]).toEqual({ customers: 2, loans: 3 });
});

test('after the end the workbook itself is not kept', async () => {
  const kept = await lender.asOwner("select count(*)::int as count from import_file join import_batch using (institution_id, import_id) where state = 'committed' and content_sealed is not null");
  expect(kept.rows[0].count).toBe(0);
});

test('a failure in the middle writes nothing and says so, and the import can be tried again', async () => {
  const ready = await upload([await ledger([[4, '丙惊蛰', '', '', 'HT-9', 'JJ-9', 50000, 12, 12, '2025-09-15', '2026-09-15', '等额本息', '信用', 30000, 0, '']])]);
  await lender.asOwner("alter table loan_state add constraint broken_for_test check (outstanding_principal_fen <> 3000000)");
  const failed = await commit(ready.id);
  await lender.asOwner('alter table loan_state drop constraint broken_for_test');
  expect(failed).toMatchObject({ state: 'failed', report: null });
  expect(failed.failure?.zh).toContain('没有改动');
  expect((await lender.asOwner("select count(*)::int as count from customer where name = '丙惊蛰'")).rows[0].count).toBe(0);
  expect(await commit(ready.id)).toMatchObject({ state: 'committed', report: { loansCreated: 1 } });
});

test('a line that cannot be written is left out by name, not guessed', async () => {
  const ready = await upload([await ledger([[5, '丁春分', '', '', 'HT-10', 'JJ-10', '见合同', 12, 12, '2025-09-15', '2026-09-15', '等额本息', '信用', '', '', '']])]);
  const committed = await commit(ready.id);
  expect(committed.report?.leftOut).toEqual([{ table: 'loan', source: { file: '台账.xlsx', sheet: '贷款台账', row: 4 }, reason: 'principal_unknown' }]);
});

test.each([
  ['text that is no table', { name: '说明.docx', bytes: Buffer.from('PK\u0003\u0004broken') }],
  ['an empty file', { name: '空.xlsx', bytes: Buffer.alloc(0) }],
])('%s is refused in words', async (_what, file) => {
  const failed = await upload([file]);
  expect(failed.state).toBe('failed');
  expect(failed.failure?.zh.length).toBeGreaterThan(5);
});

test('a cancelled import keeps nothing and cannot be committed', async () => {
  const ready = await upload([await ledger([firstRow])]);
  expect((await clerk.send('POST', `/api/imports/${ready.id}/cancel`, {})).body.state).toBe('cancelled');
  const refused = await clerk.send('POST', `/api/imports/${ready.id}/commit`, {});
  expect(refused.body).toMatchObject({ code: 'import_state_changed' });
});

test('a correction whose reading fails leaves nothing of the reading before to be committed', async () => {
  const ready = await upload([await ledger([firstRow])]);
  await lender.asOwner("update import_batch set state = 'reading', updated_at = '2026-03-16T03:50:00Z' where import_id = $1", [ready.id]);
  expect((await clerk.send('GET', `/api/imports/${ready.id}`)).body).toMatchObject({ state: 'failed', totals: null });
  expect((await clerk.send('POST', `/api/imports/${ready.id}/commit`, {})).body.code).toBe('import_state_changed');
  expect((await clerk.send('POST', `/api/imports/${ready.id}/mapping`, {})).status).toBe(200);
  expect(await settledImport(clerk, ready.id, ['reading'])).toMatchObject({ state: 'ready' });
});

test('neither a reader nor another institution gets at an import', async () => {
  const ready = await upload([await ledger([firstRow])]);
  expect((await lender.as('read_only').send('GET', `/api/imports/${ready.id}`)).status).toBe(403);
  expect((await lender.as('full', 'second').send('GET', `/api/imports/${ready.id}`)).status).toBe(404);
});

test('a step whose process was killed is shown as interrupted and can be started again', async () => {
  const ready = await upload([await ledger([[6, '戊清明', '', '', 'HT-11', 'JJ-11', 50000, 12, 12, '2025-09-15', '2026-09-15', '等额本息', '信用', 30000, 0, '']])]);
  await lender.asOwner("update import_batch set state = 'committing', updated_at = '2026-03-16T03:50:00Z' where import_id = $1", [ready.id]);
  const interrupted = (await clerk.send('GET', `/api/imports/${ready.id}`)).body;
  expect(interrupted).toMatchObject({ state: 'failed' });
  expect(interrupted.failure.zh).toContain('中断');
  expect(await commit(ready.id)).toMatchObject({ state: 'committed' });
});
