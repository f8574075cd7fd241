import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { startTestApp, type TestApp, type TestReply, type TestUser } from '../../../test/app-fixture.ts';
import { addCustomers } from '../../../test/factories.ts';
import { createLoan, postRepayment, usualTerms } from '../../../test/loan-fixture.ts';
import { registerDashboard } from '../dashboard/dashboard.index.ts';
import { registerLoans } from '../loans/loans.index.ts';
import { registerRepayments } from '../repayments/repayments.index.ts';
import { registerVerify } from '../verify/verify.index.ts';
import { registerEvents } from './events.routes.ts';

let app: TestApp;
let user: TestUser;
let customerId: string;
let loanId: string;

beforeAll(async () => {
  app = await startTestApp({}, [registerLoans, registerRepayments, registerEvents, registerVerify, registerDashboard]);
  user = app.as('full');
  [customerId = ''] = await user.inTransaction((tx) => addCustomers(tx, [{ name: '李四' }]));
});
afterAll(() => app.stop());
// Lent 2025-12-15, rows of 1 000.00 and 1 % interest due on the 15th; the business date is 2026-03-16.
beforeEach(async () => {
  loanId = (await createLoan(user, customerId)).body.id;
});

const onIt = (path: string, id = loanId): string => `/api/loans/${id}/${path}`;

function post(event: Record<string, unknown>, id = loanId): Promise<TestReply> {
  return user.post(onIt('events', id), { occurredOn: '2026-03-16', ...event });
}

async function readLoan(id = loanId): Promise<TestReply['body']> {
  return (await user.send('GET', `/api/loans/${id}`)).body;
}

async function payWhatIsDue(): Promise<void> {
  for (const [amount, day] of [['1120.00', '2026-01-15'], ['1110.00', '2026-02-15'], ['1100.00', '2026-03-15']] as const) await postRepayment(user, loanId, amount, day);
}

const newPlan = { type: 'restructure', method: 'equal_principal', annualRatePct: '9', termMonths: 24, firstDueOn: '2026-04-15', reason: '借款人住院，收入中断' };

test('a restructured loan has a new plan over what it owes, and is special mention though nothing is overdue', async () => {
  await payWhatIsDue();
  const posted = await post(newPlan);
  expect(posted.status, posted.text).toBe(200);
  expect(posted.body.state).toMatchObject({ fiveTierClass: 'special_mention', status: 'active', balances: { principalFen: 9_000_00 } });
  const open = posted.body.state.installments.filter((row: { status: string }) => row.status !== 'paid');
  expect(open.reduce((sum: number, row: { principalFen: number }) => sum + row.principalFen, 0)).toBe(9_000_00);
  expect(open.at(-1).dueOn).toBe('2028-03-16');
  expect((await readLoan()).cells).toMatchObject({ class: 'special_mention', status: 'active', outstandingPrincipal: '9000.00' });
  const back = await user.post(onIt(`events/${posted.body.eventIds[0]}/reverse`), { reason: '协议没有签成' });
  expect(back.status, back.text).toBe(200);
  expect((await readLoan()).cells).toMatchObject({ class: 'normal', outstandingPrincipal: '9000.00', maturesOn: '2026-12-15' });
});

test('unpaid interest may become principal; a plan above the cap or before later entries is refused', async () => {
  const owed = (await readLoan()).state.balances;
  const capitalised = await post({ ...newPlan, capitalised: 'interest' });
  expect(capitalised.body.state.balances.principalFen).toBe(12_000_00 + owed.interestDueFen + owed.interestAccruedFen);
  expect((await post({ ...newPlan, annualRatePct: '36' })).body.code).toBe('rate_over_cap');
  expect((await post({ ...newPlan, occurredOn: '2026-01-20' })).body.code).toBe('later_events_depend');
  const again = await post({ ...newPlan, termMonths: 36 });
  expect(again.body.state.fiveTierClass).toBe('substandard');
  expect((await post({ ...newPlan, firstDueOn: '2026-03-10' })).body).toMatchObject({ code: 'terms_refused' });
});

test('a loan lent in parts takes further draws up to what was agreed, and no more', async () => {
  const inParts = (await user.post('/api/loans', { customerId, terms: { ...usualTerms, principal: '100000.00' }, firstDraw: '40000.00', facts: {} })).body;
  expect(inParts.state.balances.principalFen).toBe(40_000_00);
  expect((await readLoan(inParts.id)).cells.principal).toBe('40000.00');
  const lentThisMonth = async (): Promise<number> => Number((await user.send('GET', '/api/dashboard')).body.lendingByMonth.find((one: { month: string }) => one.month === '2025-12').lent);
  const lentBefore = await lentThisMonth();
  const tooMuch = await post({ type: 'draw', amount: '70000.00' }, inParts.id);
  expect([tooMuch.body.code, tooMuch.body.details]).toEqual(['draw_beyond_limit', { limit: '100000.00', available: '60000.00' }]);
  const drawn = await post({ type: 'draw', amount: '60000.00', note: '第二次放款' }, inParts.id);
  expect(drawn.body.state.balances.principalFen).toBe(100_000_00);
  expect([(await readLoan(inParts.id)).cells.principal, (await lentThisMonth()) - lentBefore]).toEqual(['100000.00', 60_000]);
  expect((await post({ type: 'draw', amount: '0.01' }, inParts.id)).body.code).toBe('draw_beyond_limit');
  expect((await user.post(onIt(`events/${drawn.body.eventIds[0]}/reverse`, inParts.id), { reason: '没有放出去' })).body.state.balances.principalFen).toBe(40_000_00);
});

