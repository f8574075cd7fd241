import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestApp, type TestApp, type TestUser } from '../../../test/app-fixture.ts';
import { insertCustomer } from '../../../test/loan-fixture.ts';
import { randomLoans, testDay } from '../../../test/random-loans.ts';
import type { Tx } from '../../platform/database.ts';
import { lockLoans } from './lock-loans.ts';
import { registerLoans } from './loans.routes.ts';
import { rollChunk } from './roll-day.ts';
import { takeOverLoans } from './take-over-loans.ts';
import { writeProjections } from './write-projection.ts';

let app: TestApp;
let user: TestUser;

beforeAll(async () => {
  app = await startTestApp({}, [registerLoans]);
  user = app.as('full');
  const customerId = await insertCustomer(user);
  await user.inTransaction(async (tx) => {
    await takeOverLoans(tx, randomLoans(5, 40, customerId, testDay('2026-03-16')), null);
    tx.audit({ action: 'loan.taken_over', objectType: 'import', objectId: null });
  });
});
afterAll(() => app.stop());

interface StoredRow {
  readonly key: string;
  readonly version: string;
  readonly content: string;
}

/** Every row with the transaction that wrote it. */
async function storedRows(): Promise<readonly StoredRow[]> {
  const { rows } = await user.inTransaction((tx) => sql<StoredRow>`
    select 'state ' || loan_id as key, xmin::text as version, to_jsonb(s)::text as content from loan_state s
    union all select concat_ws(' ', 'row', loan_id, number), xmin::text, to_jsonb(i)::text from installment i
    union all select 'receipt ' || repayment_id, xmin::text, to_jsonb(r)::text from repayment r order by 1`.execute(tx.db));
  return rows;
}

async function writeAll(tx: Tx): Promise<void> {
  tx.markBookkeeping();
  const ids = (await tx.db.selectFrom('loan').select('loan_id').execute()).map((row) => row.loan_id);
  const loans = [...(await lockLoans(tx, ids)).values()];
  await writeProjections(tx, loans.map(({ loanId, terms, events }) => ({ loanId, terms, events: events.map(({ event }) => event) })));
}

test('rows that are right already are not written again', async () => {
  const before = await storedRows();
  await user.inTransaction(writeAll);
  expect(await storedRows()).toEqual(before);
});

test('wrong, missing and surplus rows are put right, and no others are touched', async () => {
  const before = await storedRows();
  const [first, second] = before.filter(({ key }) => key.startsWith('row ')).map(({ key }) => key.split(' ').slice(1));
  const [receipt] = before.filter(({ key }) => key.startsWith('receipt ')).map(({ key }) => key.split(' ')[1]);
  await app.asOwner('update installment set accrual_offset_fen = 7, fee_fen = fee_fen + 5, settled_on = null where loan_id = $1 and number = $2', first ?? []);
  await app.asOwner('delete from installment where loan_id = $1 and number = $2', second ?? []);
  await app.asOwner('insert into installment select institution_id, loan_id, number + 900, due_on, principal_fen, interest_fen from installment where loan_id = $1 and number = $2', first ?? []);
  await app.asOwner("update repayment set principal_fen = principal_fen + 1, credit_fen = credit_fen + 1, total_fen = total_fen + 2 where repayment_id = $1 and source = 'posted'", [receipt]);
  expect((await storedRows()).map(({ content }) => content)).not.toEqual(before.map(({ content }) => content));
  await user.inTransaction(writeAll);
  const after = await storedRows();
  expect(after.map(({ content }) => content)).toEqual(before.map(({ content }) => content));
  expect(after.filter(({ version }, index) => version !== before[index]?.version)).toHaveLength(3);
});

test('the roll writes the rows that the day changes and leaves all others as they were', async () => {
  const before = await storedRows();
  app.setNow('2026-04-20T04:00:00Z');
  const rolledLoans = await user.inTransaction(async (tx) => (await rollChunk(tx)).rolledLoans);
  const after = await storedRows();
  const written = after.filter(({ key, version }) => before.find((row) => row.key === key)?.version !== version);
  const differing = after.filter(({ key, content }) => before.find((row) => row.key === key)?.content !== content);
  expect(rolledLoans).toBeGreaterThan(0);
  expect(written).toEqual(differing);
  expect(written.filter(({ key }) => key.startsWith('state '))).toHaveLength(rolledLoans);
});
