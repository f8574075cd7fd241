import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestApp, type TestApp, type TestUser } from '../../test/app-fixture.ts';
import { inInstitution, isUniqueViolation, type Tx } from './database.ts';
import { newId } from './ids.ts';

let world: TestApp;
let user: TestUser;
beforeAll(async () => {
  world = await startTestApp();
  user = world.as('full');
});
afterAll(() => world.stop());

const entry = { action: 'test.done', objectType: 'test', objectId: null } as const;

function rename(tx: Tx, name: string): Promise<unknown> {
  return tx.db.updateTable('institution').set({ name }).execute();
}

test('a transaction sees its own institution only, however it asks', async () => {
  const rows = await user.inTransaction((tx) => sql<{ institution_id: string }>`select institution_id from person union select institution_id from institution union select institution_id from audit_entry`.execute(tx.db));
  expect(rows.rows).toEqual([{ institution_id: user.actor.institutionId }]);
});

test('a row cannot be written into another institution', async () => {
  const other = world.as('full', 'second').actor.institutionId;
  await expect(user.inTransaction(async (tx) => {
    tx.audit(entry);
    await tx.db.insertInto('number_series').values({ institution_id: other, name: 'customer' }).execute();
  })).rejects.toThrow(/row-level security/);
});

test('a connection that goes back to the pool carries no institution with it', async () => {
  await user.inTransaction(() => Promise.resolve());
  for (let round = 0; round < 12; round += 1) {
    const answer = await world.context.appPool.query('select current_institution() as institution, business_date() as day, (select count(*)::int from person) as people');
    expect(answer.rows).toEqual([{ institution: null, day: null, people: 0 }]);
  }
});

test('an institution id that is no UUID never reaches the database', async () => {
  await expect(inInstitution(world.context, { institutionId: "x'; drop table person; --", personId: null, name: '' }, () => Promise.resolve())).rejects.toThrow('an institution id is a UUID');
});

test('the business date is the civil date of the institution, in the program and in SQL', async () => {
  for (const [instant, day] of [['2026-03-16T15:59:59.999Z', '2026-03-16'], ['2026-03-16T16:00:00.000Z', '2026-03-17']] as const) {
    world.setNow(instant);
    const seen = await user.inTransaction(async (tx) => ({ program: tx.businessDate, sql: (await sql<{ day: string }>`select business_date() as day`.execute(tx.db)).rows[0]?.day }));
    expect(seen).toEqual({ program: day, sql: day });
  }
});

test('bigint arrives as a number, date and instant as text, and a bigint beyond exactness is refused', async () => {
  const answer = await user.inTransaction((tx) => sql`select 9007199254740991::bigint as fen, date '2026-02-28' as day, timestamptz '2026-03-16 12:00:00.5+08' as instant`.execute(tx.db));
  expect(answer.rows).toEqual([{ fen: 9_007_199_254_740_991, day: '2026-02-28', instant: '2026-03-16T04:00:00.500Z' }]);
  await expect(user.inTransaction((tx) => sql`select 9007199254740992::bigint as fen`.execute(tx.db))).rejects.toThrow(RangeError);
});

test('a change without an audit entry is refused; bookkeeping says so and passes', async () => {
  await expect(user.inTransaction((tx) => rename(tx, '无人知晓'))).rejects.toMatchObject({ code: 'LB002' });
  await user.inTransaction((tx) => { tx.markBookkeeping(); return rename(tx, '青禾'); });
  await user.inTransaction((tx) => { tx.audit(entry); return rename(tx, '青禾二'); });
  const answer = await world.asOwner('select name from institution where institution_id = $1', [user.actor.institutionId]);
  expect(answer.rows).toEqual([{ name: '青禾二' }]);
});

test('an error that a handler swallows does not pass as a commit', async () => {
  await expect(user.inTransaction(async (tx) => {
    tx.audit(entry);
    await sql`select 1/0`.execute(tx.db).catch(() => undefined);
  })).rejects.toThrow('current transaction is aborted');
  await expect(user.inTransaction(async (tx) => {
    tx.markBookkeeping();
    await sql`select 1/0`.execute(tx.db).catch(() => undefined);
  })).rejects.toThrow('the transaction was lost to an earlier error');
});

test('two transactions that lock in opposite order both succeed', async () => {
  const ids = [newId(), newId()];
  await user.inTransaction(async (tx) => {
    tx.audit(entry);
    for (const [index, id] of ids.entries()) await tx.db.insertInto('person').values({ institution_id: tx.institutionId, person_id: id, user_name: `lock-${index}`, display_name: '锁', role: 'read_only', password_hash: '!' }).execute();
  });
  let runs = 0;
  let release = (): void => undefined;
  const bothHoldOne = new Promise<void>((resolve) => { release = resolve; });
  const lockBoth = (order: readonly string[]) => user.inTransaction(async (tx) => {
    runs += 1;
    tx.audit(entry);
    for (const id of order) {
      await tx.db.updateTable('person').set((column) => ({ version: column('version', '+', 1) })).where('person_id', '=', id).execute();
      if (runs === 2) release();
      await bothHoldOne;
    }
  });
  await Promise.all([lockBoth(ids), lockBoth(ids.toReversed())]);
  expect(runs).toBe(3);
  const answer = await world.asOwner('select version from person where person_id = any($1)', [ids]);
  expect(answer.rows).toEqual([{ version: 3 }, { version: 3 }]);
});

test('effects run after a commit and never after a rollback', async () => {
  const effects: string[] = [];
  await user.inTransaction(async (tx) => { tx.afterCommit(() => effects.push('kept')); });
  await user.inTransaction(async (tx) => { tx.afterCommit(() => effects.push('lost')); throw new Error('undone'); }).catch(() => undefined);
  expect(effects).toEqual(['kept']);
});

test('a broken unique constraint can be told by its name', async () => {
  const insert = (tx: Tx): Promise<unknown> => {
    tx.audit(entry);
    return tx.db.insertInto('person').values({ institution_id: tx.institutionId, person_id: newId(), user_name: user.userName, display_name: '重名', role: 'full', password_hash: '!' }).execute();
  };
  const error: unknown = await user.inTransaction(insert).catch((cause: unknown) => cause);
  expect(isUniqueViolation(error, 'person_institution_id_user_name_key')).toBe(true);
  expect(isUniqueViolation(error, 'person_pkey')).toBe(false);
});

test('when no connection is free in time the caller hears that the system is busy', async () => {
  const pool = new (await import('pg')).default.Pool({ connectionString: world.database.appUrl, max: 1, connectionTimeoutMillis: 2000 });
  const held = await pool.connect();
  await expect(inInstitution({ ...world.context, appPool: pool }, user.actor, () => Promise.resolve())).rejects.toMatchObject({ code: 'busy' });
  held.release();
  await pool.end();
});
