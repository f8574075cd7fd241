import { newId } from '../../platform/ids.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestApp, type TestApp } from '../../../test/app-fixture.ts';
import { addCustomers, addLoanRows } from '../../../test/factories.ts';

let testApp: TestApp;
beforeAll(async () => {
  testApp = await startTestApp();
}, 60_000);
afterAll(() => testApp.stop());

const newCustomers = (names: readonly string[]): Promise<string[]> => testApp.as('full').inTransaction((tx) => addCustomers(tx, names.map((name) => ({ name, employer: '旧单位', mobile: '13800135678' }))));
const change = (id: string, facts: object, seen: object = {}) => ({ id, facts, seen });
const send = (changes: readonly object[], keep = 'good', list = 'customers') => testApp.as('full').post(`/api/${list}/cells`, { keep, changes });
const cellsOf = async (id: string) => (await testApp.as('full').send('GET', `/api/customers/${id}`)).body.cells;
const outcomes = (reply: { readonly body: { readonly rows: readonly { readonly outcome: string }[] } }) => reply.body.rows.map(({ outcome }) => outcome);

test('many rows are changed at once, each audited, and the reply shows what the list shows', async () => {
  const [first = '', second = ''] = await newCustomers(['周一川', '周二川']);
  const reply = await send([change(first, { employer: '白石建材店', annualIncome: '1200.5' }, { employer: '旧单位', annualIncome: null }), change(second, { mobile: '13900001111', tags: ['老客户'] }, { mobile: '138****5678' })]);
  expect(reply.status, reply.text).toBe(200);
  expect(reply.body.rows).toEqual([
    { outcome: 'saved', id: first, version: 2, cells: { employer: '白石建材店', annualIncome: '1200.50' } },
    { outcome: 'saved', id: second, version: 2, cells: { mobile: '139****1111', tags: ['老客户'] } },
  ]);
  const audited = await testApp.asOwner(`select count(*)::int as count from audit_entry where action = 'customer.changed' and object_id in ('${first}', '${second}')`);
  expect(audited.rows[0].count).toBe(2);
});

test('a wrong cell is answered with its sentence and leaves its row as it was; the right rows are saved', async () => {
  const [right = '', wrong = '', mask = ''] = await newCustomers(['吴对', '吴错', '吴遮']);
  const reply = await send([change(wrong, { employer: '新单位', birthDate: '2026-02-30' }), change(right, { employer: '新单位' }), change(mask, { mobile: '138****5678' }), change(newId(), { employer: '无' }), change(wrong.replace(/.$/, (last) => (last === '0' ? '1' : '0')), { customerNo: 'K1' })]);
  expect(outcomes(reply)).toEqual(['refused', 'saved', 'refused', 'refused', 'refused']);
  expect(reply.body.rows[0].problems).toEqual([{ key: 'birthDate', zh: '出生日期：应为真实的日期，写成 YYYY-MM-DD。', en: 'Birth date must be a real date written YYYY-MM-DD.' }]);
  expect(reply.body.rows[2].problems[0].key).toBe('mobile');
  expect([(await cellsOf(wrong)).employer, (await cellsOf(right)).employer]).toEqual(['旧单位', '新单位']);
});

test('asked for all or none, one wrong row holds back the others and nothing is audited', async () => {
  const [right = '', wrong = ''] = await newCustomers(['郑留', '郑错']);
  const reply = await send([change(right, { employer: '新单位' }), change(wrong, { name: '' })], 'all_or_none');
  expect(outcomes(reply)).toEqual(['held_back', 'refused']);
  expect((await cellsOf(right)).employer).toBe('旧单位');
  const audited = await testApp.asOwner(`select count(*)::int as count from audit_entry where action = 'customer.changed' and object_id = '${right}'`);
  expect(audited.rows[0].count).toBe(0);
});

test('only the same cell changed by somebody else is a conflict, answered with what stands there and who wrote it', async () => {
  const [id = ''] = await newCustomers(['冯争']);
  await send([change(id, { employer: '他人填的' }, { employer: '旧单位' })]);
  const other = await send([change(id, { occupation: '司机' }, { occupation: null })]);
  expect(outcomes(other)).toEqual(['saved']);
  const same = await send([change(id, { employer: '我填的' }, { employer: '旧单位' })]);
  expect(same.body.rows).toEqual([{ outcome: 'conflict', id, by: '王经理', at: '2026-03-16 12:00', cells: { employer: '他人填的' } }]);
  expect(outcomes(await send([change(id, { employer: '我填的' })]))).toEqual(['saved']);
});

test('an ID number that another customer has marks its cell, and its own birth date follows a new one', async () => {
  const [first = '', second = ''] = await newCustomers(['陈证', '陈另']);
  const saved = await send([change(first, { idNumber: '11010119900307109X' }), change(second, { idNumber: '123', idType: 'resident_id' })]);
  expect(saved.body.rows[1]).toMatchObject({ outcome: 'refused', problems: [{ key: 'idNumber' }] });
  const taken = await send([change(first, { idNumber: '91350100M000100Y43', idType: 'uscc' }), change(second, { idNumber: '91350100M000100Y43', idType: 'uscc' })]);
  expect(outcomes(taken)).toEqual(['saved', 'refused']);
  expect(taken.body.rows[1].problems[0].key).toBe('idNumber');
});

test('facts of loans are edited, figures and receipt numbers are not', async () => {
  const [customerId = ''] = await newCustomers(['褚借']);
  const [loanId = ''] = await testApp.as('full').inTransaction(async (tx) => {
    tx.markBookkeeping();
    return addLoanRows(tx, [{ customerId, receiptNo: 'CELL-1' }]);
  });
  const reply = await send([change(loanId, { purpose: '进货', contractAmount: '9000', guarantee: 'credit' }, { purpose: null })], 'good', 'loans');
  expect(reply.body.rows).toEqual([{ outcome: 'saved', id: loanId, version: 2, cells: { purpose: '进货', contractAmount: '9000.00', guarantee: 'credit' } }]);
  for (const facts of [{ principal: '1.00' }, { receiptNo: 'X' }, { guarantee: 'nothing' }]) expect(outcomes(await send([change(loanId, facts)], 'good', 'loans'))).toEqual(['refused']);
});

test('another lender finds no such row, a reader may not write, and a row stands once in a request', async () => {
  const [id = ''] = await newCustomers(['卫幂']);
  const other = await testApp.as('full', 'second').post('/api/customers/cells', { keep: 'good', changes: [change(id, { employer: '别家' })] });
  expect(other.body.rows[0]).toMatchObject({ outcome: 'refused', zh: '没有找到。' });
  expect((await testApp.as('read_only').post('/api/customers/cells', { keep: 'good', changes: [change(id, { employer: '只读' })] })).status).toBe(403);
  expect((await send([change(id, { employer: '甲' }), change(id, { employer: '乙' })])).status).toBe(400);
});
