import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ledgerReadingToJson } from '../src/ledger-reading-to-json.ts';
import { readLedger } from '../src/read-ledger.ts';
import { needsShared, sharedFolder } from './shared-folder.ts';

const folder = sharedFolder();
const hasPython = spawnSync('python3', ['--version']).status === 0;
const reason = needsShared || (hasPython ? '' : ' (skipped: no python3 to score with)');

interface Score {
  readonly cells_right_pct: number;
  readonly problems: { readonly required: number; readonly found: number; readonly false: number };
}

async function score(shared: string, name: string): Promise<Score> {
  const stem = name.replace(/\.[^.]+$/, '');
  const ledgers = join(shared, 'data/messy-ledgers');
  const reading = await readLedger([{ name, bytes: new Uint8Array(readFileSync(join(ledgers, name))) }]);
  const output = mkdtempSync(join(tmpdir(), 'ledger-reader-'));
  try {
    writeFileSync(join(output, 'read.json'), JSON.stringify(ledgerReadingToJson(reading)));
    const scored = spawnSync('python3', [join(shared, 'tools/score.py'), join(ledgers, `${stem}.truth.json`), join(output, 'read.json'), '--json'], { encoding: 'utf8' });
    return JSON.parse(scored.stdout) as Score; // the scorer's documented output
  } finally {
    rmSync(output, { recursive: true });
  }
}

describe.skipIf(!folder || !hasPython)(`the messy ledgers${reason}`, () => {
  test.each([
    ['shared-01-single-sheet-wan.xlsx', 25],
    ['shared-02-four-ledgers.xlsx', 38],
    ['shared-03-wide-periods.xls', 10],
    ['shared-04-core-export-gbk.csv', 72],
  ])('%s: every cell, every problem, no false one', { timeout: 120_000 }, async (name, required) => {
    expect(await score(folder ?? '', name)).toMatchObject({ cells_right_pct: 100, problems: { required, found: required, false: 0 } });
  });
});

describe.skipIf(!folder)(`a bank's five tables read together${needsShared}`, () => {
  test('balances and arrears come from the history', { timeout: 180_000 }, async () => {
    const bank = join(folder ?? '', 'data/cn-bank-credit-a');
    const names = ['customer_info', 'loan_agreement', 'loan_iou', 'repay_history', 'loan_defult', 'data_dict', 'data_stru'];
    const reading = await readLedger(names.map((name) => ({ name: `${name}.txt`, bytes: new Uint8Array(readFileSync(join(bank, `${name}.txt`))) })));
    const truth = JSON.parse(readFileSync(join(bank, 'truth.json'), 'utf8')) as BankTruth; // reference data of known shape
    expect([reading.asOf, reading.asOfSource]).toEqual(['2018-11-30', 'inferred']);
    expect(reading.totals).toMatchObject({ loans: 10_000, principal: truth.principal_total, outstanding: truth.outstanding_principal_at_as_of, repaid: truth.paid.amount_column });
    expect(buckets(reading.loans)).toEqual(truth.dpd_buckets);
    expect(reading.loans.filter((loan) => loan.status === 'settled')).toHaveLength(truth.settled_loans);
    expect(reading.customers).toHaveLength(truth.unique_customers);
    const count = (kind: string, file: string, severity: string): number => reading.problems.filter((problem) => problem.kind === kind && problem.file === `${file}.txt` && problem.severity === severity).length;
    expect(count('invalid_id', 'customer_info', 'error')).toBe(truth.id_numbers_failing_checksum);
    expect(count('conflicting_values', 'repay_history', 'info')).toBe(truth.paid.rows_where_amount_differs_from_interest_plus_principal);
    expect(count('conflicting_values', 'loan_defult', 'info')).toBe(truth.unpaid_due.rows_where_amount_differs_from_interest_plus_principal);
    expect(count('conflicting_values', 'loan_iou', 'info')).toBe(truth.loans_to_borrowers_under_18_at_start);
    const missing = reading.problems.filter((problem) => problem.kind === 'missing_value');
    expect(missing.reduce((sum, problem) => sum + problem.value.split(',').length, 0)).toBe(truth.plan_rows_due_before_as_of_but_in_neither_file);
    const methods = Object.fromEntries(['equal_installment', 'equal_principal', 'interest_only'].map((method, code) => [code, reading.loans.filter((loan) => loan.method === method).length]));
    expect(methods).toEqual({ 0: truth.by_method[0].loans, 1: truth.by_method[1].loans, 2: truth.by_method[2].loans });
  });
});