test('a revolving loan is drawn under its limit, repaid and drawn again', async () => {
  const terms = { ...usualTerms, method: 'revolving', principal: '100000.00', maturesOn: '2026-12-15' };
  const revolving = (await user.post('/api/loans', { customerId, terms, firstDraw: '40000.00', facts: {} })).body;
  expect(revolving.cells).toMatchObject({ method: 'revolving', principal: '40000.00', contractAmount: '100000.00', outstandingPrincipal: '40000.00', interestMode: 'actual_360' });
  expect((await post({ type: 'draw', amount: '60000.01' }, revolving.id)).body).toMatchObject({ code: 'draw_beyond_limit', details: { available: '60000.00' } });
  expect((await post({ type: 'draw', amount: '60000.00' }, revolving.id)).body.state.balances.principalFen).toBe(100_000_00);
  await postRepayment(user, revolving.id, '50000.00', '2026-03-16');
  const again = await post({ type: 'draw', amount: '10000.00' }, revolving.id);
  expect(again.status, again.text).toBe(200);
  expect((await readLoan(revolving.id)).cells).toMatchObject({ status: 'active', principal: '110000.00', repaidPrincipal: '48786.67', contractAmount: '100000.00' });
});

test('a loan lent by mistake is void: it leaves list, sums and dashboard, and its number stays used', async () => {
  const wrong = (await createLoan(user, customerId, {}, { receiptNo: 'VOID-1' })).body.id;
  await post({ type: 'fee', amount: '50.00', name: '手续费' }, wrong);
  const before = (await user.send('GET', '/api/dashboard')).body.outstandingPrincipal;
  const summaryBefore = (await user.send('POST', '/api/loans/summary', {})).body;
  expect((await user.post(onIt('void', wrong), { reason: ' ' })).body.code).toBe('invalid_input');
  const posted = await user.post(onIt('void', wrong), { reason: '放款录入到了别人名下' });
  expect(posted.status, posted.text).toBe(200);
  expect((await readLoan(wrong)).cells).toMatchObject({ status: 'void', outstandingPrincipal: '0.00' });
  const summary = (await user.send('POST', '/api/loans/summary', {})).body;
  expect([summary.count, Number(summary.sums.principal)]).toEqual([summaryBefore.count - 1, Number(summaryBefore.sums.principal) - 12_000]);
  expect((await user.send('GET', '/api/dashboard')).body.outstandingPrincipal).toMatchObject({ count: before.count - 1, value: (Number(before.value) - 12_000).toFixed(2) });
  const voids = (await user.send('POST', '/api/loans/query', { filters: [{ key: 'status', operator: 'equals', value: 'void' }] })).body;
  expect(voids.rows.map((row: { id: string }) => row.id)).toEqual([wrong]);
  expect((await createLoan(user, customerId, {}, { receiptNo: 'VOID-1' })).body.code).toBe('receipt_no_taken');
  expect((await user.post(onIt('void', wrong), { reason: '再作废一次' })).body.code).toBe('already_reversed');
  expect((await postRepayment(user, wrong, '10.00', '2026-03-16')).body.code).toBe('loan_not_disbursed');
});

test('a loan with receipts is not made void; they are named', async () => {
  await postRepayment(user, loanId, '1120.00', '2026-01-15');
  const refused = await user.post(onIt('void'), { reason: '登记错误' });
  expect([refused.status, refused.body.code, refused.body.details]).toEqual([422, 'loan_has_receipts', { count: 1, list: '2026-01-15 1120.00' }]);
  const repaymentId = (await readLoan()).records.at(-1).eventId;
  await user.post(`/api/repayments/${repaymentId}/reverse`, { reason: '录入错误' });
  expect((await user.post(onIt('void'), { reason: '登记错误' })).status).toBe(200);
});

const renewal = { terms: { ...usualTerms, principal: '9000.00', annualRatePct: '10', disbursedOn: '2026-03-16' }, facts: {}, fromNewLoan: '9000.00', ownMoney: { channel: 'cash' }, reason: '到期周转' };

async function refinance(input: Record<string, unknown> = {}): Promise<TestReply> {
  return user.post(onIt('refinance'), { ...renewal, ...input });
}

