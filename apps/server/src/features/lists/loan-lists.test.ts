import { ledgerLists } from '@loanbook/contract/fields/ledger-lists.ts';
import type { Filter, ListRow } from '@loanbook/contract/list-query.ts';
import { addDays, daysBetween } from '@loanbook/engine/civil-date.ts';
import { fiveTierClasses, fiveTierFloor } from '@loanbook/engine/classification.ts';
import { parseYuan } from '@loanbook/engine/money.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestApp, type TestApp } from '../../../test/app-fixture.ts';
import { addCustomers, addLoanRows, day, type LoanRow } from '../../../test/factories.ts';

const today = day('2026-03-16');
const loanCount = 90;
let testApp: TestApp;
let loans: (LoanRow & { readonly id: string })[] = [];

beforeAll(async () => {
  testApp = await startTestApp();
  await testApp.as('full').inTransaction(async (tx) => {
    const customerIds = await addCustomers(tx, [{ name: '张三' }, { name: '李四' }, { name: '张三' }, { name: '欧阳小五' }]);
    const rows = Array.from({ length: loanCount }, (_unused, index) => madeLoan(index, customerIds[index % customerIds.length] ?? ''));
    const ids = await addLoanRows(tx, rows);
    loans = rows.map((row, index) => ({ ...row, id: ids[index] ?? '' }));
  });
}, 60_000);
afterAll(() => testApp.stop());

/** Few different values, many equal ones and some absent: what breaks a page boundary. */
function madeLoan(index: number, customerId: string): LoanRow {
  const life = (['active', 'active', 'active', 'settled', 'written_off', 'pending'] as const)[index % 6] ?? 'active';
  const daysAgo = [null, -10, 0, 1, 3, 30, 31, 61, 91, 181, 271, 360, 361, 700][index % 14] ?? null;
  const oldestOpenDueOn = daysAgo === null || life === 'settled' ? null : addDays(today, -daysAgo);
  return {
    customerId, life, oldestOpenDueOn,
    receiptNo: `J2025-${String(index).padStart(3, '0')}`,
    contractNo: index % 4 === 0 ? null : `HT-${index % 3}`,
    principalFen: 1_000_000 * (1 + (index % 5)),
    rateAnnualE8: index % 7 === 0 ? null : 6_000_000 + 500_000 * (index % 3),
    disbursedOn: index % 9 === 0 ? null : addDays(today, -30 * (index % 6)),
    maturesOn: index % 8 === 0 ? null : addDays(today, 30 * (index % 6)),
    manager: index % 2 === 0 ? '王经理' : null,
    outstandingPrincipalFen: life === 'settled' ? 0 : 100_000 * (index % 4),
    classOverride: index % 11 === 0 ? 3 : null,
  };
}

async function allRows(list: string, body: object, limit: number): Promise<ListRow[]> {
  const rows: ListRow[] = [];
  let after: string | undefined;
  do {
    const reply = await testApp.as('read_only').send('POST', `/api/${list}/query`, { ...body, limit, ...(after ? { after } : {}) });
    expect(reply.status, reply.text).toBe(200);
    expect(reply.body.rows.length).toBeLessThanOrEqual(limit);
    rows.push(...reply.body.rows);
    after = reply.body.next ?? undefined;
  } while (after);
  return rows;
}

function overdueDays(loan: LoanRow): number {
  if (loan.life !== 'active' || !loan.oldestOpenDueOn || today <= loan.oldestOpenDueOn) return 0;
  return daysBetween(day(loan.oldestOpenDueOn), today);
}

const sortable = (['loans', 'overdue', 'installments'] as const).flatMap((list) => ledgerLists[list].fields.filter((field) => field.isSortable).flatMap((field) => (['asc', 'desc'] as const).map((direction) => ({ list, key: field.key, direction }))));

test.each(sortable.filter(({ list }) => list !== 'installments'))('pages of $list by $key $direction show every row once and in order', async ({ list, key, direction }) => {
  const expected = list === 'loans' ? loans : loans.filter((loan) => overdueDays(loan) > 0);
  const rows = await allRows(list, { sort: { key, direction } }, 7);
  expect(rows.map((row) => row.id).toSorted()).toEqual(expected.map((loan) => loan.id).toSorted());
  // The order of names is that of their readings, which the next test looks at.
  const values = key === 'customerName' ? [] : rows.map((row) => row.cells[key] ?? null);
  expect(values).toEqual(inOrder(values, direction, key));
});

