import { readXlsx } from 'hucre/xlsx';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { startTestApp, type TestApp, type TestUser } from '../../../test/app-fixture.ts';
import { registerLoans } from '../loans/loans.index.ts';
import { createLoan, insertCustomer, postRepayment } from '../../../test/loan-fixture.ts';
import { registerRepayments } from './repayments.routes.ts';

let app: TestApp;
let user: TestUser;
let customerId: string;
let loanId: string;

beforeAll(async () => {
  app = await startTestApp({}, [registerLoans, registerRepayments]);
  user = app.as('full');
  customerId = await insertCustomer(user);
});
afterAll(() => app.stop());
// Lent 2025-12-15, rows of 1 000.00 and 1 % interest due on the 15th; the business date is 2026-03-16.
beforeEach(async () => {
  loanId = (await createLoan(user, customerId)).body.id;
});

async function loanCells(): Promise<Record<string, unknown>> {
  return (await user.send('GET', `/api/loans/${loanId}`)).body.cells;
}

test('a receipt is split by the allocation rule and the parts sum to it', async () => {
  await postRepayment(user, loanId, '1120.00', '2026-01-15');
  const reply = await postRepayment(user, loanId, '500.00', '2026-03-16', { externalRef: 'TX-1', payerName: '张三的妻子', note: '柜台' });
  expect(reply.status, reply.text).toBe(200);
  // 29 days past due: penalty 1 000 × 18 % / 360 × 29 = 14.50, compound on 110.00: 1.60.
  expect(reply.body.repayment).toMatchObject({ total: '500.00', fee: '0.00', compound: '1.60', penalty: '14.50', interest: '110.00', principal: '373.90', credit: '0.00', isReversed: false, paidOn: '2026-03-16', customerName: '张三' });
  expect(reply.body.state.balances.principalFen).toBe(10_626_10);
  expect(await loanCells()).toMatchObject({ outstandingPrincipal: '10626.10', repaidPrincipal: '1373.90', repaidInterest: '230.00', overdueDays: 29 });
});

test('a receipt entered late re-allocates the later ones', async () => {
  const later = await postRepayment(user, loanId, '1000.00', '2026-03-16');
  expect(later.body.repayment.penalty).not.toBe('0.00');
  await postRepayment(user, loanId, '1120.00', '2026-01-15');
  const listed = await user.send('POST', '/api/repayments/query', { filters: [{ key: 'loanId', operator: 'equals', value: loanId }], sort: { key: 'paidOn', direction: 'asc' } });
  expect(listed.body.rows.map((row: { cells: Record<string, string> }) => [row.cells['paidOn'], row.cells['interest'], row.cells['penalty']])).toEqual([['2026-01-15', '120.00', '0.00'], ['2026-03-16', '110.00', '14.50']]);
});

test('money before the due date waits as credit and pays on the day', async () => {
  for (const [amount, day] of [['1120.00', '2026-01-15'], ['1110.00', '2026-02-15'], ['1100.00', '2026-03-15']] as const) await postRepayment(user, loanId, amount, day);
  const early = await postRepayment(user, loanId, '1090.00', '2026-03-16');
  expect(early.body.repayment).toMatchObject({ credit: '1090.00', principal: '0.00' });
  app.setNow('2026-05-10T04:00:00Z');
  expect(await loanCells()).toMatchObject({ overdueDays: 0, status: 'active' });
  app.setNow('2026-05-20T04:00:00Z');
  expect(await loanCells()).toMatchObject({ overdueDays: 5, status: 'overdue' });
  app.setNow('2026-03-16T04:00:00.000Z');
});

test('what cannot be posted is refused by name and changes nothing', async () => {
  const codeOf = async (amount: string, paidOn: string) => (await postRepayment(user, loanId, amount, paidOn)).body;
  expect(await codeOf('100.00', '2026-03-17')).toMatchObject({ code: 'event_in_future', details: { businessDate: '2026-03-16' } });
  expect(await codeOf('100.00', '2025-12-14')).toMatchObject({ code: 'event_before_disbursement', details: { disbursedOn: '2025-12-15' } });
  expect(await codeOf('99999.00', '2026-03-16')).toMatchObject({ code: 'amount_exceeds_payoff' });
  expect((await postRepayment(user, '0199d0a0-0000-7000-8000-000000000000', '1.00', '2026-03-16')).status).toBe(404);
  expect((await postRepayment(user, loanId, '0.00', '2026-03-16')).body.code).toBe('invalid_input');
  expect(await loanCells()).toMatchObject({ outstandingPrincipal: '12000.00' });
});

