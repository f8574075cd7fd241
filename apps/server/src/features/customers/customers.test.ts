import { afterAll, beforeAll, expect, test } from 'vitest';
import { residentIdCheckDigit } from '@loanbook/ledger-reader/identity/resident-id.ts';
import { startTestApp, type TestApp } from '../../../test/app-fixture.ts';
import { addLoanRows } from '../../../test/factories.ts';
import { findCustomersByIdNumber, findCustomersByName } from './customers.queries.ts';
import { writeCustomers } from './write-customers.ts';

let testApp: TestApp;
beforeAll(async () => {
  testApp = await startTestApp();
}, 60_000);
afterAll(() => testApp.stop());

/** An invented but valid number: region, birth date and sequence are given, the check character is computed. */
function residentId(first17: string): string {
  return first17 + residentIdCheckDigit(first17);
}

async function create(facts: object, role: 'first' | 'second' = 'first') {
  return testApp.as('full', role).post('/api/customers', { kind: 'individual', ...facts });
}

test('a new customer gets a number, a filled birth date and gender, and masks instead of numbers', async () => {
  const reply = await create({ name: '周小川', idType: 'resident_id', idNumber: residentId('11010119900307123'), mobile: '138 0013 5678', address: '北京市朝阳区幸福路 12 号', annualIncome: '120000', tags: ['老客户'] });
  expect(reply.status, reply.text).toBe(200);
  expect(reply.body.cells).toMatchObject({
    customerNo: expect.stringMatching(/^K\d{6}$/), name: '周小川', birthDate: '1990-03-07', gender: 'male', annualIncome: '120000.00', tags: ['老客户'], blacklisted: false,
    activeLoans: 0, outstandingPrincipal: '0.00', openedOn: '2026-03-16', employer: null,
  });
  expect(reply.body.cells.idNumber).toMatch(/^110101\*{8}\w{4}$/);
  expect(reply.body.cells.mobile).toBe('138****5678');
  expect(reply.text).not.toContain('19900307123');
  expect(reply.text).not.toContain('幸福路');
});

test('what is sealed is nowhere in clear in the database', async () => {
  await create({ name: '金丝雀', mobile: '15900000001', email: 'canary@example.com', bankAccount: '6222020000000000000', emergencyContact: '金大哥 15900000002', spouseMobile: '15900000003' });
  const rows = await testApp.asOwner(`select row_to_json(customer)::text as text from customer where name = '金丝雀'`);
  const audit = await testApp.asOwner('select row_to_json(audit_entry)::text as text from audit_entry');
  for (const { text } of [...rows.rows, ...audit.rows]) for (const canary of ['15900000001', 'canary@', '6222020000000000000', '15900000002', '15900000003']) expect(text).not.toContain(canary);
});

test.each([
  ['resident_id', '110101199003071234', 'checksum'],
  ['resident_id', '123', 'format'],
  ['resident_id', residentId('99999919900307123'), 'region'],
  ['uscc', '91350100M000100Y44', 'checksum'],
])('an ID number that cannot be right is refused: %s %s', async (idType, idNumber, fault) => {
  const reply = await create({ name: '无效证件', idType, idNumber });
  expect([reply.status, reply.body.code, reply.body.problems[0]?.code]).toEqual([422, 'invalid_id_number', `id_number_${fault}`]);
});

test('an ID number belongs to one customer of an institution, who is named; another institution may have the same person', async () => {
  const idNumber = residentId('32010219850101456');
  const first = await create({ name: '钱多多', idNumber });
  const second = await create({ name: '钱多多', idNumber: idNumber.toLowerCase() });
  expect([second.status, second.body.code, second.body.details.customerNo]).toEqual([409, 'customer_id_number_taken', first.body.cells.customerNo]);
  expect((await create({ name: '钱多多', idNumber }, 'second')).status).toBe(200);
});

