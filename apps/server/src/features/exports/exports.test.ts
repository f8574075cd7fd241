import { readXlsx, type Cell, type Sheet } from 'hucre/xlsx';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestApp, type TestApp, type TestReply } from '../../../test/app-fixture.ts';
import { loansList } from '../loans/loans.index.ts';
import type { ExportSheet } from './export-sheet.ts';
import { mostPrintedRows, writeXlsx } from './write-xlsx.ts';
import { addCustomers, addLoanRows } from '../../../test/factories.ts';

let testApp: TestApp;
beforeAll(async () => {
  testApp = await startTestApp();
  await testApp.as('full').inTransaction(async (tx) => {
    const ids = await addCustomers(tx, [
      { name: '=HYPERLINK("http://example.com")', mobile: '13800135678', employer: '+86 "白石", 一部', birthDate: undefined, annualIncome: '120000.50', tags: ['老客户', '=1+1'], blacklisted: true },
      { name: '张三', employer: '@青禾\n二部', occupation: '-兼职', note: '\tTab' },
    ]);
    await addLoanRows(tx, Array.from({ length: 2_345 }, (_unused, index) => ({
      customerId: ids[index % 2] ?? '', receiptNo: `E-${String(index).padStart(4, '0')}`, principalFen: 1_000_001 + index, outstandingPrincipalFen: 33, disbursedOn: index === 0 ? null : '2025-12-31', oldestOpenDueOn: '2026-03-01',
    })));
  });
}, 60_000);
afterAll(() => testApp.stop());

async function exported(list: string, body: object): Promise<TestReply> {
  const reply = await testApp.as('read_only').send('POST', `/api/${list}/export`, { format: 'xlsx', ...body });
  expect(reply.status, reply.text.slice(0, 300)).toBe(200);
  return reply;
}

async function firstSheet(reply: TestReply): Promise<Sheet> {
  const workbook = await readXlsx(reply.bytes, { readStyles: true });
  const [sheet] = workbook.sheets;
  if (!sheet) throw new Error('no sheet');
  return sheet;
}

function cellOf(sheet: Sheet, row: number, column: number): Cell {
  const cell = sheet.cells?.get(`${row},${column}`);
  if (!cell) throw new Error(`no cell ${row},${column}`);
  return cell;
}

const columns = ['receiptNo', 'customerName', 'principal', 'annualRatePct', 'disbursedOn', 'overdueDays', 'status', 'outstandingPrincipal'];

test('a workbook has title, caption, frozen headers, typed cells in the order asked for, and totals', async () => {
  const reply = await exported('loans', { columns, sort: { key: 'receiptNo', direction: 'asc' } });
  expect(reply.headers['content-type']).toBe('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet');
  expect(decodeURIComponent(String(reply.headers['content-disposition']))).toContain('放款台账 2026-03-16.xlsx');
  const sheet = await firstSheet(reply);
  expect(sheet.name).toBe('放款台账');
  expect(sheet.rows[0]?.[0]).toBe('青禾小额贷款有限公司　放款台账');
  expect(sheet.rows[1]?.[0]).toBe('营业日 2026-03-16　李审计 导出于 2026-03-16 12:00');
  expect(sheet.rows[2]).toEqual(['借据号', '借款人', '放款金额', '年利率(%)', '放款日期', '逾期天数', '状态', '贷款余额']);
  expect(sheet.rows.length).toBe(3 + 2_345 + 1);
  expect(sheet.rows[3]?.slice(0, 4)).toEqual(['E-0000', '=HYPERLINK("http://example.com")', 10_000.01, 12]);
  expect(sheet.rows[4]?.[6]).toBe('逾期');
  const total = Array.from({ length: 2_345 }, (_unused, index) => 1_000_001 + index).reduce((sum, amount) => sum + amount, 0) / 100;
  expect(sheet.rows.at(-1)).toEqual(['合计', null, total, null, null, null, null, 773.85]);
});

test('amounts, rates and days are numbers with their formats; texts are texts, never formulas', async () => {
  const sheet = await firstSheet(await exported('loans', { columns, sort: { key: 'receiptNo', direction: 'asc' } }));
  expect(cellOf(sheet, 3, 2)).toMatchObject({ type: 'number', style: { numFmt: '#,##0.00' } });
  expect(cellOf(sheet, 3, 3)).toMatchObject({ type: 'number', style: { numFmt: '0.0000' } });
  expect(cellOf(sheet, 4, 4)).toMatchObject({ type: 'date', value: new Date('2025-12-31T00:00:00Z') });
  expect(sheet.rows[3]?.[1]).toBe('=HYPERLINK("http://example.com")');
  expect([...(sheet.cells?.values() ?? [])].filter((cell) => cell.formula !== undefined)).toEqual([]);
  expect(cellOf(sheet, 2, 0).style?.font?.bold).toBe(true);
  expect(cellOf(sheet, 3, 2).style?.font?.bold).not.toBe(true);
  expect(cellOf(sheet, 2_348, 2).style?.font?.bold).toBe(true);
});

