import type { ListRow } from '@loanbook/contract/list-query.ts';
import { addDays } from '@loanbook/engine/civil-date.ts';
import { fen, formatYuan } from '@loanbook/engine/money.ts';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestApp, type TestApp } from '../../../test/app-fixture.ts';
import { addCustomers, addLoanRows, day, type InstallmentRow } from '../../../test/factories.ts';

const today = day('2026-03-16');
let testApp: TestApp;
let loanIds: string[] = [];
let customerIds: string[] = [];

/** Two loans that live, one settled, one written off, one not yet lent: the last two are on nobody's due list. */
const lives = ['active', 'active', 'settled', 'written_off', 'pending'] as const;
const plans: readonly (readonly InstallmentRow[])[] = lives.map((_life, loan) => Array.from({ length: 40 }, (_unused, index) => {
  const kind = (index + loan) % 3;
  const paid = kind === 0 ? { paidPrincipalFen: 10_000, paidInterestFen: 100, settledOn: today } : kind === 1 ? { paidPrincipalFen: 3_000 } : {};
  return { number: index, dueOn: addDays(today, (index % 8) - 4), principalFen: 10_000, interestFen: 100, ...paid };
}));

beforeAll(async () => {
  testApp = await startTestApp();
  await testApp.as('full').inTransaction(async (tx) => {
    customerIds = await addCustomers(tx, [{ name: '张三', mobile: '13800135678' }, { name: '李四' }]);
    loanIds = await addLoanRows(tx, lives.map((life, index) => ({ customerId: customerIds[index % 2] ?? '', receiptNo: `P-${index}`, life, installments: plans[index] ?? [] })));
  });
}, 60_000);
afterAll(() => testApp.stop());

interface PlanRow extends InstallmentRow {
  readonly id: string;
  readonly status: string;
  readonly unpaidFen: number;
}

function expectedRows(): PlanRow[] {
  return lives.flatMap((life, loan) => (life === 'active' || life === 'settled' ? (plans[loan] ?? []).map((row) => ({ ...row, id: `${loanIds[loan]}.${row.number}`, status: life === 'settled' ? 'paid' : statusOf(row), unpaidFen: unpaidFen(row) })) : []));
}

function unpaidFen(row: InstallmentRow): number {
  return row.principalFen + row.interestFen - (row.paidPrincipalFen ?? 0) - (row.paidInterestFen ?? 0);
}

function statusOf(row: InstallmentRow): string {
  if (row.settledOn) return 'paid';
  if (row.dueOn < today) return 'overdue';
  if (row.dueOn === today) return 'due_today';
  return (row.paidPrincipalFen ?? 0) > 0 ? 'partial' : 'pending';
}

async function allRows(body: object, limit: number): Promise<ListRow[]> {
  const rows: ListRow[] = [];
  let after: string | undefined;
  do {
    const { body: page } = await testApp.as('read_only').send('POST', '/api/installments/query', { ...body, limit, ...(after ? { after } : {}) });
    rows.push(...page.rows);
    after = page.next ?? undefined;
  } while (after);
  return rows;
}

test.each(['asc', 'desc'] as const)('pages by due date %s show every row of a living or settled loan once', async (direction) => {
  const rows = await allRows({ sort: { key: 'dueOn', direction } }, 7);
  expect(rows.map((row) => row.id).toSorted()).toEqual(expectedRows().map((row) => row.id).toSorted());
  const days = rows.map((row) => String(row.cells['dueOn']));
  expect(days).toEqual(direction === 'asc' ? days.toSorted() : days.toSorted().toReversed());
});

test('cells say what is due, what was paid, what is left and how it stands', async () => {
  const cells = new Map((await allRows({}, 200)).map((row) => [row.id, row]));
  for (const row of expectedRows()) {
    expect(cells.get(row.id)?.cells).toMatchObject({
      status: row.status, unpaid: formatYuan(fen(row.unpaidFen)), total: '101.00', principal: '100.00', interest: '1.00', paidPrincipal: formatYuan(fen(row.paidPrincipalFen ?? 0)), paidOn: row.settledOn ?? null,
    });
  }
});

test.each([['paid'], ['overdue'], ['due_today'], ['partial'], ['pending'], ['pending', 'partial'], ['overdue', 'paid']])('filter by status %s %s', async (...values) => {
  const wanted = values.filter((value) => value !== undefined);
  const filters = [{ key: 'status', operator: 'in', values: wanted }];
  const expected = expectedRows().filter((row) => wanted.includes(row.status));
  expect((await allRows({ filters }, 200)).map((row) => row.id).toSorted()).toEqual(expected.map((row) => row.id).toSorted());
  const { body: summary } = await testApp.as('read_only').send('POST', '/api/installments/summary', { filters });
  expect(summary).toMatchObject({ count: expected.length, sums: { unpaid: formatYuan(fen(expected.reduce((sum, row) => sum + row.unpaidFen, 0))) } });
});

test('the plan of one loan, of one customer, and by what is typed into the search box', async () => {
  const ofLoan = await allRows({ filters: [{ key: 'loanId', operator: 'equals', value: loanIds[0] }] }, 200);
  expect([ofLoan.length, new Set(ofLoan.map((row) => row.loanId))]).toEqual([40, new Set([loanIds[0]])]);
  expect((await allRows({ filters: [{ key: 'customerId', operator: 'equals', value: customerIds[1] }] }, 200)).length).toBe(40);
  expect((await allRows({ search: '张三' }, 200)).length).toBe(80);
  expect((await allRows({ search: 'P-1' }, 200)).length).toBe(40);
  expect((await allRows({ search: '5678' }, 200))[0]?.cells['mobile']).toBe('138****5678');
});

test('a count stops at ten thousand, a sum does not', async () => {
  const second = testApp.as('full', 'second');
  await second.inTransaction(async (tx) => {
    const [customerId = ''] = await addCustomers(tx, [{ name: '多期' }]);
    const [loanId = ''] = await addLoanRows(tx, [{ customerId, receiptNo: 'MANY' }]);
    await sql`insert into installment (institution_id, loan_id, number, due_on, principal_fen, interest_fen)
      select ${tx.institutionId}::uuid, ${loanId}::uuid, number, ${today}::date, 100, 0 from generate_series(1, 10050) number`.execute(tx.db);
  });
  expect((await second.send('POST', '/api/installments/summary', {})).body).toMatchObject({ count: 10_000, isCountCapped: true, sums: { principal: '10050.00' } });
});
