import { afterAll, beforeAll, expect, test } from 'vitest';
import { overdueBuckets } from '@loanbook/contract/choices.ts';
import { parseCivilDate } from '@loanbook/engine/civil-date.ts';
import { nominalAnnualPct } from '@loanbook/engine/irr.ts';
import { buildSchedule } from '@loanbook/engine/schedule/build-schedule.ts';
import { startTestApp, type TestApp } from '../../../test/app-fixture.ts';
import { demoBookSize, makeDemoBook } from './demo.index.ts';
import { startStory } from './demo-story.ts';
import { inventLoan } from './invented-loans.ts';
import { showcaseLives } from './showcase-lives.ts';
import { showcasePlans } from './showcase-plans.ts';
import { seededRandom } from './seeded-random.ts';

let lender: TestApp;
beforeAll(async () => {
  lender = await startTestApp();
  await makeDemoBook(lender.context, lender.as('full').actor);
}, 120_000);
afterAll(() => lender.stop());

test('the demo book is large enough and covers two years', async () => {
  const size = await lender.asOwner("select (select count(*)::int from customer) as customers, (select count(*)::int from loan) as loans, (select min(disbursed_on) < date '2024-05-01' from loan) as is_long, (select count(distinct method)::int from loan) as methods");
  expect(size.rows[0]).toEqual({ customers: demoBookSize.customers, loans: demoBookSize.loans, is_long: true, methods: 10 });
});

test('every kind of event stands in it, and loans of every class', async () => {
  const types = await lender.asOwner('select distinct type from loan_event order by type');
  expect(types.rows.map((row: { type: string }) => row.type)).toEqual(['class', 'disburse', 'draw', 'extend', 'fee', 'opening', 'prepay', 'rate', 'recover', 'refinance', 'refund', 'repay', 'restructure', 'reverse', 'waive', 'write_off']);
  const { classes, obligors } = (await lender.as('full').send('GET', '/api/classes')).body;
  expect(classes.filter((row: { loans: number }) => row.loans === 0)).toEqual([]);
  expect(obligors.length).toBeGreaterThan(0);
  const voided = await lender.asOwner("select 1 from loan_state where life = 'void'");
  expect(voided.rowCount).toBe(1);
});

test('it is sound', async () => {
  const report = (await lender.as('full').send('POST', '/api/verify')).body;
  expect(report.checks.filter((check: { isSound: boolean }) => !check.isSound)).toEqual([]);
}, 60_000);

test.each(['2026-01-31', '2026-03-30', '2026-12-31', '2028-02-29'])('its stories can be told on %s as well', (day) => {
  const today = parseCivilDate(day);
  if (today === null) throw new Error('a real day');
  for (const loan of [...showcasePlans, ...showcaseLives]) {
    const terms = loan.terms(today);
    let number = 1;
    const story = startStory(terms, { id: 'e1', ...(loan.opening?.(today) ?? { type: 'disburse', occurredOn: terms.startsOn, sequence: 1, amountFen: loan.lentFen ?? terms.principalFen }) }, today, () => `e${(number += 1)}`);
    expect(() => loan.tell(story), loan.note).not.toThrow();
  }
});

test('there are loans in every overdue bucket, defaulted and settled ones', async () => {
  const dashboard = (await lender.as('full').send('GET', '/api/dashboard')).body;
  const buckets = dashboard.overdueBuckets.filter((bucket: { loans: number }) => bucket.loans > 0);
  expect(buckets.length).toBe(overdueBuckets.length);
  for (const status of ['active', 'overdue', 'defaulted', 'settled']) {
    const page = await lender.as('full').send('POST', '/api/loans/query', { filters: [{ key: 'status', operator: 'equals', value: status }], limit: 20 });
    expect(page.body.rows.length).toBeGreaterThan(10);
  }
});

test('most borrowers are up to date, as in a healthy book', async () => {
  const share = await lender.asOwner("select (100 * count(*) filter (where days_past_due(oldest_open_due_on, date '2026-03-16') > 0) / count(*))::int as percent from loan_state where life = 'active'");
  expect(share.rows[0].percent).toBeGreaterThan(5);
  expect(share.rows[0].percent).toBeLessThan(35);
});

test('no loan of the demo book costs more than the law allows', () => {
  const random = seededRandom(7);
  const today = parseCivilDate('2026-03-16');
  if (today === null) throw new Error('a real day');
  const costs = Array.from({ length: 400 }, (_, index) => inventLoan(random, index, today).terms).map((terms) => Number(nominalAnnualPct(terms, buildSchedule(terms))));
  expect(Math.max(...costs)).toBeLessThan(24);
});

test('the same seed makes the same book', async () => {
  const second = lender.as('full', 'second');
  await makeDemoBook(lender.context, second.actor);
  const sums = await lender.asOwner('select count(*)::int as receipts, sum(total_fen)::text as fen from repayment group by institution_id');
  expect(sums.rows[0]).toEqual(sums.rows[1]);
}, 120_000);
