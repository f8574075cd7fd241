import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { inventCustomer } from '../../apps/server/src/features/demo/invented-customers.ts';
import { seededRandom } from '../../apps/server/src/features/demo/seeded-random.ts';
import { takeOverLoans } from '../../apps/server/src/features/loans/loans.index.ts';
import { writeCustomers } from '../../apps/server/src/features/customers/customers.index.ts';
import type { AppContext } from '../../apps/server/src/platform/app-context.ts';
import { inInstitution, type Actor } from '../../apps/server/src/platform/database.ts';
import { newId } from '../../apps/server/src/platform/ids.ts';
import { copiedTables, copyRows } from './copy-rows.ts';
import { bookDate, inventLoan } from './invented-loan.ts';

/** Loans of which no two are alike; a larger book repeats them under other ids. */
const mostDifferentLoans = 20_000;
const loansAtATime = 2_000;

export interface BookSize {
  readonly loans: number;
  readonly customers: number;
}

/** 0.4 customers a loan; a size above 20 000 loans is rounded to a whole number of copies. */
export function sizeOf(loans: number): BookSize & { readonly different: number; readonly copies: number } {
  const different = Math.min(loans, mostDifferentLoans);
  const copies = different === 0 ? 1 : Math.round(loans / different);
  return { loans: different * copies, customers: Math.ceil(different * 0.4) * copies, different, copies };
}

/**
 * Fills an empty database with a book: the first loans are written by the program itself, through its own commands, and
 * the rest are those rows again, so that every row is what the engine computes. Needs an owner who is a superuser.
 */
export async function writeLargeBook(app: AppContext, ownerUrl: string, loans: number, say: (text: string) => void): Promise<Actor & { readonly personId: string }> {
  const { different, copies } = sizeOf(loans);
  const actor = await foundBook(app);
  await writeDifferentLoans(app, actor, different);
  say(`${different} different loans`);
  if (copies > 1) {
    await withOwner(ownerUrl, async (owner) => owner.query("alter system set max_wal_size = '8GB'"));
    await Promise.all([
      copyTables(ownerUrl, copies - 1, (name) => name === 'installment', say),
      copyTables(ownerUrl, copies - 1, (name) => name !== 'installment', say),
    ]);
    await withOwner(ownerUrl, async (owner) => owner.query('alter system reset max_wal_size'));
  }
  await withOwner(ownerUrl, async (owner) => {
    await owner.query('vacuum (analyze)');
    await owner.query('checkpoint');
  });
  return actor;
}

async function copyTables(ownerUrl: string, copies: number, isWanted: (name: string) => boolean, say: (text: string) => void): Promise<void> {
  await withOwner(ownerUrl, async (owner) => {
    await owner.query("select pg_reload_conf(); set session_replication_role = replica; set synchronous_commit = off; set maintenance_work_mem = '1GB'; set work_mem = '256MB'");
    for (const table of (await copiedTables(owner)).filter(({ name }) => isWanted(name))) {
      await copyRows(owner, table, copies);
      say(`${table.name} × ${copies + 1}`);
    }
  });
}

async function withOwner(ownerUrl: string, work: (owner: pg.Client) => Promise<unknown>): Promise<void> {
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  try {
    await work(owner);
  } finally {
    await owner.end();
  }
}

async function foundBook(app: AppContext): Promise<Actor & { readonly personId: string }> {
  const actor = { institutionId: newId(app.now()), personId: newId(app.now()), name: '测量' };
  await inInstitution(app, actor, async (tx) => {
    await tx.db.insertInto('institution').values({ institution_id: actor.institutionId, name: '测量用小额贷款有限公司' }).execute();
    await tx.db.insertInto('person').values({
      institution_id: actor.institutionId, person_id: actor.personId, user_name: `bench-${randomBytes(3).toString('hex')}`, display_name: actor.name, role: 'full', password_hash: '!', created_at: tx.now,
    }).execute();
    tx.audit({ action: 'institution.founded', objectType: 'institution', objectId: actor.institutionId });
  });
  return actor;
}

async function writeDifferentLoans(app: AppContext, actor: Actor, count: number): Promise<void> {
  const random = seededRandom(20_260_616);
  const customerIds: string[] = [];
  for (let from = 0; from < count; from += loansAtATime) {
    await inInstitution(app, actor, async (tx) => {
      const size = Math.min(loansAtATime, count - from);
      const customers = Array.from({ length: Math.ceil(size * 0.4) }, (_unused, index) => ({ facts: inventCustomer(random, customerIds.length + index, bookDate) }));
      customerIds.push(...(await writeCustomers(tx, customers)).map((written) => written.customerId));
      const loans = Array.from({ length: size }, (_unused, index) => inventLoan(random, from + index, random.pick(customerIds)));
      await takeOverLoans(tx, loans, null);
      tx.audit({ action: 'loan.taken_over', objectType: 'institution', objectId: tx.institutionId });
    });
  }
}
