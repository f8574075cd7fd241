import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestApp, type TestApp, type TestReply, type TestUser } from '../../../test/app-fixture.ts';
import { addCustomers } from '../../../test/factories.ts';
import { createLoan } from '../../../test/loan-fixture.ts';
import { registerCustomers } from '../customers/customers.index.ts';
import { registerLoans } from '../loans/loans.index.ts';
import { registerEvents } from './events.routes.ts';

let app: TestApp;
let user: TestUser;

beforeAll(async () => {
  app = await startTestApp({}, [registerLoans, registerEvents, registerCustomers]);
  user = app.as('full');
});
afterAll(() => app.stop());

async function borrower(name: string, manager: string | null): Promise<string> {
  const [customerId = ''] = await user.inTransaction((tx) => addCustomers(tx, [{ name, manager }]));
  return customerId;
}

async function loanOf(customerId: string, manager: string): Promise<string> {
  return (await createLoan(user, customerId, {}, { manager })).body.id;
}

function handOver(input: Record<string, unknown>, someone = user): Promise<TestReply> {
  return someone.send('POST', '/api/hand-overs', { toManager: '沈惊蛰', handedOn: '2026-03-15', reason: '岗位调整', withCustomers: true, ...input });
}

async function managers(loanId: string, customerId: string): Promise<readonly unknown[]> {
  const loan = (await user.send('GET', `/api/loans/${loanId}`)).body;
  return [loan.cells.manager, (await user.send('GET', `/api/customers/${customerId}`)).body.cells.manager];
}

test('a loan is handed over with its borrower, and the record keeps who had it before', async () => {
  const customerId = await borrower('冯雨水', '郑小满');
  const loanId = await loanOf(customerId, '郑小满');
  expect((await handOver({ of: 'loans', loanIds: [loanId] })).body).toEqual({ loans: 1, customers: 1 });
  expect(await managers(loanId, customerId)).toEqual(['沈惊蛰', '沈惊蛰']);
  app.setNow('2026-03-16T05:00:00.000Z');
  await handOver({ of: 'loans', loanIds: [loanId], toManager: '何处暑', withCustomers: false, reason: '临时代管' });
  expect(await managers(loanId, customerId)).toEqual(['何处暑', '沈惊蛰']);
  const { handOvers } = (await user.send('GET', `/api/loans/${loanId}/history`)).body;
  expect(handOvers).toMatchObject([
    { fromManager: '郑小满', toManager: '沈惊蛰', handedOn: '2026-03-15', reason: '岗位调整', recordedBy: user.actor.name },
    { fromManager: '沈惊蛰', toManager: '何处暑', reason: '临时代管' },
  ]);
  await expect(app.asOwner('delete from hand_over')).rejects.toThrow(/facts/);
});

test('all of a manager’s loans go at once; a borrower whom somebody else looks after stays with them', async () => {
  const [own, shared] = [await borrower('蒋寒露', '吴白露'), await borrower('韩霜降', '别的经理')];
  const [first, second] = [await loanOf(own, '吴白露'), await loanOf(shared, '吴白露')];
  expect((await user.send('GET', '/api/hand-overs/managers')).body.managers).toContainEqual({ manager: '吴白露', loans: 2, openLoans: 2 });
  expect((await handOver({ of: 'manager', fromManager: '吴白露', isOpenOnly: true })).body).toEqual({ loans: 2, customers: 1 });
  expect(await managers(first, own)).toEqual(['沈惊蛰', '沈惊蛰']);
  expect(await managers(second, shared)).toEqual(['沈惊蛰', '别的经理']);
});

test('only the open loans move when that is asked for', async () => {
  const customerId = await borrower('杨立冬', '朱小雪');
  const [open, gone] = [await loanOf(customerId, '朱小雪'), await loanOf(customerId, '朱小雪')];
  await user.post(`/api/loans/${gone}/void`, { reason: '登记错误' });
  expect((await handOver({ of: 'manager', fromManager: '朱小雪', isOpenOnly: true })).body.loans).toBe(1);
  expect(await managers(gone, customerId)).toEqual(['朱小雪', '沈惊蛰']);
  expect(await managers(open, customerId)).toEqual(['沈惊蛰', '沈惊蛰']);
});

test('what changes nothing, comes from the future or from somebody who may not is refused', async () => {
  const loanId = await loanOf(await borrower('秦大雪', null), '沈惊蛰');
  expect((await handOver({ of: 'loans', loanIds: [loanId] })).body.code).toBe('same_manager');
  expect((await handOver({ of: 'loans', loanIds: [loanId], toManager: '何处暑', handedOn: '2026-03-17' })).body.code).toBe('event_in_future');
  expect((await handOver({ of: 'loans', loanIds: [loanId], toManager: ' ' })).body.code).toBe('invalid_input');
  expect((await handOver({ of: 'loans', loanIds: [loanId], toManager: '何处暑' }, app.as('read_only'))).status).toBe(403);
  // Another institution sees neither the loan nor the manager.
  expect((await handOver({ of: 'loans', loanIds: [loanId], toManager: '何处暑' }, app.as('full', 'second'))).body.code).toBe('same_manager');
});
