import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestApp, type TestApp, type TestReply, type TestUser } from '../../../test/app-fixture.ts';
import { createLoan, insertCustomer, postRepayment } from '../../../test/loan-fixture.ts';
import { hasPdfReader, pageCount, paperText } from '../../../test/paper-text.ts';

let app: TestApp;
let user: TestUser;
let customerId: string;
/** Two installments paid, none since: due 2026-02-15, one month late on the business date. */
let lateId: string;
let lateNo: string;

beforeAll(async () => {
  app = await startTestApp();
  user = app.as('full');
  customerId = await insertCustomer(user, '欧阳淑芬');
  const late = (await createLoan(user, customerId, {}, { contractNo: 'HT-9' })).body;
  lateId = late.id;
  lateNo = late.cells.receiptNo;
  await postRepayment(user, lateId, '1120.00', '2026-01-15');
}, 60_000);
afterAll(() => app.stop());

function paper(loanId: string, name: string, body: unknown, person = user): Promise<TestReply> {
  return person.send('POST', `/api/loans/${loanId}/${name}`, body);
}

async function noted(action: string): Promise<number> {
  return (await app.asOwner('select 1 from audit_entry where action = $1', [action])).rowCount ?? 0;
}

test('a payoff quote is a numbered file and noted, for those who only read as well', async () => {
  const reply = await paper(lateId, 'payoff-quote.pdf', { on: '2026-03-20' }, app.as('read_only'));
  expect([reply.status, reply.headers['content-type']]).toEqual([200, 'application/pdf']);
  expect(reply.headers['content-disposition']).toContain(`JQ-20260316-${lateNo}.pdf`);
  expect(await noted('payoff_quote.printed')).toBe(1);
});

test.skipIf(!hasPdfReader)('a payoff quote says every part of that day, the sum in capitals and what a day more costs (needs pdftotext)', async () => {
  const text = paperText(await paper(lateId, 'payoff-quote.pdf', { on: '2026-03-20', payTo: '梧桐农商银行 6200 0000 0000 0000' }));
  // 11 000.00 open; 1 000.00 and 110.00 since 02-15, 1 000.00 and 100.00 since 03-15, 9 000.00 running since 03-15.
  for (const expected of ['结清试算单', '2026-03-20 结清应还', '逾期本金 2,000.00', '未到期本金 9,000.00', '已到期利息 210.00', '本期至当日利息 15.00', '罚息 19.00', '复利 2.07', '结清金额合计 11,246.07', '人民币壹万壹仟贰佰肆拾陆元零柒分', '只在 2026-03-20 当日有效', '增加 ¥4.10（利息 3.00、罚息 1.00、复利 0.10）', '梧桐农商银行', '33', '18.00 %']) expect(text).toContain(expected);
});

test('a quote for a day gone by is refused with the field, one for a loan without debt in words', async () => {
  const early = await paper(lateId, 'payoff-quote.pdf', { on: '2026-03-15' });
  expect([early.status, early.body.problems[0].path, early.body.problems[0].zh]).toEqual([400, 'on', '结清日：不能早于营业日 2026-03-16。']);
  const settled = (await createLoan(user, customerId)).body;
  await postRepayment(user, settled.id, (settled.state.payoffFen / 100).toFixed(2), '2026-03-16');
  expect((await paper(settled.id, 'payoff-quote.pdf', { on: '2026-03-16' })).body.code).toBe('nothing_owed');
  expect((await paper(settled.id, 'overdue-notice.pdf', { payBy: '2026-03-31' })).body.code).toBe('not_overdue');
});

test.skipIf(!hasPdfReader)('an overdue notice shows each installment and how its charges were computed (needs pdftotext)', async () => {
  const text = paperText(await paper(lateId, 'overdue-notice.pdf', { payBy: '2026-03-31' }));
  for (const expected of ['逾期通知书', '欧阳淑芬：', '已逾期 29 天', '请于 2026-03-31 前足额付清', '¥2,226.65', '2 2026-02-15 29 1,000.00 110.00 14.50 1.60', '3 2026-03-15 1 1,000.00 100.00 0.50 0.05', '1,000.00 18.00 % 2026-02-15 2026-03-16 29 14.50', '收件人（签收）']) expect(text).toContain(expected);
});

