import { afterAll, beforeAll, expect, test } from 'vitest';
import { mergedInto } from './merges.index.ts';
import { startTestApp, type TestApp, type TestReply, type TestUser } from '../../../test/app-fixture.ts';

let lender: TestApp;
let clerk: TestUser;

beforeAll(async () => {
  lender = await startTestApp();
  clerk = lender.as('full');
});
afterAll(() => lender.stop());

interface Person { readonly id: string; readonly version: number }

async function customer(facts: object): Promise<Person> {
  const reply = await clerk.post('/api/customers', { kind: 'individual', ...facts });
  expect(reply.status).toBe(200);
  return reply.body;
}

async function loanOf(customerId: string): Promise<string> {
  const reply = await clerk.post('/api/loans', { customerId, terms: { method: 'bullet', principal: '10000.00', annualRatePct: '12', termMonths: 6, disbursedOn: '2026-03-01' }, facts: {} });
  expect(reply.status).toBe(200);
  return reply.body.id;
}

const read = (id: string): Promise<TestReply> => clerk.send('GET', `/api/customers/${id}`);
const merge = (into: Person, other: Person, takeKeys: readonly string[] = []): Promise<TestReply> => clerk.send('POST', `/api/customers/${into.id}/merge`, { otherId: other.id, version: into.version, otherVersion: other.version, takeKeys, reason: '同一个人，两次建档' });
const moves = async (id: string): Promise<{ readonly id: string }[]> => (await clerk.send('GET', `/api/customers/${id}/moves`)).body.moves;
const undo = (moveId: string | undefined): Promise<TestReply> => clerk.send('POST', `/api/customers/moves/${moveId ?? ''}/undo`, { reason: '弄错了' });
const borrowerOf = async (loanId: string): Promise<string> => (await clerk.send('GET', `/api/loans/${loanId}`)).body.customerId;
const named = async (text: string): Promise<number> => (await clerk.send('POST', '/api/customers/query', { search: text })).body.rows.length;

test('merging brings the loans and the chosen facts here and hides the other, whose page says so', async () => {
  const kept = await customer({ name: '甲立春' });
  const other = await customer({ name: '甲立春', idNumber: '11010519491231002X', mobile: '16038120011', annualIncome: '80000.00' });
  const loanId = await loanOf(other.id);
  const merged = await merge(kept, other, ['idNumber', 'annualIncome']);
  expect(merged.body).toMatchObject({ id: kept.id, figures: { loans: 1 }, cells: { idNumber: '110105********002X', annualIncome: '80000.00', mobile: null } });
  expect(await borrowerOf(loanId)).toBe(kept.id);
  expect(await named('甲立春')).toBe(1);
  expect((await read(other.id)).body).toMatchObject({ isHidden: true, figures: { loans: 0 } });
  expect((await clerk.send('POST', `/api/customers/${kept.id}/reveal`, { field: 'idNumber', reason: '核对' })).body.value).toBe('11010519491231002X');
  expect(await moves(other.id)).toMatchObject([{ kind: 'merge', to: { id: kept.id }, loans: 1, reason: '同一个人，两次建档', undoneAt: null }]);
});

test('undone, both are as they were; a second time it is refused', async () => {
  const kept = await customer({ name: '乙雨水', employer: '某厂' });
  const other = await customer({ name: '乙雨', idNumber: '440524199001010018' });
  const [own, theirs] = [await loanOf(kept.id), await loanOf(other.id)];
  await merge(kept, other, ['name', 'idNumber']);
  const [move] = await moves(kept.id);
  expect((await undo(move?.id)).status).toBe(200);
  expect((await read(kept.id)).body).toMatchObject({ isHidden: false, cells: { name: '乙雨水', idNumber: null, employer: '某厂' } });
  expect((await read(other.id)).body).toMatchObject({ isHidden: false, cells: { name: '乙雨', idNumber: '440524********0018' } });
  expect([await borrowerOf(own), await borrowerOf(theirs)]).toEqual([kept.id, other.id]);
  expect(await named('雨水')).toBe(1);
  expect((await undo(move?.id)).body.code).toBe('already_reversed');
});

test('facts that somebody changed after the merge are not overwritten by undoing it', async () => {
  const [kept, other] = [await customer({ name: '丙惊蛰' }), await customer({ name: '丙惊蛰', mobile: '16038120012' })];
  const merged = await merge(kept, other, ['mobile']);
  await clerk.send('PATCH', `/api/customers/${kept.id}`, { version: merged.body.version, facts: { mobile: '16038120013' } });
  const [move] = await moves(kept.id);
  expect((await undo(move?.id)).body.code).toBe('customer_changed_since');
});

test('a customer who was changed meanwhile, hidden, or is the same one is not merged', async () => {
  const [kept, other] = [await customer({ name: '丁春分' }), await customer({ name: '丁春分' })];
  expect((await merge(kept, { ...other, version: 7 })).body.code).toBe('changed_meanwhile');
  expect((await merge(kept, kept)).body.code).toBe('same_customer');
  const merged = await merge(kept, other);
  const again = (await read(other.id)).body;
  expect((await merge(merged.body, again)).body.code).toBe('customer_hidden');
});

test('two customers who were one are told apart, and put together again', async () => {
  const both = await customer({ name: '戊清明' });
  const [own, theirs] = [await loanOf(both.id), await loanOf(both.id)];
  const reply = await clerk.send('POST', `/api/customers/${both.id}/split`, { loanIds: [theirs], target: { facts: { name: '戊清明', kind: 'individual', mobile: '16038120014' } }, reason: '同名的两个人' });
  expect(reply.status).toBe(200);
  expect([await borrowerOf(own), await borrowerOf(theirs)]).toEqual([both.id, reply.body.targetId]);
  const stranger = await clerk.send('POST', `/api/customers/${both.id}/split`, { loanIds: [theirs], target: { customerId: reply.body.targetId }, reason: '再来一次' });
  expect(stranger.body.code).toBe('loans_not_of_customer');
  const [move] = await moves(both.id);
  expect((await undo(move?.id)).status).toBe(200);
  expect(await borrowerOf(theirs)).toBe(both.id);
  expect((await read(reply.body.targetId)).body.isHidden).toBe(true);
});

test('a ledger that goes on naming the merged customer means the one they are now, through two merges', async () => {
  const [last, middle, first] = [await customer({ name: '己谷雨' }), await customer({ name: '己谷雨' }), await customer({ name: '己谷雨' })];
  const into = (await merge(middle, first)).body;
  await merge(last, into);
  const found = await clerk.inTransaction((tx) => mergedInto(tx, [first.id, middle.id, last.id]));
  expect(found).toEqual(new Map([[first.id, last.id], [middle.id, last.id]]));
});
