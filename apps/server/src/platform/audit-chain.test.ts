import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { startTestApp, type TestApp, type TestUser } from '../../test/app-fixture.ts';
import { checkAuditChain } from './audit-chain.ts';

let world: TestApp;
let user: TestUser;
beforeAll(async () => { world = await startTestApp(); });
afterAll(() => world.stop());

/** Each test has an institution, and so a chain, of its own. */
beforeEach(async () => {
  user = await world.foundAnother();
  for (const objectId of ['a', 'b', 'c']) {
    await user.inTransaction(async (tx) => {
      tx.audit({ action: 'customer.changed', objectType: 'customer', objectId, fields: ['name'], reason: '客户要求', values: { mobile: '13812345678', zeta: 1, alpha: null } });
    });
  }
});

/** What a superuser without the keys can do: switch the guard off, edit, switch it on. */
async function tamper(text: string): Promise<void> {
  await world.asOwner('alter table audit_entry disable trigger user');
  await world.asOwner(text, [user.actor.institutionId]);
  await world.asOwner('alter table audit_entry enable trigger user');
}

function deviations(): Promise<readonly string[]> {
  return user.inTransaction(async (tx) => (await checkAuditChain(tx)).deviations);
}

test('an untouched chain is sound and holds no value in clear', async () => {
  expect(await user.inTransaction(checkAuditChain)).toEqual({ checked: 4, deviations: [] });
  const rows = await world.asOwner('select a::text as line from audit_entry a');
  expect(JSON.stringify(rows.rows)).not.toContain('13812345678');
});

test('the same value gives another digest for another record', async () => {
  const rows = await world.asOwner("select distinct digests->>'mobile' as digest from audit_entry where action = 'customer.changed' and institution_id = $1", [user.actor.institutionId]);
  expect(rows.rows.length).toBe(3);
});

test.each([
  ['an edited entry', "update audit_entry set reason = '别的原因' where institution_id = $1 and sequence = 3", 'audit entry 3 was altered'],
  ['an entry given to another person', "update audit_entry set actor_name = '别人' where institution_id = $1 and sequence = 2", 'audit entry 2 was altered'],
  ['a deleted entry', 'delete from audit_entry where institution_id = $1 and sequence = 3', 'audit entry 3 is missing'],
  ['a cut end', 'delete from audit_entry where institution_id = $1 and sequence = 4', "the chain's head does not match entry 3"],
  ['a cut beginning', 'delete from audit_entry where institution_id = $1 and sequence = 1', 'audit entry 1 is missing'],
])('%s is noticed', async (_, text, deviation) => {
  await tamper(text);
  expect(await deviations()).toContain(deviation);
});

test('the running program can neither change nor delete an entry', async () => {
  await expect(world.context.appPool.query("update audit_entry set reason = 'x'")).rejects.toThrow(/permission denied/);
  await expect(world.context.appPool.query('delete from audit_entry')).rejects.toThrow(/permission denied/);
  await expect(world.asOwner('delete from audit_entry')).rejects.toThrow(/facts/);
});

test('many transactions at once leave one chain without gap or fork', async () => {
  await Promise.all(Array.from({ length: 40 }, (_, index) => user.inTransaction(async (tx) => {
    tx.audit({ action: 'test.first', objectType: 'test', objectId: String(index) });
    tx.audit({ action: 'test.second', objectType: 'test', objectId: String(index) });
  })));
  expect(await user.inTransaction(checkAuditChain)).toEqual({ checked: 84, deviations: [] });
});
