import type { Import } from '@loanbook/contract/features/imports.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestApp, type TestApp, type TestUser } from '../../../test/app-fixture.ts';
import { commitImport, settledImport, uploadFiles } from '../../../test/import-fixture.ts';

let lender: TestApp;
let clerk: TestUser;

beforeAll(async () => {
  lender = await startTestApp();
  clerk = lender.as('full');
});
afterAll(() => lender.stop());

/** Headings that no rule knows: the source of a system of its own. */
const headings = ['Q1', 'Q2', 'Q3', 'Q4', 'Q5', 'Q6'];
const targets = [['loan', 'receiptNo'], ['customer', 'name'], ['loan', 'principal'], ['loan', 'outstandingPrincipal'], ['loan', 'disbursedOn'], ['loan', 'maturesOn']] as const;

const names = ['甲立春', '乙雨水', '丙惊蛰', '丁春分'];

/** Four loans of 10 000 to 40 000 yuan, half of it still owed. */
function csv(name: string, prefix: string, order = [0, 1, 2, 3, 4, 5]): { name: string; bytes: Buffer } {
  const rows = names.map((borrower, index) => [`${prefix}${index}`, borrower, `${index + 1}0000.00`, `${(index + 1) * 5}000.00`, `2025-09-1${index}`, `2026-09-1${index}`]);
  return { name, bytes: Buffer.from([headings, ...rows].map((cells) => order.map((index) => cells[index]).join(',')).join('\n')) };
}

async function correct(one: Import): Promise<Import> {
  const table = one.files[0]?.sheets[0]?.tables[0];
  const columns = { [table?.id ?? '']: Object.fromEntries(targets.map(([name, key], index) => [index, { table: name, key }])) };
  const reply = await clerk.send('POST', `/api/imports/${one.id}/mapping`, { sheets: {}, columns });
  expect(reply.status).toBe(200);
  return settledImport(clerk, one.id, ['reading']);
}

test('a mapping made once is used for the next file of the same source, and can be taken back', async () => {
  const corrected = await correct(await uploadFiles(clerk, [csv('一月.csv', 'A1')]));
  expect(corrected).toMatchObject({ totals: { customers: 4, loans: 4, outstanding: '50000.00' }, templates: [] });
  await commitImport(clerk, corrected.id);

  const next = await uploadFiles(clerk, [csv('二月.csv', 'A2', [3, 1, 0, 2, 5, 4])]);
  expect(next).toMatchObject({ totals: { customers: 4, loans: 4, principal: '100000.00', outstanding: '50000.00' }, templates: [{ name: '一月' }] });

  await clerk.send('POST', `/api/imports/${next.id}/mapping`, { sheets: {}, columns: {} });
  expect(await settledImport(clerk, next.id, ['reading'])).toMatchObject({ totals: { loans: 0 }, templates: [] });
});

test('a remembered source can be renamed and forgotten, by its own institution only', async () => {
  const [template] = (await clerk.send('GET', '/api/imports/templates')).body.templates;
  expect(template).toMatchObject({ name: '一月', columnCount: 6 });
  expect((await clerk.send('PATCH', `/api/imports/templates/${template.id}`, { name: '核心系统导出' })).status).toBe(200);
  const other = await startTestApp();
  expect((await other.as('full').send('DELETE', `/api/imports/templates/${template.id}`)).body.code).toBe('not_found');
  await other.stop();
  expect((await uploadFiles(clerk, [csv('三月.csv', 'A3')])).templates).toEqual([{ id: template.id, name: '核心系统导出' }]);
  expect((await clerk.send('DELETE', `/api/imports/templates/${template.id}`)).status).toBe(200);
  expect((await uploadFiles(clerk, [csv('四月.csv', 'A4')])).templates).toEqual([]);
});

test('a source that knows people by number alone brings them in under it, once, and leaves a name given since alone', async () => {
  const bytes = Buffer.from(['客户编号,借据号,放款金额(元),年利率(%),放款日期,到期日期,贷款余额(元)', ...[1, 2, 3].map((index) => `N${index},NL${index},10000,12,2025-01-1${index},2026-01-1${index},5000`)].join('\n'));
  const committed = await commitImport(clerk, (await uploadFiles(clerk, [{ name: '编号.csv', bytes }])).id);
  expect(committed.report).toMatchObject({ customersCreated: 3, loansCreated: 3, leftOut: [] });
  const [row] = (await clerk.send('POST', '/api/customers/query', { search: 'N1' })).body.rows;
  const { version } = (await clerk.send('GET', `/api/customers/${row.id}`)).body;
  await clerk.send('PATCH', `/api/customers/${row.id}`, { version, facts: { name: '甲立春' } });
  const again = await commitImport(clerk, (await uploadFiles(clerk, [{ name: '编号.csv', bytes }])).id);
  expect(again.report).toMatchObject({ customersCreated: 0, customersMatched: 3 });
  expect((await clerk.send('GET', `/api/customers/${row.id}`)).body.cells.name).toBe('甲立春');
});
