import { readXlsx } from 'hucre/xlsx';
import { customerFields } from '@loanbook/contract/fields/customer-fields.ts';
import { ledgerLists, listNames } from '@loanbook/contract/fields/ledger-lists.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestApp, type TestApp, type TestReply, type TestUser } from '../test/app-fixture.ts';
import { commitImport, ledgerFile, uploadFiles } from '../test/import-fixture.ts';
import { createLoan, postRepayment } from '../test/loan-fixture.ts';
import { hasPdfReader, paperText } from '../test/paper-text.ts';

/*
 * Unlikely values in every sealed field of two customers, one typed in and one imported; then everything that answers is
 * called and everything that is kept is read. Nobody's numbers: the check digits are right, the people invented.
 */

/** Field → value, and a part of it that no mask shows whole; long enough to stand in no digest by chance. */
const typed: Readonly<Record<string, readonly [value: string, secret: string]>> = {
  idNumber: ['110105197203049811', '19720304'], mobile: ['16027182818', '27182818'], phone2: ['16131415926', '31415926'], email: ['jinsique.kanari@example.test', 'kanari'],
  address: ['梧桐县柳塘镇金丝雀路八一八号', '金丝雀路'], registeredAddress: ['梧桐县石门乡夜莺巷七二七号', '夜莺巷'], bankAccount: ['6200161803398874989', '16180339887'],
  spouseIdNumber: ['110105197405063726', '19740506'], spouseMobile: ['16057721566', '57721566'], emergencyContact: ['云雀映雪 16069314718', '雀映雪'],
};
const imported: typeof typed = {
  idNumber: ['11010519810708913X', '19810708'], mobile: ['13873205080', '73205080'], phone2: ['13714142135', '14142135'], email: ['yeying.nightjar@example.test', 'nightjar'],
  address: ['梧桐县双桥镇百灵路三六五号', '百灵路'], registeredAddress: ['梧桐县清溪乡画眉弄九一九号', '画眉弄'], bankAccount: ['6200122474487139159', '12247448713'],
  spouseIdNumber: ['110105198209101742', '19820910'], spouseMobile: ['13622360679', '22360679'], emergencyContact: ['杜鹃听雨 13526457513', '鹃听雨'],
};
const secrets = [...Object.values(typed), ...Object.values(imported)].map(([, secret]) => secret);

let lender: TestApp;
let clerk: TestUser;
let customerId: string;
let loanId: string;
let importId: string;
/** Everything that left the server, by what was asked. */
const said = new Map<string, string>();

beforeAll(async () => {
  lender = await startTestApp();
  clerk = lender.as('full');
  customerId = (await say('create', clerk.post('/api/customers', { name: '卡娜丽', kind: 'individual', ...valuesOf(typed) }))).body.id;
  loanId = (await say('loan', createLoan(clerk, customerId, {}, { receiptNo: 'CAN-1' }))).body.id;
  const heading = (key: string): string => key === 'registeredAddress' ? '户籍地址' : customerFields.find((field) => field.key === key)?.zh ?? key;
  const keys = Object.keys(imported);
  // The second row has a number one digit off, and a column that nothing recognises holds one more.
  const rows = [['夜鹰', ...keys.map((key) => imported[key]?.[0] ?? ''), imported['registeredAddress']?.[0] ?? ''], ['夜莺', '110105198107089134', ...keys.slice(1).map(() => ''), '11010519810708913X']];
  const file = await ledgerFile(rows, ['客户名称', ...keys.map(heading), '甲乙丙丁'], '客户台账');
  const ready = await uploadFiles(clerk, [file]);
  importId = ready.id;
  said.set('import ready', JSON.stringify(ready));
}, 60_000);
afterAll(() => lender.stop());

function valuesOf(fields: typeof typed): Record<string, string> {
  return Object.fromEntries(Object.entries(fields).map(([key, [value]]) => [key, value]));
}

async function say(what: string, reply: Promise<TestReply>): Promise<TestReply> {
  const answer = await reply;
  const isWorkbook = String(answer.headers['content-type'] ?? '').includes('spreadsheetml');
  expect({ what, status: answer.status, text: answer.status < 400 ? '' : answer.text }).toMatchObject({ text: '' });
  said.set(what, isWorkbook ? JSON.stringify(await readXlsx(answer.bytes)) : answer.text);
  return answer;
}