test('notices for a view of the overdue list come as one file, each loan numbered for itself', async () => {
  const another = (await createLoan(user, await insertCustomer(user, '司马晚枫'))).body;
  const reply = await user.send('POST', '/api/overdue/notices.pdf', { payBy: '2026-03-31', filters: [{ key: 'overdueBucket', operator: 'equals', value: '31-60' }] });
  expect([reply.status, pageCount(reply)]).toEqual([200, 1]);
  const both = await user.send('POST', '/api/overdue/notices.pdf', { payBy: '2026-03-31' });
  expect(pageCount(both)).toBe(2);
  const { rowCount } = await app.asOwner("select 1 from audit_entry where action = 'overdue_notice.printed' and object_id = $1", [another.id]);
  expect(rowCount).toBe(2);
  const none = await user.send('POST', '/api/overdue/notices.pdf', { payBy: '2026-03-31', filters: [{ key: 'overdueBucket', operator: 'equals', value: '361+' }] });
  expect([none.status, none.body.code]).toEqual([422, 'nothing_to_notify']);
});

test.skipIf(!hasPdfReader)('a statement runs from the opening to the closing balance, reversed entries marked (needs pdftotext)', async () => {
  const loan = (await createLoan(user, customerId)).body;
  await postRepayment(user, loan.id, '1120.00', '2026-01-15', { externalRef: 'TX-1' });
  const wrong = (await postRepayment(user, loan.id, '500.00', '2026-02-15')).body.repayment;
  await user.post(`/api/repayments/${wrong.id}/reverse`, { reason: '记错了贷款' });
  const text = paperText(await paper(loan.id, 'statement.pdf', { from: '2026-01-01', to: '2026-03-16' }));
  for (const expected of ['期初余额 12,000.00', '1,120.00 1,000.00 120.00 11,000.00', 'TX-1', '已冲正', '冲正 2026-02-15 还款', '记错了贷款', '期末余额 11,000.00']) expect(text).toContain(expected);
  const wrongPeriod = await paper(loan.id, 'statement.pdf', { from: '2026-03-01', to: '2026-02-01' });
  expect(wrongPeriod.body.problems[0].zh).toBe('结束日期：不能早于开始日期。');
});

test.skipIf(!hasPdfReader)('the summary of an extension shows maturity and plan before and after (needs pdftotext)', async () => {
  const loan = (await createLoan(user, customerId)).body;
  const posted = await user.post(`/api/loans/${loan.id}/events`, { type: 'extend', occurredOn: '2026-03-16', maturesOn: '2027-03-15', annualRatePct: '10.8' });
  const reply = await paper(loan.id, `events/${posted.body.eventIds[0]}/summary.pdf`, {});
  const text = paperText(reply);
  for (const expected of ['展期协议摘要', '到期日 2026-12-15 2027-03-15', '变更后的还款计划', '担保人：', '2027-03-15']) expect(text).toContain(expected);
});

test.skipIf(!hasPdfReader)('the summary of a refinancing shows both loans and where the money went, from either of them (needs pdftotext)', async () => {
  const old = (await createLoan(user, customerId)).body;
  await postRepayment(user, old.id, (old.state.balances.overduePrincipalFen / 100 + 1000).toFixed(2), '2026-03-10');
  const terms = { method: 'equal_principal', principal: '20000.00', annualRatePct: '9.6', termMonths: 12, disbursedOn: '2026-03-16' };
  const posted = await user.post(`/api/loans/${old.id}/refinance`, { terms, facts: {}, fromNewLoan: '5000.00', ownMoney: { channel: 'cash' }, reason: '到期续贷' });
  expect(posted.status, posted.text).toBe(200);
  for (const id of [old.id, posted.body.newLoanId]) {
    const link = (await user.send('GET', `/api/loans/${id}`)).body.events.find((event: { type: string }) => event.type === 'refinance');
    const text = paperText(await paper(id, `events/${link.id}/summary.pdf`, {}));
    for (const expected of ['借新还旧摘要', String(old.cells.receiptNo), '由新贷款归还 5,000.00', '新贷款交付借款人 15,000.00', '9.60 %', '到期续贷', '2027-03-16']) expect(text).toContain(expected);
  }
});

test('an entry that changes no contract has no summary, and other institutions find nothing', async () => {
  const [lending] = (await user.send('GET', `/api/loans/${lateId}`)).body.events;
  expect((await paper(lateId, `events/${lending.id}/summary.pdf`, {})).body.code).toBe('no_summary');
  expect((await paper(lateId, `events/${lateId}/summary.pdf`, {})).status).toBe(404);
  expect((await paper(lateId, 'statement.pdf', { from: '2026-01-01', to: '2026-03-16' }, app.as('full', 'second'))).status).toBe(404);
});
