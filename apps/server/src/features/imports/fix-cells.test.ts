import type { Import } from '@loanbook/contract/features/imports.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestApp, type TestApp, type TestUser } from '../../../test/app-fixture.ts';
import { ledgerFile, settledImport, uploadFiles } from '../../../test/import-fixture.ts';

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
