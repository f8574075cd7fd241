import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestApp, type TestApp } from '../../../test/app-fixture.ts';
import { importReading } from './import-reading.ts';
import { readInChild } from './read-in-child.ts';
import type { ImportReport } from './import-report.ts';

// Real and messy ledgers lie beside the project where it is built, not in it; without them these tests say that they were skipped.
const folder = path.join(import.meta.dirname, '../../../../../../shared/data');
const isThere = existsSync(folder);

let lender: TestApp;
beforeAll(async () => {
  lender = await startTestApp();
});
afterAll(() => lender.stop());

async function importFiles(names: readonly string[], asOf?: string): Promise<ImportReport> {
  const files = names.map((name) => ({ name: path.basename(name), bytes: readFileSync(path.join(folder, name)) }));
  const reading = await readInChild({ files, options: asOf === undefined ? {} : { asOf } }, () => undefined, new AbortController().signal);
  return importReading(lender.context, lender.as('full').actor, reading, files.map((file) => file.name));
}

interface TruthLoan {
  readonly receiptNo: string;
  readonly outstandingPrincipal?: string | null;
  readonly overdueDays?: number | null;
  readonly _alt?: Readonly<Record<string, readonly unknown[]>>;
}

interface Truth {
  readonly as_of: string;
  readonly loans: readonly TruthLoan[];
}

function readTruth(name: string): Truth {
  return JSON.parse(readFileSync(path.join(folder, name), 'utf8'));
}

/** Receipt number → what the database says on the day. */
async function bookOn(day: string): Promise<Map<string, { outstanding: string; overdueDays: number }>> {
  const answer = await lender.asOwner(
    `select l.receipt_no, to_char(s.outstanding_principal_fen / 100.0, 'FM999999999990.00') as outstanding, days_past_due(s.oldest_open_due_on, $1) as overdue_days
     from loan l join loan_state s using (institution_id, loan_id)`, [day]);
  return new Map(answer.rows.map((row) => [row.receipt_no, { outstanding: row.outstanding, overdueDays: row.overdue_days }]));
}

test.skipIf(!isThere).each([
  ['messy-ledgers/shared-01-single-sheet-wan', 132],
  ['messy-ledgers/shared-02-four-ledgers', 102],
])('%s: every balance and day past due in the database is the truth’s', async (name, loans) => {
  const truth = readTruth(`${name}.truth.json`);
  const report = await importFiles([`${name}.xlsx`]);
  expect(report).toMatchObject({ loansCreated: loans, loansSkipped: 0 });
  // Only receipts whose loan is in no ledger of the workbook are not in the book.
  expect(report.leftOut.filter((line) => line.reason !== 'loan_unknown')).toEqual([]);
  expect(unexplained(report)).toBe(0);
  const book = await bookOn(truth.as_of);
  const deviations = truth.loans.filter((loan) => !agrees(loan, book.get(loan.receiptNo)));
  expect(deviations).toEqual([]);
}, 60_000);

/** Difference between paper and book that no adjustment names, in fen. */
function unexplained(report: ImportReport): number {
  const tie = report.ties.find((candidate) => candidate.key === 'outstanding');
  const fenOf = (text: string): number => Math.round(Number(text) * 100);
  return fenOf(tie?.book ?? '') - fenOf(tie?.paper ?? '') - report.adjustments.reduce((sum, line) => sum + fenOf(line.difference), 0);
}

function agrees(truth: TruthLoan, book: { outstanding: string; overdueDays: number } | undefined): boolean {
  if (book === undefined) return truth.receiptNo === null || truth.receiptNo === undefined;
  const accepts = (key: 'outstandingPrincipal' | 'overdueDays', value: string | number): boolean => {
    const stated = truth[key];
    return stated === undefined || stated === null || stated === value || (truth._alt?.[key] ?? []).includes(value);
  };
  return accepts('outstandingPrincipal', book.outstanding) && accepts('overdueDays', book.overdueDays);
}

interface BankTruth {
  readonly as_of: string;
  readonly settled_loans: number;
  readonly dpd_buckets: Readonly<Record<string, { readonly loans: number; readonly outstanding_principal: string }>>;
}

test.skipIf(!isThere)('a bank’s five tables together: balances and days past due by bucket are the truth’s', async () => {
  const bank = 'cn-bank-credit-a';
  const truth: BankTruth = JSON.parse(readFileSync(path.join(folder, bank, 'truth.json'), 'utf8'));
  const report = await importFiles(['customer_info', 'loan_agreement', 'loan_iou', 'repay_history', 'loan_defult'].map((name) => `${bank}/${name}.txt`), truth.as_of);
  expect(report).toMatchObject({ customersCreated: 2000, loansCreated: 10_000, repaymentsWritten: 38_605, leftOut: [] });
  // A matured loan that the arrears table does not list counts as current there; here it is past due since its maturity.
  const answer = await lender.asOwner(
    `select case when not is_in_arrears or dpd <= 0 then 'current' when dpd <= 30 then '1-30' when dpd <= 60 then '31-60' when dpd <= 90 then '61-90' when dpd <= 180 then '91-180' else '181+' end as bucket,
       count(*)::int as loans, (sum(outstanding) / 100.0)::numeric(20, 2)::text as outstanding_principal
     from (select s.life, s.outstanding_principal_fen as outstanding, days_past_due(s.oldest_open_due_on, $1) as dpd, e.body ? 'overdueSince' as is_in_arrears
       from loan l join loan_state s using (institution_id, loan_id) join loan_event e on e.institution_id = l.institution_id and e.loan_id = l.loan_id and e.type = 'opening'
       where l.import_id = (select import_id from import_file where name = 'loan_iou.txt')) t
     where life = 'active' group by 1`, [truth.as_of]);
  const buckets = Object.fromEntries(answer.rows.map(({ bucket, ...figures }) => [bucket, figures]));
  expect(buckets).toEqual(Object.fromEntries(Object.entries(truth.dpd_buckets).map(([bucket, { loans, outstanding_principal }]) => [bucket, { loans, outstanding_principal }])));
  const settled = await lender.asOwner("select count(*)::int as count from loan_state join loan l using (institution_id, loan_id) where life = 'settled' and l.import_id = (select import_id from import_file where name = 'loan_iou.txt')");
  expect(settled.rows[0].count).toBe(truth.settled_loans);
}, 120_000);
