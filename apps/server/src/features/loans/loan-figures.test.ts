import { addDays, type CivilDate } from '@loanbook/engine/civil-date.ts';
import { fiveTierClasses } from '@loanbook/engine/classification.ts';
import type { LoanEvent } from '@loanbook/engine/events.ts';
import { divideRoundedBig } from '@loanbook/engine/rounding.ts';
import { days30e360, monthsAndDays } from '@loanbook/engine/day-count.ts';
import { replay } from '@loanbook/engine/replay.ts';
import type { AllocationRule, LoanTerms } from '@loanbook/engine/terms.ts';
import { loanHistory } from '@loanbook/engine/testing/arbitraries.ts';
import { lastDayOf, postedEvents } from '@loanbook/engine/testing/posted-events.ts';
import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestApp, type TestApp, type TestUser } from '../../../test/app-fixture.ts';
import { insertCustomer } from '../../../test/loan-fixture.ts';
import { testDay } from '../../../test/random-loans.ts';
import { newId } from '../../platform/ids.ts';
import { insertEvents, type ReceiptSnapshot } from './loan-events.ts';
import { registerLoans } from './loans.routes.ts';
import { takeOverLoans } from './take-over-loans.ts';
import { writeProjections } from './write-projection.ts';

let app: TestApp;
let user: TestUser;
let customerId: string;

beforeAll(async () => {
  app = await startTestApp({}, [registerLoans]);
  user = app.as('full');
  customerId = await insertCustomer(user);
});
afterAll(() => app.stop());

const order: AllocationRule['order'] = ['principal', 'interest', 'penalty', 'compound', 'fee'];

/** What contracts may say beside the plan, which histories alone do not vary. */
const options = fc.record({
  graceDays: fc.constantFrom(0, 0, 3, 40),
  repricingRule: fc.constantFrom('days_360', 'month_share'),
  compoundRate: fc.constantFrom('penalty', 'contract'),
  basisDays: fc.constantFrom(360, 365),
  allocation: fc.constantFrom<AllocationRule>({ order, mode: 'vertical' }, { order: order.toReversed(), mode: 'horizontal' }, { order: order.toReversed(), mode: 'vertical' }),
  nplAllocation: fc.constantFrom<AllocationRule>({ order, mode: 'vertical' }, { order, mode: 'horizontal' }),
  nplFromDaysPastDue: fc.constantFrom(1, 91),
});

interface WrittenLoan {
  readonly loanId: string;
  readonly terms: LoanTerms;
  readonly events: readonly LoanEvent[];
  readonly lastDay: CivilDate;
}

/** An early repayment that is taken back keeps what its paper said. */
const paper: ReceiptSnapshot = { number: '1', feeFen: 0, compoundFen: 0, penaltyFen: 0, interestFen: 0, principalFen: 1, creditFen: 0, principalLeftFen: 0 };

/** Events with the ids that the database wants. */
function withUuids(events: readonly LoanEvent[]): LoanEvent[] {
  const ids = new Map(events.map((event) => [event.id, newId(new Date(0))]));
  return events.map((event, index) => ({ ...event, id: ids.get(event.id) ?? '', sequence: index + 1, ...('reversedEventId' in event && { reversedEventId: ids.get(event.reversedEventId) ?? '' }) }));
}

async function write(index: number, terms: LoanTerms, wanted: readonly LoanEvent[]): Promise<WrittenLoan> {
  const lastDay = lastDayOf(wanted);
  app.setNow(`${lastDay}T04:00:00Z`);
  const loanId = await user.inTransaction(async (tx) => {
    const events = withUuids(wanted);
    const [first, ...rest] = events;
    if (!first) throw new Error('a history begins with an event');
    const [id = ''] = await takeOverLoans(tx, [{ customerId, facts: { receiptNo: `F-${index}` }, terms, unstated: [], termMonths: null, flags: [], events: [first], receipts: [] }], null);
    await insertEvents(tx, rest.map((event) => ({ loanId: id, event, ...(event.type === 'prepay' && { receipt: paper }) })));
    await writeProjections(tx, [{ loanId: id, terms, events }]);
    tx.audit({ action: 'loan.taken_over', objectType: 'import', objectId: null });
    return id;
  });
  return { loanId, terms, events: wanted, lastDay };
}