/** Papers of the overdue loan, which has a borrower with every sealed field. */
function papersOf(repaymentId: string): readonly (readonly [url: string, body: unknown])[] {
  return [
    [`/api/loans/${loanId}/payoff-quote.pdf`, { on: '2026-03-16' }], [`/api/loans/${loanId}/overdue-notice.pdf`, { payBy: '2026-03-31' }],
    [`/api/loans/${loanId}/statement.pdf`, { from: '2025-12-01', to: '2026-03-16' }], ['/api/overdue/notices.pdf', { payBy: '2026-03-31' }], ['/api/repayments/receipts.pdf', { repaymentIds: [repaymentId] }],
  ];
}

function leaks(texts: ReadonlyMap<string, string>): string[] {
  return [...texts].flatMap(([what, text]) => secrets.filter((secret) => text.includes(secret)).map((secret) => `${what}: ${secret}`));
}

test('every sealed field of the catalogue carries a canary', () => {
  const sealed = customerFields.filter((field) => field.mask).map((field) => field.key);
  expect(Object.keys(typed).toSorted()).toEqual(sealed.toSorted());
  expect(Object.keys(imported).toSorted()).toEqual(sealed.toSorted());
});

test('what an import shows of a workbook is masked, its mapping, rows and problems alike', async () => {
  await say('import', clerk.send('GET', `/api/imports/${importId}`));
  await say('imports', clerk.send('GET', '/api/imports'));
  for (const table of ['customer', 'loan', 'repayment', 'installment']) await say(`preview ${table}`, clerk.send('POST', `/api/imports/${importId}/preview`, { table }));
  await say('problems', clerk.send('POST', `/api/imports/${importId}/problems`, {}));
  await say('problems file', clerk.send('GET', `/api/imports/${importId}/problems.xlsx`));
  for (const table of ['customer', 'loan']) await say(`changes ${table}`, clerk.send('POST', `/api/imports/${importId}/changes`, { table }));
  expect(said.get('preview customer')).toContain('138****5080');
  expect(said.get('problems')).toContain('110105********9134');
  said.set('committed', JSON.stringify(await commitImport(clerk, importId)));
  expect((await lender.asOwner('select count(*)::int as count from customer where email_sealed is not null')).rows[0].count).toBe(2);
  // The same customer with another mobile number and address, so that a comparison has both to show.
  const otherwise = ['夜鹰', ...Object.keys(imported).map((key) => (key === 'mobile' ? '13800138000' : key === 'address' ? '梧桐县双桥镇百灵路三六六号' : imported[key]?.[0] ?? '')), ''];
  const changed = await uploadFiles(clerk, [await ledgerFile([otherwise], ['客户名称', ...Object.keys(imported).map((key) => (key === 'registeredAddress' ? '户籍地址' : customerFields.find((field) => field.key === key)?.zh ?? key)), '甲乙丙丁'], '客户台账')]);
  const changes = await say('changes of a known customer', clerk.send('POST', `/api/imports/${changed.id}/changes`, { table: 'customer' }));
  expect(changes.body.customers).toMatchObject({ changed: 1 });
  said.set('committed again', JSON.stringify(await commitImport(clerk, changed.id)));
  await say('undo preview', clerk.send('GET', `/api/imports/${changed.id}/undo`));
  expect(leaks(said)).toEqual([]);
});