function inOrder(values: readonly unknown[], direction: 'asc' | 'desc', key: string): unknown[] {
  const isMoney = ['principal', 'outstandingPrincipal', 'annualRatePct'].includes(key);
  const rank = (value: unknown): number | string => (isMoney ? Number(value) : typeof value === 'number' ? value : String(value));
  const present = values.filter((value) => value !== null).toSorted((left, right) => (rank(left) < rank(right) ? -1 : rank(left) > rank(right) ? 1 : 0));
  return [...(direction === 'asc' ? present : present.toReversed()), ...values.filter((value) => value === null)];
}

test('names are ordered by their reading, and rows of one name stay together', async () => {
  const names = (await allRows('loans', { sort: { key: 'customerName', direction: 'asc' } }, 10)).map((row) => row.cells['customerName']);
  expect([...new Set(names)]).toEqual(['李四', '欧阳小五', '张三']);
  expect(names.lastIndexOf('李四')).toBeLessThan(names.indexOf('欧阳小五'));
});

function classOf(loan: LoanRow): number {
  if (loan.life !== 'active' && loan.life !== 'written_off') return 0;
  return Math.max(fiveTierClasses.indexOf(fiveTierFloor(overdueDays(loan))), loan.classOverride ?? 0);
}

function statusOf(loan: LoanRow): string {
  if (loan.life !== 'active') return loan.life ?? 'active';
  return classOf(loan) >= 2 ? 'defaulted' : overdueDays(loan) > 0 ? 'overdue' : 'active';
}

function isIn(loan: LoanRow, from: number, to: number): boolean {
  return overdueDays(loan) >= from && overdueDays(loan) <= to;
}

const cases: readonly { readonly name: string; readonly filters: readonly Filter[]; readonly keeps: (loan: LoanRow) => boolean }[] = [
  { name: 'amount from', filters: [{ key: 'principal', operator: 'from', value: '30000' }], keeps: (loan) => (loan.principalFen ?? 0) >= 3_000_000 },
  { name: 'amount from and to', filters: [{ key: 'principal', operator: 'from', value: '20000.00' }, { key: 'principal', operator: 'to', value: '30000.00' }], keeps: (loan) => (loan.principalFen ?? 0) >= 2_000_000 && (loan.principalFen ?? 0) <= 3_000_000 },
  { name: 'rate equals', filters: [{ key: 'annualRatePct', operator: 'equals', value: '6.5' }], keeps: (loan) => loan.rateAnnualE8 === 6_500_000 },
  { name: 'rate empty', filters: [{ key: 'annualRatePct', operator: 'empty' }], keeps: (loan) => loan.rateAnnualE8 === null },
  { name: 'contract not empty', filters: [{ key: 'contractNo', operator: 'not_empty' }], keeps: (loan) => loan.contractNo !== null },
  { name: 'contract in', filters: [{ key: 'contractNo', operator: 'in', values: ['HT-0', 'HT-2'] }], keeps: (loan) => loan.contractNo === 'HT-0' || loan.contractNo === 'HT-2' },
  { name: 'receipt contains, letter case aside', filters: [{ key: 'receiptNo', operator: 'contains', value: 'j2025-01' }], keeps: (loan) => loan.receiptNo.includes('J2025-01') },
  { name: 'lent in a month', filters: [{ key: 'disbursedOn', operator: 'from', value: '2026-02-01' }, { key: 'disbursedOn', operator: 'to', value: '2026-02-28' }], keeps: (loan) => (loan.disbursedOn ?? '').startsWith('2026-02') },
  { name: 'name contains', filters: [{ key: 'customerName', operator: 'contains', value: '阳小五' }], keeps: (loan) => loan.customerId === loans[3]?.customerId },
  { name: 'days past due from', filters: [{ key: 'overdueDays', operator: 'from', value: '31' }], keeps: (loan) => overdueDays(loan) >= 31 },
  { name: 'days past due to', filters: [{ key: 'overdueDays', operator: 'to', value: '30' }], keeps: (loan) => overdueDays(loan) <= 30 },
  { name: 'days past due none', filters: [{ key: 'overdueDays', operator: 'equals', value: '0' }], keeps: (loan) => overdueDays(loan) === 0 },
  { name: 'days past due exactly', filters: [{ key: 'overdueDays', operator: 'equals', value: '361' }], keeps: (loan) => overdueDays(loan) === 361 },
  { name: 'first bucket', filters: [{ key: 'overdueBucket', operator: 'equals', value: '1-30' }], keeps: (loan) => isIn(loan, 1, 30) },
  { name: 'last two buckets', filters: [{ key: 'overdueBucket', operator: 'in', values: ['271-360', '361+'] }], keeps: (loan) => isIn(loan, 271, 100_000) },
  { name: 'class substandard', filters: [{ key: 'class', operator: 'equals', value: 'substandard' }], keeps: (loan) => classOf(loan) === 2 },
  { name: 'status overdue', filters: [{ key: 'status', operator: 'equals', value: 'overdue' }], keeps: (loan) => statusOf(loan) === 'overdue' },
  { name: 'status defaulted or active', filters: [{ key: 'status', operator: 'in', values: ['defaulted', 'active'] }], keeps: (loan) => ['defaulted', 'active'].includes(statusOf(loan)) },
  { name: 'manager', filters: [{ key: 'manager', operator: 'equals', value: '王经理' }], keeps: (loan) => loan.manager === '王经理' },
];

