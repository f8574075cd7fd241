import type { Dashboard } from '@loanbook/contract/features/dashboard.ts';
import type { ListName } from '@loanbook/contract/fields/ledger-lists.ts';
import { fen, formatYuan } from '@loanbook/engine/money.ts';
import type { Tx } from '../../platform/database.ts';
import type { ListDefinition } from '../../platform/lists/list-definition.ts';
import { sumListColumn } from '../../platform/lists/list-summary.ts';
import { customersList } from '../customers/customers.index.ts';
import { readDashboard } from '../dashboard/dashboard.index.ts';
import { installmentsList } from '../installments/installments.index.ts';
import { loansList } from '../loans/loans.index.ts';
import { overdueList } from '../overdue/overdue.index.ts';
import { repaymentsList } from '../repayments/repayments.index.ts';
import { noteDeviation, type BookCheck } from './book-check.ts';

type Rows = Dashboard['overdue']['rows'];

/** A figure with the rows it claims to count; `sumKey` is the column that its value sums, none for a bare count. */
interface Claim {
  readonly name: string;
  readonly rows: Rows;
  readonly count: number;
  readonly value: string;
  readonly sumKey: string | null;
}

const lists: Readonly<Record<ListName, ListDefinition>> = { customers: customersList, loans: loansList, installments: installmentsList, repayments: repaymentsList, overdue: overdueList };

/** Every figure of the first page against the rows that it opens. Needs a snapshot, or somebody's receipt in between would look like a defect. */
export async function checkDashboard(tx: Tx, check: BookCheck): Promise<void> {
  for (const claim of claimsOf(await readDashboard(tx))) {
    check.checked += 1;
    const { count, sumFen } = await sumListColumn(tx, lists[claim.rows.list], claim.rows.view, claim.sumKey ?? 'outstandingPrincipal');
    const value = claim.sumKey === null ? String(count) : formatYuan(fen(sumFen));
    if (count !== claim.count || value !== claim.value) noteDeviation(check, `${claim.name}: ${claim.count} / ${claim.value} ≠ ${count} / ${value}`);
  }
}

function claimsOf(dashboard: Dashboard): Claim[] {
  const outstanding = 'outstandingPrincipal';
  const figures = { outstandingPrincipal: outstanding, customers: null, lentThisMonth: 'principal', collectedThisMonth: 'total', dueInSevenDays: 'unpaid', dueToday: 'unpaid', overdue: outstanding } as const;
  return [
    ...(['outstandingPrincipal', 'customers', 'lentThisMonth', 'collectedThisMonth', 'dueInSevenDays', 'dueToday', 'overdue'] as const).map((name): Claim => ({ ...dashboard[name], name, sumKey: figures[name] })),
    ...dashboard.overdueBuckets.map((row): Claim => ({ name: `overdue ${row.bucket}`, rows: row.rows, count: row.loans, value: row.outstandingPrincipal, sumKey: outstanding })),
    ...dashboard.fiveTier.map((row): Claim => ({ name: `class ${row.class}`, rows: row.rows, count: row.loans, value: row.outstandingPrincipal, sumKey: outstanding })),
    ...dashboard.lendingByMonth.map((row): Claim => ({ name: `lent ${row.month}`, rows: row.rows, count: row.loans, value: row.lent, sumKey: 'principal' })),
  ];
}
