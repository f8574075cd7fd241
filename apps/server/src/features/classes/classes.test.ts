import type { Classes } from '@loanbook/contract/features/classes.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestApp, type TestApp, type TestUser } from '../../../test/app-fixture.ts';
import { addCustomers } from '../../../test/factories.ts';
import { createLoan, postRepayment } from '../../../test/loan-fixture.ts';

let app: TestApp;
let user: TestUser;
let personId: string;
let firmId: string;
/** First due 96 days before the business date: substandard since 2026-03-11. */
const longLate = { disbursedOn: '2025-11-10' };

beforeAll(async () => {
  app = await startTestApp();
  user = app.as('full');
  [personId = '', firmId = ''] = await user.inTransaction((tx) => addCustomers(tx, [{ name: '欧阳淑芬' }, { name: '梧桐县青禾粮油有限公司' }]));
  await app.asOwner("update customer set kind = 'business' where customer_id = $1", [firmId]);
}, 60_000);
afterAll(() => app.stop());

async function read(): Promise<Classes> {
  const reply = await user.send('GET', '/api/classes');
  expect(reply.status, reply.text).toBe(200);
  return reply.body;
}

test('an empty book has nothing to divide by', async () => {
  expect(await read()).toMatchObject({ outstandingPrincipal: '0.00', nplRatioPct: null, coveragePct: null, changed: [], obligors: [] });
});

test('balances, provision and ratios by class add up, and loans that moved this month say from where and why', async () => {
  const late = (await createLoan(user, personId)).body;
  const worse = (await createLoan(user, personId, longLate)).body;
  const cured = (await createLoan(user, personId)).body;
  const owed = cured.state.balances;
  await postRepayment(user, cured.id, ((owed.overduePrincipalFen + owed.interestDueFen + owed.penaltyFen + owed.compoundFen) / 100).toFixed(2), '2026-03-16');
  const classes = await read();
  const of = (name: string) => classes.classes.find((row) => row.class === name);
  // 9 000.00 cured, 12 000.00 late, 12 000.00 substandard.
  expect(of('normal')).toMatchObject({ loans: 1, outstandingPrincipal: '9000.00', specialRatePct: '0', provision: '90.00', sharePct: '27.27' });
  expect(of('special_mention')).toMatchObject({ loans: 1, outstandingPrincipal: '12000.00', special: '240.00', general: '120.00', provision: '360.00' });
  expect(of('substandard')).toMatchObject({ loans: 1, outstandingPrincipal: '12000.00', provision: '3120.00' });
  expect(classes).toMatchObject({ outstandingPrincipal: '33000.00', special: '3240.00', general: '330.00', provision: '3570.00', nonPerforming: '12000.00', nplRatioPct: '36.36', coveragePct: '29.75', provisionRatioPct: '10.82', isChangedCut: false });
  const moved = classes.changed.map((one) => [one.loanId, one.classBefore, one.class, one.reasons.map((reason) => reason.zh).join()]);
  expect(moved.toSorted()).toEqual([[worse.id, 'special_mention', 'substandard', '本金或利息逾期 96 天 → 次级'], [cured.id, 'special_mention', 'normal', '']].toSorted());
  expect(moved.map(([id]) => id)).not.toContain(late.id);
});

test('a business with a tenth of its loans non-performing is named, and its other loans can be lowered at once', async () => {
  await createLoan(user, firmId, { ...longLate, principal: '20000' });
  const good = (await createLoan(user, firmId, { principal: '100000', disbursedOn: '2026-03-02' })).body;
  const [obligor] = (await read()).obligors;
  expect(obligor).toMatchObject({ customerId: firmId, outstandingPrincipal: '120000.00', nonPerforming: '20000.00', nplSharePct: '16.67' });
  expect(obligor?.loans.map((loan) => loan.class).toSorted()).toEqual(['normal', 'substandard']);
  const done = await user.post(`/api/customers/${firmId}/obligor-rule`, {});
  expect(done.body, done.text).toEqual({ loanIds: [good.id] });
  const lowered = (await user.send('GET', `/api/loans/${good.id}`)).body;
  expect([lowered.cells.class, lowered.state.fiveTierClass]).toEqual(['substandard', 'substandard']);
  expect(lowered.records.at(-1)).toMatchObject({ type: 'class', reason: '债务人规则：该企业 16.67% 的贷款余额已是不良（超过 10%）' });
  expect((await read()).obligors).toEqual([]);
  expect((await user.post(`/api/customers/${firmId}/obligor-rule`, {})).body.code).toBe('obligor_rule_not_met');
  expect((await user.send('POST', '/api/verify')).body.isSound).toBe(true);
});

test('a person’s loans are classed one by one, and a reader may look but not lower', async () => {
  expect((await user.post(`/api/customers/${personId}/obligor-rule`, {})).body.code).toBe('obligor_rule_not_met');
  expect((await app.as('read_only').send('GET', '/api/classes')).status).toBe(200);
  expect((await app.as('read_only').post(`/api/customers/${firmId}/obligor-rule`, {})).status).toBe(403);
});

test('a tenth exactly is not more than a tenth', async () => {
  const [edgeId = ''] = await user.inTransaction((tx) => addCustomers(tx, [{ name: '梧桐县白石建材有限公司' }]));
  await app.asOwner("update customer set kind = 'business' where customer_id = $1", [edgeId]);
  await createLoan(user, edgeId, { ...longLate, principal: '10000' });
  await createLoan(user, edgeId, { principal: '90000', disbursedOn: '2026-03-02' });
  expect((await read()).obligors).toEqual([]);
});
