import type { Import } from '@loanbook/contract/features/imports.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestApp, type TestApp, type TestUser } from '../../../test/app-fixture.ts';
import { commitImport, ledgerFile, settledImport, uploadFiles } from '../../../test/import-fixture.ts';

let lender: TestApp;
let clerk: TestUser;

beforeAll(async () => {
  lender = await startTestApp();
  clerk = lender.as('full');
});
afterAll(() => lender.stop());

const place = { file: '台账.xlsx', sheet: '贷款台账' };
const wrongRow = [1, '甲立春', '110105194912310021', '16038120011', 'HT-1', 'JJ-1', 120000, 12, 12, '2025-02-30', '2026-09-15', '等额本金', '信用', 70000, 0, '王小满'];

async function fix(one: Import, cells: readonly object[]): Promise<Import> {
  const reply = await clerk.send('POST', `/api/imports/${one.id}/mapping`, { sheets: {}, columns: {}, cells });
  expect(reply.status).toBe(200);
  return settledImport(clerk, one.id, ['reading']);
}

async function errorCells(one: Import): Promise<string[]> {
  const reply = await clerk.send('POST', `/api/imports/${one.id}/problems`, { severity: 'error' });
  return reply.body.problems.map((problem: { cell: string }) => problem.cell);
}

test('a retyped cell mends its problem, is kept for every browser with its author, and can be taken back', async () => {
  const one = await uploadFiles(clerk, [await ledgerFile([wrongRow])]);
  expect(await errorCells(one)).toEqual(expect.arrayContaining(['C4', 'J4']));
  const first = await fix(one, [{ ...place, cell: 'C4', text: '11010519491231002X' }]);
  expect(await errorCells(first)).toEqual(['J4']);
  const second = await fix(one, [{ ...place, cell: 'J4', text: '2025-02-28' }]);
  expect(await errorCells(second)).toEqual([]);
  expect(second.fixedCells).toMatchObject([{ ...place, cell: 'C4', text: '110105********002X', by: clerk.actor.name }, { cell: 'J4', text: '2025-02-28' }]);
  const back = await fix(one, [{ ...place, cell: 'J4', text: null }]);
  expect(await errorCells(back)).toEqual(['J4']);
  expect(back.fixedCells).toHaveLength(1);
});

test('what was retyped is sealed, and no address of a cell is taken for granted', async () => {
  const stored = await lender.asOwner("select corrections::text || coalesce(encode(cells_sealed, 'escape'), '') as text from import_batch");
  expect(stored.rows.map((row) => row.text).join('')).not.toContain('1010519491231002');
  const one = await uploadFiles(clerk, [await ledgerFile([wrongRow])]);
  const reply = await clerk.send('POST', `/api/imports/${one.id}/mapping`, { cells: [{ ...place, cell: '__proto__', text: 'x' }] });
  expect(reply.body.code).toBe('invalid_input');
});

test('the same file brought again without the corrections takes nothing back: an unreadable cell says nothing', async () => {
  const rows = [
    [1, '乙雨水', '440524199001010018', '16038120012', 'HT-11', 'JJ-11', '10-20万', 12, 12, '2025-09-15', '2026-09-15', '等额本金', '信用', 70000, 0, '王小满'],
    [2, '丙惊蛰', '', '16038120013', 'HT-12', 'JJ-12', 60000, 10.8, 12, '2025-02-30', '2026-03-10', '先息后本', '保证', 60000, 18, '王小满'],
    [3, '丁春分', '', '16038120014', 'HT-13', 'JJ-13', 60000, 10.8, 12, '2025-03-10', '2026-03-10', '先息后本', '保证', '看不清', 0, '王小满'],
  ];
  const first = await fix(await uploadFiles(clerk, [await ledgerFile(rows)]), [{ ...place, cell: 'G4', text: '15万' }, { ...place, cell: 'J5', text: '2025-02-28' }, { ...place, cell: 'N6', text: '45000' }]);
  await commitImport(clerk, first.id);
  const stored = () => lender.asOwner("select receipt_no, principal_fen::text, disbursed_on::text, method, periods, flags, version, outstanding_principal_fen::text, event_count from loan join loan_state using (institution_id, loan_id) where receipt_no like 'JJ-1_' order by 1");
  const before = (await stored()).rows;
  expect(before).toMatchObject([{ principal_fen: '15000000' }, { disbursed_on: '2025-02-28', method: 'interest_only' }, { outstanding_principal_fen: '4500000' }]);
  const again = await commitImport(clerk, (await uploadFiles(clerk, [await ledgerFile(rows)])).id);
  expect(again.report).toMatchObject({ loansCreated: 0 });
  expect((await stored()).rows).toEqual(before);
});