function replayedFigures({ terms, events }: WrittenLoan, on: CivilDate): Record<string, number> {
  const state = replay(terms, events, on);
  const { principalFen, interestDueFen, interestAccruedFen, penaltyFen, compoundFen, feeFen, creditFen, overduePrincipalFen, overdueInterestFen } = state.offBook ?? state.balances;
  return {
    principal_fen: principalFen, interest_due_fen: interestDueFen, interest_accrued_fen: interestAccruedFen, penalty_fen: penaltyFen, compound_fen: compoundFen, fee_fen: feeFen,
    overdue_principal_fen: overduePrincipalFen, overdue_interest_fen: overdueInterestFen, credit_fen: creditFen, payoff_fen: state.payoffFen,
    overdue_days: state.daysPastDue, overdue_installments: state.overdueInstallments, class_rank: fiveTierClasses.indexOf(state.fiveTierClass),
  };
}

test('the database says of every loan on every day until its next change what replay says', async () => {
  const histories = fc.sample(fc.tuple(loanHistory, options), { numRuns: 350, seed: 20_260_316 });
  const written: WrittenLoan[] = [];
  for (const [index, [{ terms, events }, option]] of histories.entries()) {
    const loanTerms = { ...terms, ...option };
    written.push(await write(index, loanTerms, postedEvents(loanTerms, events)));
  }
  const days = [0, 1, 2, 5, 13, 29, 31, 45, 90, 91, 150, 271, 361, 500, 1500];
  const wanted = written.flatMap((loan) => days.map((later) => ({ loan_id: loan.loanId, on_day: addDays(loan.lastDay, later) })));
  const found = await user.inTransaction((tx) => sql<Record<string, number> & { readonly loan_id: string; readonly on_day: CivilDate }>`
    select w.loan_id, w.on_day, f.* from json_to_recordset(${JSON.stringify(wanted)}::json) w (loan_id uuid, on_day date)
    join loan_state s on s.loan_id = w.loan_id and coalesce(w.on_day < s.next_change_on, true) cross join lateral loan_figures(w.loan_id, w.on_day) f`.execute(tx.db));
  const loans = new Map(written.map((loan) => [loan.loanId, loan]));
  let compared = 0;
  for (const { loan_id: loanId, on_day: on, ...figures } of found.rows) {
    const loan = loans.get(loanId);
    if (!loan) throw new Error('a loan that nobody wrote');
    expect(figures, `${JSON.stringify([loan.terms, loan.events])} on ${on}`).toEqual(replayedFigures(loan, on));
    compared += 1;
  }
  expect(compared).toBeGreaterThan(3_000);
  const seen = new Set(written.map((loan) => replay(loan.terms, loan.events, loan.lastDay).status));
  expect([...seen].toSorted()).toEqual(expect.arrayContaining(['active', 'overdue', 'settled', 'written_off']));
}, 120_000);

test('the database rounds and counts days as the engine does', async () => {
  const quotients = fc.sample(fc.record({ numerator: fc.bigInt({ min: 0n, max: 10n ** 40n }), denominator: fc.bigInt({ min: 1n, max: 100n }), rounding: fc.constantFrom('half_even') }), { numRuns: 600, seed: 7 })
    .map((one) => ({ ...one, numerator: one.numerator % (one.denominator * 10n ** 15n) }));
  const spans = fc.sample(fc.tuple(fc.integer({ min: 0, max: 4_000 }), fc.integer({ min: 0, max: 1_500 })), { numRuns: 600, seed: 8 }).map(([start, length]) => {
    const from = addDays(testDay('2020-01-01'), start);
    return { from, to: addDays(from, length) };
  });
  const { rows: rounded } = await app.asOwner('select half_even_fen(q.numerator, q.denominator)::text as fen from json_to_recordset($1) q (numerator numeric, denominator numeric)',
    [JSON.stringify(quotients.map((one) => ({ ...one, numerator: String(one.numerator), denominator: String(one.denominator) })))]);
  expect(rounded.map((row) => row.fen)).toEqual(quotients.map((one) => String(divideRoundedBig(one.numerator, one.denominator, one.rounding))));
  const { rows: counted } = await app.asOwner(`select accrual_days('30e_360', s."from", s."to") as thirties, accrual_days('months_days', s."from", s."to") as months, accrual_days('actual', s."from", s."to") as days
    from json_to_recordset($1) s ("from" date, "to" date)`, [JSON.stringify(spans)]);
  expect(counted).toEqual(spans.map(({ from, to }) => {
    const { wholeMonths, oddDays } = monthsAndDays(from, to);
    return { thirties: days30e360(from, to), months: wholeMonths * 30 + oddDays, days: (Date.parse(to) - Date.parse(from)) / 86_400_000 };
  }));
});
