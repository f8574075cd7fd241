import type { Import } from '@loanbook/contract/features/imports.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestApp, type TestApp, type TestUser } from '../../../test/app-fixture.ts';
import { importAll, ledgerRow, ledgerWorkbook, receiptsSheet, settledImport, uploadFiles } from '../../../test/import-fixture.ts';
import { createLoan, postRepayment } from '../../../test/loan-fixture.ts';

let lender: TestApp;
let clerk: TestUser;

beforeAll(async () => {
  lender = await startTestApp();
  clerk = lender.as('full');
});
afterAll(() => lender.stop());

const [january, february] = ['2026-01-31', '2026-02-28'];
const isSound = async (): Promise<boolean> => (await clerk.send('POST', '/api/verify')).body.isSound;

async function undo(importId: string): Promise<Import> {
  const reply = await clerk.send('POST', `/api/imports/${importId}/undo`, { reason: '文件选错了' });
  if (reply.status !== 200) throw new Error(reply.text);
  return settledImport(clerk, importId, ['undoing']);
}

async function loan(receiptNo: string): Promise<{ id: string; version: number; customerId: string; cells: Record<string, string> }> {
  const { loan_id: loanId } = (await lender.asOwner('select loan_id from loan where receipt_no = $1 and undone_with is null', [receiptNo])).rows[0];
  return (await clerk.send('GET', `/api/loans/${loanId}`)).body;
}

test('an undone import leaves void loans and hidden customers, and the same file can be imported again', async () => {
  const file = await ledgerWorkbook(january, [ledgerRow('甲立春', 'U-1'), ledgerRow('乙雨水', 'U-2', { overdueDays: 9 })], receiptsSheet([['U-1', '甲立春', '2025-10-15', 11200, 'S-1']]));
  const first = await importAll(clerk, file);
  expect((await clerk.send('GET', `/api/imports/${first.id}/undo`)).body).toMatchObject({ loansVoided: 2, customersDeactivated: 2, customersKept: 0, repaymentsTakenBack: 1, blockers: [] });
  expect(await undo(first.id)).toMatchObject({ state: 'undone', failure: null });
  expect((await clerk.send('POST', '/api/loans/query', {})).body.rows).toEqual([]);
  expect((await clerk.send('POST', '/api/repayments/query', {})).body.rows).toEqual([]);
  expect((await clerk.send('POST', '/api/customers/query', {})).body.rows).toEqual([]);
  expect(await isSound()).toBe(true);
  const again = await importAll(clerk, file);
  expect(again.report).toMatchObject({ customersCreated: 0, customersMatched: 2, loansCreated: 2, repaymentsWritten: 1 });
  expect(again.report?.ties.map((tie) => tie.isEqual)).toEqual([true, true, true, true, true]);
  expect((await clerk.send('POST', '/api/loans/query', {})).body.rows).toHaveLength(2);
  expect((await clerk.send('POST', '/api/customers/query', {})).body.rows).toHaveLength(2);
  expect(await isSound()).toBe(true);
});

test('undoing a second import puts balance, terms and facts back as the first one had them', async () => {
  await importAll(clerk, await ledgerWorkbook(january, [ledgerRow('丙惊蛰', 'V-1', { balance: 80_000, manager: '林小满', mobile: '16038125511' })]));
  const before = await loan('V-1');
  const second = await importAll(clerk, await ledgerWorkbook(february, [ledgerRow('丙惊蛰', 'V-1', { balance: 70_000, manager: '周大暑', mobile: '16038125522' })]));
  expect((await loan('V-1')).cells).toMatchObject({ outstandingPrincipal: '70000.00', manager: '周大暑' });
  const customer = async (): Promise<Record<string, string>> => (await clerk.send('GET', `/api/customers/${before.customerId}`)).body.cells;
  expect((await customer())['mobile']).toContain('5522');
  expect(await undo(second.id)).toMatchObject({ state: 'undone' });
  const after = await loan('V-1');
  expect(after.cells).toEqual(before.cells);
  expect((await customer())['mobile']).toContain('5511');
  expect(await isSound()).toBe(true);
  const third = await importAll(clerk, await ledgerWorkbook(february, [ledgerRow('丙惊蛰', 'V-1', { balance: 70_000 })]));
  expect(third.report?.again).toMatchObject({ loansChanged: 1 });
});