test('a payoff settles the loan early; one fen more is refused unless it is kept as credit; afterwards nothing can be posted', async () => {
  const payoff = (await user.send('GET', `/api/loans/${loanId}`)).body.state.payoffFen;
  const yuan = (amountFen: number): string => (amountFen / 100).toFixed(2);
  const over = await postRepayment(user, loanId, yuan(payoff + 1), '2026-03-16');
  expect(over.body).toMatchObject({ code: 'amount_exceeds_payoff', details: { payoff: yuan(payoff) } });
  const kept = await postRepayment(user, loanId, yuan(payoff + 1), '2026-03-16', { keepExcess: true });
  expect(kept.body.repayment).toMatchObject({ credit: '0.01', principal: '12000.00' });
  expect(kept.body.state).toMatchObject({ status: 'settled', payoffFen: -1 });
  expect(await loanCells()).toMatchObject({ status: 'settled', outstandingPrincipal: '0.00', overdueDays: 0, nextDueOn: null });
  expect((await postRepayment(user, loanId, '1.00', '2026-03-16')).body.code).toBe('loan_settled');
});

test('a reversal restores the state before, keeps both entries, and happens once', async () => {
  const before = (await user.send('GET', `/api/loans/${loanId}`)).body;
  const { repayment } = (await postRepayment(user, loanId, '1120.00', '2026-01-15')).body;
  const url = `/api/repayments/${repayment.id}/reverse`;
  const reply = await user.post(url, { reason: '记错了贷款' });
  expect(reply.status, reply.text).toBe(200);
  expect(reply.body.repayment).toMatchObject({ isReversed: true, principal: '0.00' });
  const after = (await user.send('GET', `/api/loans/${loanId}`)).body;
  expect({ ...after.state, allocations: [] }).toEqual({ ...before.state, allocations: [] });
  expect(after.cells).toEqual(before.cells);
  expect(after.records.map((record: Record<string, unknown>) => [record['type'], record['isReversed'], record['reason']])).toEqual([['disburse', false, null], ['repay', true, null], ['reverse', false, '记错了贷款']]);
  expect((await user.post(url, { reason: '再来一次' })).body.code).toBe('already_reversed');
  expect((await user.post('/api/repayments/0199d0a0-0000-7000-8000-000000000000/reverse', { reason: '没有这笔' })).status).toBe(404);
});

test('a reversed receipt stays in the list and leaves its sums, on the screen and in the workbook', async () => {
  await postRepayment(user, loanId, '1120.00', '2026-01-15');
  const wrong = await postRepayment(user, loanId, '5000.00', '2026-02-15');
  await user.post(`/api/repayments/${wrong.body.repayment.id}/reverse`, { reason: '录错金额' });
  const view = { filters: [{ key: 'loanId', operator: 'equals', value: loanId }] };
  const summary = await user.send('POST', '/api/repayments/summary', view);
  expect(summary.body).toMatchObject({ count: 2, sums: { total: '1120.00' } });
  const file = await user.send('POST', '/api/repayments/export', { ...view, format: 'xlsx', columns: ['paidOn', 'total'], language: 'zh' });
  const workbook = await readXlsx(file.bytes);
  expect(workbook.sheets[0]?.rows.at(-1)?.at(1)).toBe(1120);
});

test('reversing the receipt of an early settlement opens the loan again', async () => {
  const payoff = (await user.send('GET', `/api/loans/${loanId}`)).body.state.payoffFen;
  const { repayment } = (await postRepayment(user, loanId, (payoff / 100).toFixed(2), '2026-03-16')).body;
  await user.post(`/api/repayments/${repayment.id}/reverse`, { reason: '支票退回' });
  expect(await loanCells()).toMatchObject({ status: 'overdue', outstandingPrincipal: '12000.00', overdueDays: 60 });
});

test('a batch is posted whole, several receipts of one loan in their order', async () => {
  const secondId = (await createLoan(user, customerId)).body.id;
  const row = (id: string, amount: string, paidOn: string) => ({ loanId: id, amount, paidOn, channel: 'cash' });
  const reply = await user.post('/api/repayments/batch', { repayments: [row(loanId, '1120.00', '2026-01-15'), row(secondId, '1120.00', '2026-01-15'), row(loanId, '1110.00', '2026-02-15')] });
  expect(reply.status, reply.text).toBe(200);
  expect(reply.body.total).toBe('3350.00');
  expect(reply.body.repayments.map((one: Record<string, string>) => one['interest'])).toEqual(['120.00', '120.00', '110.00']);
});

test('one bad row and none of the batch is posted; every bad row is named', async () => {
  const row = (amount: string, paidOn: string) => ({ loanId, amount, paidOn, channel: 'cash' });
  const reply = await user.post('/api/repayments/batch', { repayments: [row('1120.00', '2026-01-15'), row('5.00', '2026-03-17'), row('99999.00', '2026-03-16')] });
  expect([reply.status, reply.body.code]).toEqual([422, 'event_in_future']);
  expect(reply.body.problems.map((problem: Record<string, string>) => [problem['path'], problem['code']])).toEqual([['repayments.1.paidOn', 'event_in_future'], ['repayments.2.amount', 'amount_exceeds_payoff']]);
  expect(await loanCells()).toMatchObject({ outstandingPrincipal: '12000.00' });
});