test('nothing that answers says a sealed value: pages, lists, searches, exports, papers, errors', async () => {
  const posted = await postRepayment(clerk, loanId, '100.00', '2026-03-01', { payerName: '卡娜丽' });
  for (const user of [clerk, lender.as('read_only')]) {
    for (const list of listNames) {
      const columns = ledgerLists[list].fields.map((field) => field.key);
      await say(`${list} ${user.userName}`, user.send('POST', `/api/${list}/query`, {}));
      await say(`${list} summary ${user.userName}`, user.send('POST', `/api/${list}/summary`, {}));
      for (const format of ['csv', 'xlsx']) await say(`${list} ${format} ${user.userName}`, user.send('POST', `/api/${list}/export`, { format, columns }));
    }
    for (const url of [`/api/customers/${customerId}`, `/api/customers/${customerId}/same-contacts`, `/api/loans/${loanId}`, `/api/loans/${loanId}/plan.pdf`, `/api/repayments/${posted.body.repayment.id}/receipt.pdf`, `/api/loans/${loanId}/history`, '/api/dashboard', '/api/classes', '/api/views', '/api/session']) await say(`${url} ${user.userName}`, user.send('GET', url));
    for (const [url, body] of papersOf(posted.body.repayment.id)) {
      const paper = await say(`${url} ${user.userName}`, user.send('POST', url, body));
      if (hasPdfReader) said.set(`${url} read ${user.userName}`, paperText(paper));
    }
    for (const [value] of Object.values(typed)) await say(`search all ${value.slice(0, 1)} ${user.userName}`, user.send('POST', '/api/search', { text: value }));
    await say(`audit ${user.userName}`, user.send('POST', '/api/audit/query', {}));
  }
  for (const [value] of Object.values(typed)) await say(`search ${value.slice(0, 1)}`, clerk.send('POST', '/api/customers/query', { search: value }));
  said.set('taken', (await clerk.post('/api/customers', { name: '又一位', kind: 'individual', idNumber: typed['idNumber']?.[0] })).text);
  said.set('mask', (await clerk.send('PATCH', `/api/customers/${customerId}`, { version: 1, facts: { mobile: '160****2818', email: 5, address: typed['address']?.[0].repeat(40) } })).text);
  await say('change', clerk.send('PATCH', `/api/customers/${customerId}`, { version: 1, facts: valuesOf(typed) }));
  await say('cells', clerk.post('/api/customers/cells', { keep: 'good', changes: [{ id: customerId, facts: valuesOf(typed), seen: {} }] }));
  await say('cells refused', clerk.post('/api/customers/cells', { keep: 'good', changes: [{ id: customerId, facts: { ...valuesOf(typed), email: 5 }, seen: { mobile: '1' } }] }));
  await say('verify', clerk.send('POST', '/api/verify'));
  await say('backup', clerk.send('POST', '/api/backup'));
  expect(said.get('taken')).toContain('customer_id_number_taken');
  expect(leaks(said)).toEqual([]);
});

test('a reveal says the one value it was asked for, and nobody but the workers may ask', async () => {
  for (const [field, [value]] of Object.entries(typed)) {
    expect((await clerk.send('POST', `/api/customers/${customerId}/reveal`, { field, reason: '核对' })).body).toEqual({ value });
    expect((await lender.as('read_only').send('POST', `/api/customers/${customerId}/reveal`, { field, reason: '核对' })).status).toBe(403);
  }
});

test('nothing that is kept holds a sealed value in clear: no table, no log line', async () => {
  const failing = await uploadFiles(clerk, [await ledgerFile([[1, '戊大暑', imported['idNumber']?.[0] ?? '', imported['mobile']?.[0] ?? '', 'HT-1', 'CAN-2', 50000, 12, 12, '2025-09-15', '2026-09-15', '等额本息', '信用', 30000, 0, '']])]);
  await lender.asOwner('alter table loan_state add constraint broken_for_test check (outstanding_principal_fen <> 3000000)');
  await commitImport(clerk, failing.id);
  await lender.asOwner('alter table loan_state drop constraint broken_for_test');
  const tables = await lender.asOwner("select relname from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'");
  const kept = new Map<string, string>();
  for (const { relname } of tables.rows) kept.set(relname, JSON.stringify((await lender.asOwner(`select * from ${relname}`)).rows.map((row: Record<string, unknown>) => Object.fromEntries(Object.entries(row).map(([column, value]) => [column, Buffer.isBuffer(value) ? value.toString('latin1') : value])))));
  kept.set('the log', JSON.stringify(lender.log));
  expect(kept.size).toBeGreaterThan(15);
  expect(lender.log.map((line) => line.event)).toContain('import.commit_failed');
  expect(leaks(kept)).toEqual([]);
});