test('of two people entering the same ID number at once one is told', async () => {
  const idNumber = residentId('32010219850101789');
  const replies = await Promise.all(Array.from({ length: 6 }, () => create({ name: '同时', idNumber })));
  expect(replies.map((reply) => reply.status).toSorted()).toEqual([200, 409, 409, 409, 409, 409]);
});

test('a change needs the version that was seen and says who came first', async () => {
  const { body: customer } = await create({ name: '孙改', mobile: '13900001111', idNumber: residentId('32010219850101234') });
  const url = `/api/customers/${customer.id}`;
  const changed = await testApp.as('full').send('PATCH', url, { version: customer.version, facts: { name: '孙新名', employer: '白石建材店', mobile: null } });
  expect(changed.status, changed.text).toBe(200);
  expect(changed.body.cells).toMatchObject({ name: '孙新名', employer: '白石建材店', mobile: null, idNumber: customer.cells.idNumber });
  const late = await testApp.as('full').send('PATCH', url, { version: customer.version, facts: { employer: '别处' } });
  expect([late.status, late.body.code, late.body.details]).toEqual([409, 'changed_meanwhile', { by: '王经理', at: '2026-03-16 12:00' }]);
  const found = await testApp.as('full').send('POST', '/api/customers/query', { search: '孙新' });
  expect(found.body.rows.map((row: { id: string }) => row.id)).toEqual([customer.id]);
  expect((await testApp.as('full').send('POST', '/api/customers/query', { search: '孙改' })).body.rows).toEqual([]);
});

test('a mask sent back does not replace the value behind it', async () => {
  const { body: customer } = await create({ name: '掩码', mobile: '13700002222' });
  const reply = await testApp.as('full').send('PATCH', `/api/customers/${customer.id}`, { version: customer.version, facts: { mobile: '137****2222' } });
  expect([reply.status, reply.body.problems[0]]).toMatchObject([400, { path: 'facts.mobile', code: 'masked_value' }]);
});

test('a new customer is not entered with a mask for a number', async () => {
  expect((await create({ name: '掩码', idNumber: '110101********1234' })).body.problems[0]).toMatchObject({ path: 'idNumber', code: 'masked_value' });
});

test('a changed ID number or type is checked like a new one', async () => {
  const { body: customer } = await create({ name: '改证', idType: 'passport', idNumber: 'E12345678' });
  const wrongType = await testApp.as('full').send('PATCH', `/api/customers/${customer.id}`, { version: customer.version, facts: { idType: 'resident_id' } });
  expect(wrongType.body.code).toBe('invalid_id_number');
  const cleared = await testApp.as('full').send('PATCH', `/api/customers/${customer.id}`, { version: customer.version, facts: { idType: null, idNumber: null } });
  expect(cleared.body.cells).toMatchObject({ idType: null, idNumber: null });
});

test('an ID number entered later fills birth date and gender where these are still open', async () => {
  const { body: open } = await create({ name: '后补' });
  const filled = await testApp.as('full').send('PATCH', `/api/customers/${open.id}`, { version: open.version, facts: { idNumber: residentId('32010219850215666') } });
  expect(filled.body.cells).toMatchObject({ idType: 'resident_id', birthDate: '1985-02-15', gender: 'female' });
  const { body: known } = await create({ name: '已知', birthDate: '1985-01-01' });
  const kept = await testApp.as('full').send('PATCH', `/api/customers/${known.id}`, { version: known.version, facts: { idNumber: residentId('32010219850215888') } });
  expect(kept.body.cells).toMatchObject({ birthDate: '1985-01-01', gender: 'female' });
});

test('a reveal gives one field, and is in the audit trail with its reason before anything is shown', async () => {
  const { body: customer } = await create({ name: '显示', mobile: '13600003333' });
  const reply = await testApp.as('full').send('POST', `/api/customers/${customer.id}/reveal`, { field: 'mobile', reason: '电话催收' });
  expect(reply.body).toEqual({ value: '13600003333' });
  const audit = await testApp.asOwner(`select action, fields, reason, actor_name from audit_entry where object_id = $1 order by sequence desc limit 1`, [customer.id]);
  expect(audit.rows[0]).toEqual({ action: 'customer.revealed', fields: ['mobile'], reason: '电话催收', actor_name: '王经理' });
  expect((await testApp.as('full').send('POST', `/api/customers/${customer.id}/reveal`, { field: 'name', reason: '看看' })).body.code).toBe('unknown_field');
});

