import { addDays } from '@loanbook/engine/civil-date.ts';
import { fiveTierClasses } from '@loanbook/engine/classification.ts';
import type { LoanState } from '@loanbook/engine/loan-state.ts';
import { replay } from '@loanbook/engine/replay.ts';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestApp, type TestApp, type TestUser } from '../../../test/app-fixture.ts';
import type { Tx } from '../../platform/database.ts';
import { readEvents } from './loan-events.ts';
import { registerLoans } from './loans.routes.ts';
import { storedTerms } from './lock-loans.ts';
import { rollChunk } from './roll-day.ts';
import { takeOverLoans } from './take-over-loans.ts';
import { insertCustomer } from '../../../test/loan-fixture.ts';
import { randomLoans, testDay } from '../../../test/random-loans.ts';

const businessDate = testDay('2026-03-16');
let app: TestApp;
let user: TestUser;

beforeAll(async () => {
  app = await startTestApp({}, [registerLoans]);
  user = app.as('full');
  const customerId = await insertCustomer(user);
  await user.inTransaction(async (tx) => {
    await takeOverLoans(tx, randomLoans(7, 400, customerId, businessDate), null);
    tx.audit({ action: 'loan.taken_over', objectType: 'import', objectId: null });
  });
});
afterAll(() => app.stop());

interface StoredLine {
  readonly loan_id: string;
  readonly terms: unknown;
  readonly overdue_days: number;
  readonly class: string;
  readonly status: string;
  readonly outstanding_principal_fen: number;
  readonly credit_fen: number;
  readonly overdue_principal_fen: number;
  readonly overdue_interest_fen: number;
  readonly plan_principal_fen: number;
  readonly paid_interest_fen: number;
  /** The end of an upgrade test or a watch period has come: the class waits for the roll. */
  readonly needs_roll: boolean;
}

async function storedLines(tx: Tx): Promise<readonly StoredLine[]> {
  const result = await sql<StoredLine>`
    select l.loan_id, l.terms, l.overdue_days, l.class, l.status, l.outstanding_principal_fen, l.credit_fen, plan.*,
      coalesce((select s.next_change_on <= business_date() from loan_state s where s.loan_id = l.loan_id), false) as needs_roll
    from loan_current l cross join lateral (
      select coalesce(sum(principal_fen), 0)::bigint as plan_principal_fen, coalesce(sum(paid_interest_fen), 0)::bigint as paid_interest_fen,
        coalesce(sum(principal_fen - paid_principal_fen) filter (where due_on < business_date()), 0)::bigint as overdue_principal_fen,
        coalesce(sum(interest_fen - paid_interest_fen) filter (where due_on < business_date()), 0)::bigint as overdue_interest_fen
      from installment i where i.loan_id = l.loan_id
    ) plan`.execute(tx.db);
  return result.rows;
}

interface Pair {
  readonly stored: StoredLine;
  readonly state: LoanState;
}

async function pairsOn(days: number, work?: (tx: Tx) => Promise<unknown>): Promise<Pair[]> {
  const on = addDays(businessDate, days);
  app.setNow(`${on}T04:00:00Z`);
  const pairs = await user.inTransaction(async (tx) => {
    tx.markBookkeeping();
    await work?.(tx);
    const lines = await storedLines(tx);
    const events = await readEvents(tx, lines.map((line) => line.loan_id));
    return lines.map((stored) => ({ stored, state: replay(storedTerms(stored.terms), (events.get(stored.loan_id) ?? []).map((one) => one.event), on) }));
  });
  app.setNow('2026-03-16T04:00:00.000Z');
  return pairs;
}

/** What has left the books is not past due any more; it is collected elsewhere. */
function shownDays(state: LoanState): number {
  return state.status === 'written_off' ? 0 : state.daysPastDue;
}

function shownStatus(state: LoanState): string {
  const isOnTheBooks = state.status === 'active' || state.status === 'overdue';
  return isOnTheBooks && fiveTierClasses.indexOf(state.fiveTierClass) >= 2 ? 'defaulted' : state.status;
}

test.each([0, 1, 2, 17, 91, 400, 1500])('%i days later days past due and class are those of replay, with no batch in between', async (days) => {
  const pairs = await pairsOn(days);
  expect(pairs).toHaveLength(400);
  expect(new Set(pairs.map((pair) => pair.state.fiveTierClass)).size).toBeGreaterThan(1);
  // A loan that waiting credit has settled meanwhile is shown so after the roll.
  for (const { stored, state } of pairs.filter((pair) => pair.state.status !== 'settled')) {
    const shownClass = stored.needs_roll ? state.fiveTierClass : stored.class;
    expect([stored.loan_id, stored.overdue_days, shownClass]).toEqual([stored.loan_id, shownDays(state), state.fiveTierClass]);
  }
});

test.each([0, 1, 40, 400])('%i days later, after the day has rolled, status, balances and plan are those of replay', async (days) => {
  const pairs = await pairsOn(days, async (tx) => {
    while (!(await rollChunk(tx)).isDone) continue;
  });
  expect(new Set(pairs.map((pair) => pair.state.status))).toContain('settled');
  for (const { stored, state } of pairs) {
    expect({ ...stored, terms: null }).toEqual({
      loan_id: stored.loan_id, terms: null, needs_roll: false, overdue_days: shownDays(state), class: state.fiveTierClass, status: shownStatus(state),
      outstanding_principal_fen: (state.offBook ?? state.balances).principalFen, credit_fen: state.balances.creditFen,
      overdue_principal_fen: (state.offBook ?? state.balances).overduePrincipalFen, overdue_interest_fen: (state.offBook ?? state.balances).overdueInterestFen,
      plan_principal_fen: state.installments.reduce((sum, row) => sum + row.principalFen, 0), paid_interest_fen: state.installments.reduce((sum, row) => sum + row.paidInterestFen, 0),
    });
  }
});