test('a new loan repays the old one in one step, each knows the other, and the new one is special mention', async () => {
  await payWhatIsDue();
  const { payoffFen } = (await readLoan()).state;
  const posted = await refinance();
  expect(posted.status, posted.text).toBe(200);
  const { newLoanId } = posted.body;
  const [old, renewed] = [await readLoan(), await readLoan(newLoanId)];
  expect(old.cells).toMatchObject({ status: 'settled', outstandingPrincipal: '0.00' });
  expect(old.records.filter((record: { type: string }) => record.type === 'repay').slice(-2)).toMatchObject([{ amount: ((payoffFen - 9_000_00) / 100).toFixed(2), channel: 'cash' }, { amount: '9000.00', note: expect.stringContaining('借新还旧') }]);
  expect(renewed.cells).toMatchObject({ status: 'active', class: 'special_mention', outstandingPrincipal: '9000.00', previousReceiptNo: old.cells.receiptNo });
  expect((await user.send('GET', onIt('history'))).body.refinances).toMatchObject([{ side: 'repaid', loanId: newLoanId, receiptNo: renewed.cells.receiptNo }]);
  expect((await user.send('GET', onIt('history', newLoanId))).body.refinances).toMatchObject([{ side: 'repaying', loanId, receiptNo: old.cells.receiptNo }]);
});

test.each([{ from: 'the old loan' }, { from: 'the new loan' }])('a refinancing is only undone as a whole, here from $from', async ({ from }) => {
  await payWhatIsDue();
  const before = await readLoan();
  const { newLoanId } = (await refinance()).body;
  const old = await readLoan();
  const receipt = old.records.find((record: { note: string | null }) => record.note?.includes('借新还旧'));
  expect((await user.post(`/api/repayments/${receipt.eventId}/reverse`, { reason: '单独冲正' })).body.code).toBe('refinance_is_whole');
  expect((await user.post(onIt(`events/${old.records.at(-1).eventId}/reverse`), { reason: '单独冲正' })).body.code).toBe('refinance_is_whole');
  expect((await user.post(onIt('void', newLoanId), { reason: '单独作废' })).body.code).toBe('refinance_is_whole');
  const undone = await user.post(onIt('refinance/reverse', from === 'the old loan' ? loanId : newLoanId), { reason: '客户自筹资金还款' });
  expect(undone.body, undone.text).toEqual({ oldLoanId: loanId, newLoanId });
  expect((await readLoan()).cells).toEqual(before.cells);
  expect((await readLoan(newLoanId)).cells).toMatchObject({ status: 'void', outstandingPrincipal: '0.00' });
  expect((await user.send('GET', onIt('history'))).body.refinances).toEqual([]);
  expect((await user.post(onIt('refinance/reverse'), { reason: '再撤一次' })).body.code).toBe('nothing_to_undo');
});

test('a refinancing that does not add up writes nothing', async () => {
  await payWhatIsDue();
  const loans = async (): Promise<number> => (await user.send('POST', '/api/loans/summary', {})).body.count;
  const before = await loans();
  expect((await refinance({ fromNewLoan: '9500.00' })).body.code).toBe('amount_exceeds_owed');
  expect((await refinance({ terms: { ...renewal.terms, principal: '5000.00' } })).body).toMatchObject({ code: 'refinance_beyond_new_loan', details: { principal: '5000.00' } });
  expect((await refinance({ ownMoney: null })).body.code).toBe('own_money_missing');
  expect((await refinance({ terms: { ...renewal.terms, annualRatePct: '40' } })).body.code).toBe('rate_over_cap');
  expect((await refinance({ terms: { ...renewal.terms, disbursedOn: '2026-03-01' } })).body.code).toBe('later_events_depend');
  expect(await loans()).toBe(before);
});

test('a qualified renewal keeps its class; a new loan with receipts stands in the way of undoing', async () => {
  await payWhatIsDue();
  const { newLoanId } = (await refinance({ isQualifiedRenewal: true })).body;
  expect((await readLoan(newLoanId)).cells).toMatchObject({ class: 'normal' });
  await postRepayment(user, newLoanId, '10.00', '2026-03-16');
  expect((await user.post(onIt('refinance/reverse'), { reason: '撤销' })).body.code).toBe('loan_has_receipts');
});

test('each entry has an audit word of its own', async () => {
  await post({ type: 'fee', amount: '50.00', name: '手续费' });
  await user.post(onIt('void'), { reason: '登记错误' });
  const actions = (await app.asOwner('select action from audit_entry where object_id = $1 order by sequence', [loanId])).rows.map((row) => row.action);
  expect(actions).toEqual(['loan.created', 'loan.fee_charged', 'loan.voided']);
});

test('the book that all this made is sound', async () => {
  const verified = await user.send('POST', '/api/verify');
  expect(verified.body.checks.flatMap((check: { deviations: string[] }) => check.deviations)).toEqual([]);
});
