import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestApp, type TestApp } from '../../../test/app-fixture.ts';
import { addCustomers, addLoanRows } from '../../../test/factories.ts';

let testApp: TestApp;
beforeAll(async () => {
  testApp = await startTestApp();
  await testApp.as('full').inTransaction(async (tx) => {
    const ids = await addCustomers(tx, [
      { name: '张三', mobile: '13800135678', idType: 'resident_id', idNumber: '11010119900307123X' },
      { name: '张小三' },
      { name: '李张氏', mobile: '0571-88889999' },
      { name: '单雄信', customerNo: 'VIP-007' },
      { name: '三张贸易（杭州）有限公司', kind: 'business' },
      { name: '欧阳三郎', idType: 'resident_id', idNumber: '320102198501015678' },
      { name: 'Ａlice Zhang' },
    ]);
    await addLoanRows(tx, [{ customerId: ids[0] ?? '', receiptNo: 'J202601-0001', contractNo: '借字2026第1号' }, { customerId: ids[3] ?? '', receiptNo: 'J202602-0002' }]);
  });
  await testApp.as('full', 'second').inTransaction((tx) => addCustomers(tx, [{ name: '张三', mobile: '13800135678' }]));
}, 60_000);
afterAll(() => testApp.stop());

async function namesFound(search: string): Promise<string[]> {
  const reply = await testApp.as('read_only').send('POST', '/api/customers/query', { search, sort: { key: 'name', direction: 'asc' } });
  expect(reply.status, reply.text).toBe(200);
  return reply.body.rows.map((row: { cells: { name: string } }) => row.cells.name);
}

test.each([
  ['张三', ['张三']],
  ['张', ['李张氏', '三张贸易（杭州）有限公司', '张三', '张小三']],
  ['小三', ['张小三']],
  ['张小三', ['张小三']],
  ['小张三', []],
  ['三张贸易', ['三张贸易（杭州）有限公司']],
  ['(杭州)有限', ['三张贸易（杭州）有限公司']],
  ['贸易有限', []],
  ['zs', ['张三']],
  ['ZXS', ['张小三']],
  ['zhangsan', ['张三']],
  ['zhang san', ['张三']],
  ['zhangs', ['张三']],
  ['zhang', ['张三', '张小三', 'Ａlice Zhang']],
  ['shan', ['单雄信']],
  ['ouyang', ['欧阳三郎']],
  ['oy', ['欧阳三郎']],
  ['alice', ['Ａlice Zhang']],
  ['13800135678', ['张三']],
  ['+86 138-0013-5678', ['张三']],
  ['11010119900307123x', ['张三']],
  ['5678', ['欧阳三郎', '张三']],
  ['123X', ['张三']],
  ['9999', ['李张氏']],
  ['0013', []],
  ['vip', ['单雄信']],
  ['VIP-007', ['单雄信']],
  ['J202601', ['张三']],
  ['借字2026第1', ['张三']],
  ['%', []],
  ["' or 1=1", []],
])('searching %j finds %j', async (text, names) => {
  expect((await namesFound(text)).toSorted()).toEqual([...names].toSorted());
});

test.each([
  ['张三', ['J202601-0001']],
  ['sxx', ['J202602-0002']],
  ['j202601', ['J202601-0001']],
  ['J2026', ['J202601-0001', 'J202602-0002']],
  ['借字2026', ['J202601-0001']],
  ['5678', ['J202601-0001']],
  ['0002', []],
])('searching loans for %j finds %j', async (search, receiptNos) => {
  const reply = await testApp.as('read_only').send('POST', '/api/loans/query', { search, sort: { key: 'receiptNo', direction: 'asc' } });
  expect(reply.body.rows.map((row: { cells: { receiptNo: string } }) => row.cells.receiptNo)).toEqual(receiptNos);
});

test.each([
  [{ key: 'name', operator: 'contains', value: '张' }, 4],
  [{ key: 'name', operator: 'equals', value: '张三' }, 1],
  [{ key: 'idNumber', operator: 'equals', value: '11010119900307123x' }, 1],
  [{ key: 'idNumber', operator: 'contains', value: '5678' }, 1],
  [{ key: 'idNumber', operator: 'empty' }, 5],
  [{ key: 'mobile', operator: 'equals', value: '138 0013 5678' }, 1],
  [{ key: 'mobile', operator: 'not_empty' }, 2],
  [{ key: 'kind', operator: 'in', values: ['business', 'farmer'] }, 1],
])('filter %j keeps %i customers', async (filter, count) => {
  const reply = await testApp.as('read_only').send('POST', '/api/customers/summary', { filters: [filter] });
  expect(reply.body.count, reply.text).toBe(count);
});

test('a sealed number is not found by a piece of it', async () => {
  const reply = await testApp.as('full').send('POST', '/api/customers/query', { filters: [{ key: 'mobile', operator: 'contains', value: '138001' }] });
  expect(reply.body.code).toBe('field_not_filterable');
});
