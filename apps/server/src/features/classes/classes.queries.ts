import { fiveTierClassChoices } from '@loanbook/contract/choices.ts';
import type { Classes } from '@loanbook/contract/features/classes.ts';
import { provisionFen, provisionRatesE4 } from '@loanbook/contract/provision.ts';
import { sql } from 'kysely';
import type { Tx } from '../../platform/database.ts';
import { drillDowns } from '../dashboard/dashboard.index.ts';
import { readChangedClasses } from './changed-classes.ts';
import { isNonPerforming, sharePct, yuan } from './class-figures.ts';
import { readObligors } from './obligors.ts';

/** Balances and provision by class, what moved this month, and whom the obligor rule concerns; as of the business date. */
export async function readClasses(tx: Tx): Promise<Classes> {
  const balances = await readBalances(tx);
  const classes = fiveTierClassChoices.map(({ value }) => {
    const { loans, outstandingFen } = balances.get(value) ?? { loans: 0, outstandingFen: 0 };
    return { class: value, loans, outstandingFen, provisionFen: provisionFen(value, outstandingFen) };
  });
  const totalFen = sum(classes, (row) => row.outstandingFen);
  const provided = sum(classes, (row) => row.provisionFen);
  const nonPerformingFen = sum(classes.filter((row) => isNonPerforming(row.class)), (row) => row.outstandingFen);
  return {
    businessDate: tx.businessDate,
    classes: classes.map((row) => ({
      class: row.class, loans: row.loans, outstandingPrincipal: yuan(row.outstandingFen), sharePct: sharePct(row.outstandingFen, totalFen),
      provisionRatePct: String(provisionRatesE4[row.class] / 100), provision: yuan(row.provisionFen), rows: drillDowns.fiveTier(row.class),
    })),
    outstandingPrincipal: yuan(totalFen), provision: yuan(provided), nonPerforming: yuan(nonPerformingFen),
    nplRatioPct: sharePct(nonPerformingFen, totalFen), coveragePct: sharePct(provided, nonPerformingFen), provisionRatioPct: sharePct(provided, totalFen),
    ...(await readChangedClasses(tx)),
    obligors: await readObligors(tx),
  };
}

interface ClassBalance {
  readonly loans: number;
  readonly outstandingFen: number;
}

async function readBalances(tx: Tx): Promise<ReadonlyMap<string, ClassBalance>> {
  const result = await sql<ClassBalance & { class: string }>`
    select class, count(*)::int as loans, sum(outstanding_principal_fen)::bigint as "outstandingFen" from loan_current where life = 'active' group by class`.execute(tx.db);
  return new Map(result.rows.map((row) => [row.class, row]));
}

function sum<Row>(rows: readonly Row[], amountOf: (row: Row) => number): number {
  return rows.reduce((total, row) => total + amountOf(row), 0);
}