test('a reader sees the page but may not enter, change or reveal; another institution sees nothing', async () => {
  const { body: customer } = await create({ name: '权限' });
  const reader = testApp.as('read_only');
  expect((await reader.send('GET', `/api/customers/${customer.id}`)).body.cells.name).toBe('权限');
  expect((await reader.post('/api/customers', { name: '甲', kind: 'individual' })).body.code).toBe('not_allowed');
  expect((await reader.send('PATCH', `/api/customers/${customer.id}`, { version: 1, facts: {} })).body.code).toBe('not_allowed');
  expect((await reader.send('POST', `/api/customers/${customer.id}/reveal`, { field: 'mobile', reason: '看看' })).body.code).toBe('not_allowed');
  const stranger = testApp.as('full', 'second');
  for (const reply of [await stranger.send('GET', `/api/customers/${customer.id}`), await stranger.send('PATCH', `/api/customers/${customer.id}`, { version: 1, facts: {} })]) expect(reply.body.code).toBe('not_found');
});

test('figures sum over the loans of the customer', async () => {
  const { body: customer } = await create({ name: '有贷' });
  await testApp.as('full').inTransaction((tx) => addLoanRows(tx, [
    { customerId: customer.id, receiptNo: 'F1', outstandingPrincipalFen: 500_000, oldestOpenDueOn: '2026-03-01' },
    { customerId: customer.id, receiptNo: 'F2', outstandingPrincipalFen: 250_050 },
    { customerId: customer.id, receiptNo: 'F3', life: 'settled' },
    { customerId: customer.id, receiptNo: 'F4', life: 'void' },
  ]));
  const { body } = await testApp.as('full').send('GET', `/api/customers/${customer.id}`);
  expect(body.figures).toEqual({ loans: 3, activeLoans: 2, outstandingPrincipal: '7500.50', overdueLoans: 1, maxDaysPastDue: 15 });
  expect(body.cells).toMatchObject({ activeLoans: 2, outstandingPrincipal: '7500.50' });
});

test('many customers at once keep their own numbers where these are free, and are found again', async () => {
  const startedAt = performance.now();
  const count = 2_000;
  const idNumberOf = (index: number): string => residentId(`3201021985${String(1 + (index % 12)).padStart(2, '0')}${String(1 + (index % 28)).padStart(2, '0')}${String(1 + (index % 999)).padStart(3, '0')}`);
  const written = await testApp.as('full', 'second').inTransaction(async (tx) => {
    tx.markBookkeeping();
    return writeCustomers(tx, Array.from({ length: count }, (_unused, index) => ({
      facts: { name: `批量客户${index}`, kind: 'individual', mobile: `139${String(index).padStart(8, '0')}`, idType: 'resident_id', idNumber: idNumberOf(index) },
      customerNo: index < 2 ? 'OLD-1' : null,
    })));
  });
  const seconds = (performance.now() - startedAt) / 1000;
  expect(written[0]?.customerNo).toBe('OLD-1');
  expect(new Set(written.map((row) => row.customerNo)).size).toBe(written.length);
  expect(written.length).toBe(count);
  expect(seconds).toBeLessThan(20);
  const byId = await testApp.as('full', 'second').inTransaction((tx) => findCustomersByIdNumber(tx, [idNumberOf(5), residentId('11010119900101001')]));
  expect([...byId.values()]).toEqual([{ customerId: written[5]?.customerId, customerNo: written[5]?.customerNo, name: '批量客户5' }]);
  const names = await testApp.as('full', 'second').inTransaction((tx) => findCustomersByName(tx, ['批量客户7', '没有']));
  expect([...names.keys()]).toEqual(['批量客户7']);
});