test('an import on which something hangs is not undone: postings, edits and later imports are listed', async () => {
  const first = await importAll(clerk, await ledgerWorkbook(january, [ledgerRow('丁春分', 'W-1'), ledgerRow('戊清明', 'W-2'), ledgerRow('己谷雨', 'W-3')]));
  expect((await postRepayment(clerk, (await loan('W-1')).id, '1000.00', '2026-02-10')).status).toBe(200);
  const second = await loan('W-2');
  await clerk.send('PATCH', `/api/loans/${second.id}`, { version: second.version, facts: { note: '电话核实过' } });
  await importAll(clerk, await ledgerWorkbook(february, [ledgerRow('己谷雨', 'W-3', { balance: 60_000 })]));
  const preview = (await clerk.send('GET', `/api/imports/${first.id}/undo`)).body;
  expect(preview.blockers.map((one: { kind: string; number: string; what: string }) => [one.kind, one.number, one.what])).toEqual([['posting', 'W-1', 'repay'], ['edit', 'W-2', 'loan.changed'], ['import', '台账.xlsx', '1']]);
  const refused = await clerk.send('POST', `/api/imports/${first.id}/undo`, { reason: '文件选错了' });
  expect(refused).toMatchObject({ status: 409, body: { code: 'import_has_followers', details: { count: 3 } } });
  expect((await loan('W-1')).cells['status']).not.toBe('void');
});

test('a customer with a loan of the book’s own stays when the import that brought him is undone', async () => {
  const first = await importAll(clerk, await ledgerWorkbook(january, [ledgerRow('庚立夏', 'X-1')]));
  const { customerId } = await loan('X-1');
  expect((await createLoan(clerk, customerId)).status).toBe(200);
  expect((await clerk.send('GET', `/api/imports/${first.id}/undo`)).body).toMatchObject({ customersDeactivated: 0, customersKept: 1, blockers: [] });
  await undo(first.id);
  expect((await clerk.send('GET', `/api/customers/${customerId}`)).body.figures).toMatchObject({ loans: 1, activeLoans: 1 });
});

test('undoing that stops in the middle undoes nothing and can be tried again', async () => {
  const first = await importAll(clerk, await ledgerWorkbook(january, [ledgerRow('辛小满', 'Y-1')]));
  await lender.asOwner("alter table loan_state add constraint broken_for_test check (life <> 'void') not valid");
  const failed = await undo(first.id);
  await lender.asOwner('alter table loan_state drop constraint broken_for_test');
  expect(failed).toMatchObject({ state: 'committed' });
  expect(failed.failure?.zh).toContain('没有改动');
  expect((await loan('Y-1')).cells['status']).toBe('overdue');
  await lender.asOwner("update import_batch set state = 'undoing', updated_at = '2026-03-16T03:50:00Z' where import_id = $1", [first.id]);
  expect((await clerk.send('GET', `/api/imports/${first.id}`)).body).toMatchObject({ state: 'committed', failure: { zh: expect.stringContaining('中断') } });
  expect(await undo(first.id)).toMatchObject({ state: 'undone' });
});

test('a connection killed in the middle of writing or undoing leaves the book as it was, and both can be tried again', async () => {
  const ready = await uploadFiles(clerk, [await ledgerWorkbook(january, [ledgerRow('辰处暑', 'K-1'), ledgerRow('巳白露', 'K-2')])]);
  const counts = async (): Promise<unknown> => (await lender.asOwner("select (select count(*) from loan)::int as loans, (select count(*) from loan_event)::int as events, (select count(*) from customer where deactivated_at is null)::int as customers")).rows;
  const before = await counts();
  const failed = await whileKilled(() => clerk.send('POST', `/api/imports/${ready.id}/commit`, {}), () => settledImport(clerk, ready.id, ['committing']));
  expect(failed).toMatchObject({ state: 'failed' });
  expect(await counts()).toEqual(before);
  await clerk.send('POST', `/api/imports/${ready.id}/commit`, {});
  expect(await settledImport(clerk, ready.id, ['committing'])).toMatchObject({ state: 'committed', report: { loansCreated: 2 } });
  const written = await counts();
  const stopped = await whileKilled(() => clerk.send('POST', `/api/imports/${ready.id}/undo`, { reason: '文件选错了' }), () => settledImport(clerk, ready.id, ['undoing']));
  expect(stopped).toMatchObject({ state: 'committed' });
  expect(await counts()).toEqual(written);
  expect(await undo(ready.id)).toMatchObject({ state: 'undone' });
  expect(await isSound()).toBe(true);
});