test('fifty receipts at once on one loan: none is lost', async () => {
  const replies = await Promise.all(Array.from({ length: 50 }, () => postRepayment(user, loanId, '20.00', '2026-03-16')));
  expect(replies.map((reply) => reply.status)).toEqual(Array.from({ length: 50 }, () => 200));
  const loan = (await user.send('GET', `/api/loans/${loanId}`)).body;
  const repays = loan.events.filter((event: { type: string }) => event.type === 'repay');
  expect(repays.length).toBe(50);
  expect(new Set(loan.events.map((event: { sequence: number }) => event.sequence)).size).toBe(51);
  const used = loan.state.allocations.reduce((sum: number, one: Record<string, number>) => sum + (one['interestFen'] ?? 0) + (one['principalFen'] ?? 0) + (one['penaltyFen'] ?? 0) + (one['compoundFen'] ?? 0) + (one['creditFen'] ?? 0), 0);
  expect(used).toBe(50 * 2000);
});

test('batches over the same loans in opposite orders wait for each other and all go through', async () => {
  const otherId = (await createLoan(user, customerId)).body.id;
  const batch = (ids: readonly string[]) => user.post('/api/repayments/batch', { repayments: ids.map((id) => ({ loanId: id, amount: '5.00', paidOn: '2026-03-16', channel: 'cash' })) });
  const replies = await Promise.all(Array.from({ length: 20 }, (_unused, index) => batch(index % 2 === 0 ? [loanId, otherId] : [otherId, loanId])));
  expect(replies.map((reply) => reply.status)).toEqual(Array.from({ length: 20 }, () => 200));
  for (const id of [loanId, otherId]) expect((await user.send('GET', `/api/loans/${id}`)).body.events).toHaveLength(21);
});

test('receipts and reversals at once leave every entry and each receipt reversed at most once', async () => {
  const posted = await Promise.all(Array.from({ length: 6 }, () => postRepayment(user, loanId, '100.00', '2026-03-16')));
  const urls = posted.map((reply) => `/api/repayments/${reply.body.repayment.id}/reverse`);
  const replies = await Promise.all([...urls, ...urls].map((url) => user.post(url, { reason: '并发冲正' })).concat(Array.from({ length: 6 }, () => postRepayment(user, loanId, '7.00', '2026-03-16'))));
  expect(replies.filter((reply) => reply.status === 200)).toHaveLength(12);
  expect(replies.filter((reply) => reply.body.code === 'already_reversed')).toHaveLength(6);
  const { allocations } = (await user.send('GET', `/api/loans/${loanId}`)).body.state;
  const used = allocations.reduce((sum: number, one: Record<string, number>) => sum + ['feeFen', 'compoundFen', 'penaltyFen', 'interestFen', 'principalFen', 'creditFen'].reduce((parts, key) => parts + (one[key] ?? 0), 0), 0);
  expect(used).toBe(6 * 700);
});

test('the same key fifty times is one receipt and one reply', async () => {
  const body = { loanId, amount: '100.00', paidOn: '2026-03-16', channel: 'cash' };
  const replies = await Promise.all(Array.from({ length: 50 }, () => user.send('POST', '/api/repayments', body, { 'idempotency-key': 'the-same-key-0001' })));
  expect(new Set(replies.map((reply) => `${reply.status} ${reply.text}`)).size).toBe(1);
  expect(replies[0]?.status).toBe(200);
  expect((await user.send('GET', `/api/loans/${loanId}`)).body.events).toHaveLength(2);
});

test('pasted lines find their loans by receipt number, contract number and exact name', async () => {
  const liId = await insertCustomer(user, '李四光');
  const loan = (await createLoan(user, liId, {}, { contractNo: 'HT-77' })).body;
  const reply = await user.post('/api/repayments/match', { names: [loan.cells.receiptNo, 'HT-77', '李四光', '李四', '没有这个人'] });
  const matches: { name: string; loans: { loanId: string; outstandingPrincipal: string }[] }[] = reply.body.matches;
  expect(matches.map((match) => match.loans.map((one) => one.loanId))).toEqual([[loan.id], [loan.id], [loan.id], [], []]);
  expect(matches[0]?.loans[0]?.outstandingPrincipal).toBe('12000.00');
});

test('a reader may look but not post, and another institution finds nothing', async () => {
  const { repayment } = (await postRepayment(user, loanId, '100.00', '2026-03-16')).body;
  expect((await postRepayment(app.as('read_only'), loanId, '1.00', '2026-03-16')).status).toBe(403);
  expect((await postRepayment(app.as('full', 'second'), loanId, '1.00', '2026-03-16')).status).toBe(404);
  expect((await app.as('full', 'second').post(`/api/repayments/${repayment.id}/reverse`, { reason: '别人的' })).status).toBe(404);
});