interface BankTruth {
  readonly principal_total: string;
  readonly outstanding_principal_at_as_of: string;
  readonly settled_loans: number;
  readonly unique_customers: number;
  readonly id_numbers_failing_checksum: number;
  readonly loans_to_borrowers_under_18_at_start: number;
  readonly plan_rows_due_before_as_of_but_in_neither_file: number;
  readonly paid: { readonly amount_column: string; readonly rows_where_amount_differs_from_interest_plus_principal: number };
  readonly unpaid_due: { readonly rows_where_amount_differs_from_interest_plus_principal: number };
  readonly dpd_buckets: Readonly<Record<string, { readonly loans: number; readonly outstanding_principal: string; readonly overdue_principal: string }>>;
  readonly by_method: Readonly<Record<0 | 1 | 2, { readonly loans: number }>>;
}

const bucketEnds = [[0, 'current'], [30, '1-30'], [60, '31-60'], [90, '61-90'], [180, '91-180'], [Infinity, '181+']] as const;

function buckets(loans: Awaited<ReturnType<typeof readLedger>>['loans']): BankTruth['dpd_buckets'] {
  const sums = new Map<string, { loans: number; outstandingFen: number; overdueFen: number }>();
  for (const loan of loans.filter((candidate) => candidate.status !== 'settled')) {
    const name = bucketEnds.find(([end]) => (loan.overdueDays ?? 0) <= end)?.[1] ?? '';
    const sum = sums.get(name) ?? { loans: 0, outstandingFen: 0, overdueFen: 0 };
    sums.set(name, { loans: sum.loans + 1, outstandingFen: sum.outstandingFen + Math.round(Number(loan.outstandingPrincipal) * 100), overdueFen: sum.overdueFen + Math.round(Number(loan.overduePrincipal ?? 0) * 100) });
  }
  return Object.fromEntries([...sums].map(([name, sum]) => [name, { loans: sum.loans, outstanding_principal: (sum.outstandingFen / 100).toFixed(2), overdue_principal: sum.overdueFen === 0 ? '0' : (sum.overdueFen / 100).toFixed(2) }]));
}

const column = (table: 'customer' | 'loan' | 'repayment', key: string): { table: 'customer' | 'loan' | 'repayment'; key: string } => ({ table, key });

describe.skipIf(!folder)(`an export mapped by hand once${needsShared}`, () => {
  test('goods bought on credit and paid back in parts: loans, what they financed and every payment once', async () => {
    const mapping = { 0: column('customer', 'customerNo'), 2: column('loan', 'principal'), 3: null, 14: column('loan', 'disbursedOn'), 15: column('repayment', 'total'), 17: column('loan', 'receiptNo'), 18: column('repayment', 'paidOn'), 21: column('loan', 'maturesOn'), 23: column('repayment', 'externalRef') };
    const bytes = new Uint8Array(readFileSync(join(folder ?? '', 'data/xente-ug/Train.csv')));
    const reading = await readLedger([{ name: 'Train.csv', bytes }], { corrections: { columns: { 'Train.csv#csv#1': mapping } } });
    expect([reading.loans.length, reading.totals.principal, reading.repayments.length, reading.customers.length]).toEqual([1159, '24648197.00', 1485, 239]);
    expect(reading.problems.filter(({ kind }) => kind === 'duplicate')).toHaveLength(3);
    expect(reading.repayments.filter(({ receiptNo }) => receiptNo === 'LoanId_62').map(({ paidOn, total }) => [paidOn, total])).toEqual([['2018-10-22', '10016.00'], ['2018-10-23', '584.00'], ['2018-10-25', '100.00']]);
  });
});