test.each(cases)('filter: $name', async ({ filters, keeps }) => {
  const expected = loans.filter(keeps);
  const rows = await allRows('loans', { filters }, 50);
  expect(rows.map((row) => row.id).toSorted()).toEqual(expected.map((loan) => loan.id).toSorted());
  expect(expected.length).toBeGreaterThan(0);
  const summary = await testApp.as('read_only').send('POST', '/api/loans/summary', { filters });
  expect(summary.body.count).toBe(expected.length);
  expect(parseYuan(summary.body.sums.principal)).toBe(expected.reduce((sum, loan) => sum + (loan.principalFen ?? 0), 0));
  expect(parseYuan(summary.body.sums.outstandingPrincipal)).toBe(expected.reduce((sum, loan) => sum + (loan.outstandingPrincipalFen ?? 0), 0));
});

test('derived cells say what the filters say', async () => {
  const cells = new Map((await allRows('loans', {}, 200)).map((row) => [row.id, row.cells]));
  for (const loan of loans) {
    expect(cells.get(loan.id)).toMatchObject({ overdueDays: overdueDays(loan), status: statusOf(loan), class: fiveTierClasses[classOf(loan)] });
  }
});

test.each([
  [{ filters: [{ key: 'nonsense', operator: 'equals', value: 'x' }] }, 400, 'unknown_field'],
  [{ filters: [{ key: 'note', operator: 'contains', value: 'x' }] }, 400, 'field_not_filterable'],
  [{ filters: [{ key: 'principal', operator: 'contains', value: '1' }] }, 400, 'field_not_filterable'],
  [{ filters: [{ key: 'principal', operator: 'from', value: '1.234' }] }, 400, 'invalid_input'],
  [{ filters: [{ key: 'disbursedOn', operator: 'from', value: '2026-02-30' }] }, 400, 'invalid_input'],
  [{ filters: [{ key: 'status', operator: 'equals', value: 'asleep' }] }, 400, 'invalid_input'],
  [{ filters: [{ key: 'overdueBucket', operator: 'equals', value: '2-3' }] }, 400, 'invalid_input'],
  [{ filters: [{ key: 'customerId', operator: 'equals', value: '1' }] }, 400, 'invalid_input'],
  [{ sort: { key: 'note', direction: 'asc' } }, 400, 'field_not_sortable'],
  [{ sort: { key: 'nonsense', direction: 'asc' } }, 400, 'unknown_field'],
  [{ limit: 201 }, 400, 'invalid_input'],
  [{ after: 'rubbish' }, 400, 'cursor_invalid'],
  [{ after: Buffer.from('["loans.disbursedOn.desc","2026-02-30","x"]').toString('base64url') }, 400, 'cursor_invalid'],
])('a list refuses %j', async (body, status, code) => {
  const reply = await testApp.as('full').send('POST', '/api/loans/query', body);
  expect([reply.status, reply.body.code]).toEqual([status, code]);
});

test('a cursor of one order is refused in another', async () => {
  const first = await testApp.as('full').send('POST', '/api/loans/query', { limit: 5, sort: { key: 'principal', direction: 'asc' } });
  const reply = await testApp.as('full').send('POST', '/api/loans/query', { limit: 5, sort: { key: 'principal', direction: 'desc' }, after: first.body.next });
  expect(reply.body.code).toBe('cursor_invalid');
});

test('another institution sees none of it, and a stranger nothing at all', async () => {
  for (const list of ['loans', 'overdue', 'installments']) {
    const reply = await testApp.as('full', 'second').send('POST', `/api/${list}/query`, {});
    expect(reply.body.rows).toEqual([]);
    expect((await testApp.as('full', 'second').send('POST', `/api/${list}/summary`, {})).body.count).toBe(0);
    expect((await testApp.anonymous.send('POST', `/api/${list}/query`, {})).status).toBe(401);
  }
});