test('a list that fits on paper is set up to print; a long one still comes whole', async () => {
  const workbook = await readXlsx((await exported('loans', { columns })).bytes);
  expect(workbook.sheets[0]?.pageSetup).toMatchObject({ orientation: 'landscape', fitToWidth: 1, printTitlesRow: '$3:$3' });
  expect(workbook.sheets[0]?.headerFooter?.oddFooter).toContain('第 &P 页 / 共 &N 页');
  const rows = Array.from({ length: mostPrintedRows + 3 }, (_unused, index) => [`E-${index}`, 100]);
  const sheetColumns = ['receiptNo', 'principal'].flatMap((key) => {
    const [field, column] = [loansList.ledger.fields.find((one) => one.key === key), loansList.columns[key]];
    return field && column ? [{ field, column, header: field.zh }] : [];
  });
  const list: ExportSheet = { name: '放款台账', lender: '青禾', caption: '', totalLabel: '合计', language: 'zh', columns: sheetColumns };
  const chunks: Uint8Array[] = [];
  for await (const chunk of writeXlsx(list, (async function* () { yield rows; })())) chunks.push(chunk);
  const long = await readXlsx(Buffer.concat(chunks), { readStyles: true });
  expect([long.sheets[0]?.rows.length, long.sheets[0]?.rows.at(-1)]).toEqual([3 + rows.length + 1, ['合计', rows.length]]);
  expect(long.sheets[0]?.cells?.get('2,0')?.style?.font?.bold).toBe(true);
});

test('a filter narrows the file and its caption says so', async () => {
  const sheet = await firstSheet(await exported('loans', { columns: ['receiptNo', 'principal'], filters: [{ key: 'receiptNo', operator: 'equals', value: 'E-0007' }] }));
  expect(sheet.rows[1]?.[0]).toContain('（已筛选）');
  expect(sheet.rows.slice(3)).toEqual([['E-0007', 10_000.08], ['合计', 10_000.08]]);
});

test('in English everything but people\'s own words is English', async () => {
  const sheet = await firstSheet(await exported('customers', { columns: ['name', 'blacklisted', 'kind', 'mobile'], language: 'en', search: '张三' }));
  expect(sheet.name).toBe('Customers');
  expect(sheet.rows[1]?.[0]).toBe('Business date 2026-03-16, exported by 李审计 on 2026-03-16 12:00 (filtered)');
  expect(sheet.rows.slice(2)).toEqual([['Name', 'Blacklisted', 'Kind', 'Mobile'], ['张三', 'No', 'Individual', null]]);
});

test('CSV starts with a byte order mark, keeps numbers plain and disarms formulas', async () => {
  const reply = await exported('customers', { format: 'csv', columns: ['name', 'mobile', 'employer', 'occupation', 'annualIncome', 'tags', 'blacklisted', 'note'], sort: { key: 'name', direction: 'asc' } });
  expect(reply.headers['content-type']).toBe('text/csv; charset=utf-8');
  expect(reply.bytes.subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]));
  expect(reply.bytes.toString('utf8').slice(1).split('\r\n')).toEqual([
    '客户名称,手机,工作单位,职业,年收入,标签,黑名单,备注',
    `"'=HYPERLINK(""http://example.com"")",138****5678,"'+86 ""白石"", 一部",,120000.50,老客户、=1+1,是,`,
    `张三,,"'@青禾\n二部",'-兼职,,,否,'\tTab`,
    '',
  ]);
});

test('a sealed field leaves the house as its mask only', async () => {
  for (const format of ['xlsx', 'csv']) {
    const reply = await exported('customers', { format, columns: ['mobile', 'idNumber'] });
    const text = format === 'csv' ? reply.text : JSON.stringify((await firstSheet(reply)).rows);
    expect(text).toContain('138****5678');
    expect(text).not.toContain('13800135678');
  }
});

test('every export is in the audit trail before its first byte, with columns and without values', async () => {
  await exported('loans', { format: 'csv', columns: ['receiptNo'], search: '张三' });
  const audit = await testApp.asOwner(`select action, fields, actor_name, row_to_json(audit_entry)::text as text from audit_entry where action = 'loans.exported' order by sequence desc limit 1`);
  expect(audit.rows[0]).toMatchObject({ action: 'loans.exported', fields: ['receiptNo', 'filters', 'search', 'format'], actor_name: '李审计' });
  expect(audit.rows[0].text).not.toContain('张三');
});

test.each([
  [{ columns: ['nonsense'] }, 400, 'unknown_field'],
  [{ columns: [] }, 400, 'invalid_input'],
  [{ columns: ['receiptNo'], filters: [{ key: 'nonsense', operator: 'empty' }] }, 400, 'unknown_field'],
  [{ columns: ['receiptNo'], sort: { key: 'note', direction: 'asc' } }, 400, 'field_not_sortable'],
])('an export that cannot be made is refused before anything is sent: %j', async (body, status, code) => {
  const reply = await testApp.as('full').send('POST', '/api/loans/export', { format: 'csv', ...body });
  expect([reply.status, reply.body.code]).toEqual([status, code]);
});

test('a reader who hangs up ends the export, and its connection goes back to the pool', async () => {
  const address = await testApp.app.fastify.listen({ port: 0, host: '127.0.0.1' });
  const controller = new AbortController();
  const response = await fetch(`${address}/api/loans/export`, {
    method: 'POST', signal: controller.signal, headers: { cookie: testApp.as('full').cookie, 'content-type': 'application/json' },
    body: JSON.stringify({ format: 'csv', columns: Array.from({ length: 60 }, () => 'customerName') }),
  });
  await response.body?.getReader().read();
  controller.abort();
  await expect.poll(() => testApp.log.some((line) => line.event === 'export cut short'), { timeout: 10_000 }).toBe(true);
  await expect.poll(() => testApp.context.appPool.totalCount - testApp.context.appPool.idleCount).toBe(0);
});

test('another institution exports its own nothing', async () => {
  const reply = await testApp.as('full', 'second').send('POST', '/api/loans/export', { format: 'csv', columns: ['receiptNo'] });
  expect(reply.text).toBe('\uFEFF借据号\r\n');
});
