import { readXlsx } from 'hucre/xlsx';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestApp, type TestApp, type TestUser } from '../../../test/app-fixture.ts';
import { commitImport, ledgerFile, uploadFiles } from '../../../test/import-fixture.ts';

let lender: TestApp;
let clerk: TestUser;

beforeAll(async () => {
  lender = await startTestApp();
  clerk = lender.as('full');
});
afterAll(() => lender.stop());

const wrongId = [1, '甲立春', '110105194912310021', '16038120011', 'HT-1', 'JJ-1', 120000, 12, 12, '2025-09-15', '2026-09-15', '等额本金', '信用', 70000, 0, '王小满'];

test('the marked workbook can be had while the import waits, and not once it has ended', async () => {
  const ready = await uploadFiles(clerk, [await ledgerFile([wrongId])]);
  const reply = await clerk.send('GET', `/api/imports/${ready.id}/files/0/marked.xlsx`);
  expect(reply.status).toBe(200);
  expect(decodeURIComponent(String(reply.headers['content-disposition']))).toContain('台账（已标注）.xlsx');
  const audited = await lender.asOwner("select count(*)::int as count from audit_entry where action = 'import.marked_exported'");
  expect(audited.rows[0].count).toBe(1);
  expect((await clerk.send('GET', `/api/imports/${ready.id}/files/1/marked.xlsx`)).body.code).toBe('not_found');
  await commitImport(clerk, ready.id);
  expect((await clerk.send('GET', `/api/imports/${ready.id}/files/0/marked.xlsx`)).body.code).toBe('not_found');
});

test('the blank ledger comes in the language of whoever asks', async () => {
  const sheetNames = async (): Promise<string[]> => {
    const reply = await clerk.send('GET', '/api/imports/blank.xlsx');
    return (await readXlsx(reply.bytes)).sheets.map((sheet) => sheet.name);
  };
  expect(await sheetNames()).toEqual(['填写说明', '客户台账', '放款台账', '还款台账', '逾期台账', '填写示例']);
  await clerk.send('POST', '/api/session/language', { language: 'en' });
  expect(await sheetNames()).toEqual(['How to fill in', 'Customers', 'Loans', 'Repayments', 'Overdue', 'Template sample']);
});