/** The connection dies at the first projection that the work writes; by its own hand, since no owner may end another's everywhere. */
async function whileKilled(begin: () => Promise<unknown>, end: () => Promise<Import>): Promise<Import> {
  await lender.asOwner("create function die_for_test() returns trigger language plpgsql as $$ begin perform pg_terminate_backend(pg_backend_pid()); perform pg_sleep(5); return new; end $$");
  await lender.asOwner('create trigger die_for_test before insert or update on loan_state for each row execute function die_for_test()');
  await begin();
  const ended = await end();
  await lender.asOwner('drop trigger die_for_test on loan_state');
  await lender.asOwner('drop function die_for_test()');
  return ended;
}

test('an adjusted balance ties the loan to its paper, stands against the same file, and can be taken back', async () => {
  const file = await ledgerWorkbook(january, [ledgerRow('壬芒种', 'Z-1', { balance: 80_000 })]);
  const first = await importAll(clerk, file);
  const { id } = await loan('Z-1');
  await postRepayment(clerk, id, '5000.00', '2026-02-20');
  const on = '2026-02-28';
  const tied = await clerk.send('POST', `/api/loans/${id}/tie`, { outstanding: '70000.00', on, reason: '与纸质台账对平' });
  expect(tied.status).toBe(200);
  expect(tied.body.cells.outstandingPrincipal).toBe('70000.00');
  expect(tied.body.records.find((record: { type: string; isReversed: boolean }) => record.type === 'opening' && !record.isReversed)).toMatchObject({ reason: '与纸质台账对平' });
  expect(await isSound()).toBe(true);
  expect((await clerk.send('POST', `/api/loans/${id}/tie`, { outstanding: '-5.00', on, reason: '与纸质台账对平' })).body.code).toBe('tie_not_possible');
  expect((await clerk.send('GET', `/api/imports/${first.id}/undo`)).body.blockers.map((one: { what: string }) => one.what)).toEqual(['repay', 'opening']);
  const lent = await createLoan(clerk, (await loan('Z-1')).customerId);
  expect((await clerk.send('POST', `/api/loans/${lent.body.id}/tie`, { outstanding: '1.00', on, reason: '与纸质台账对平' })).body.code).toBe('loan_not_taken_over');
});

test('a balance set back to what the ledger said is the ledger’s again, and stands in the way of nothing', async () => {
  const first = await importAll(clerk, await ledgerWorkbook(january, [ledgerRow('癸夏至', 'T-1', { balance: 80_000 })]));
  const { id } = await loan('T-1');
  const tie = (outstanding: string): Promise<{ status: number }> => clerk.send('POST', `/api/loans/${id}/tie`, { outstanding, on: january, reason: '与纸质台账对平' });
  expect((await tie('79000.00')).status).toBe(200);
  expect((await clerk.send('GET', `/api/imports/${first.id}/undo`)).body.blockerCount).toBe(1);
  expect((await tie('80000.00')).status).toBe(200);
  expect((await clerk.send('GET', `/api/imports/${first.id}/undo`)).body.blockerCount).toBe(0);
  expect(await undo(first.id)).toMatchObject({ state: 'undone' });
});

test('totals typed in from the paper stay with the import', async () => {
  const ready = await uploadFiles(clerk, [await ledgerWorkbook(january, [ledgerRow('子小暑', 'P-1')])]);
  const kept = await clerk.send('POST', `/api/imports/${ready.id}/paper-totals`, { loans: 2, outstanding: '70000.00' });
  expect(kept.body.paperTotals).toEqual({ loans: 2, outstanding: '70000.00' });
});
