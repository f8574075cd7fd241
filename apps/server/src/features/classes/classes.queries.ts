import { fiveTierClassChoices } from '@loanbook/contract/choices.ts';
import type { Classes } from '@loanbook/contract/features/classes.ts';
import { fen } from '@loanbook/engine/money.ts';
import { generalProvisionFen, guideProvisionRates, specialProvisionFen } from '@loanbook/engine/provision.ts';
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
    return { class: value, loans, outstandingFen, specialFen: specialProvisionFen(value, fen(outstandingFen)), generalFen: generalProvisionFen(fen(outstandingFen)) };
  });
  const totalFen = sum(classes, (row) => row.outstandingFen);
  const [specialFen, generalFen] = [sum(classes, (row) => row.specialFen), sum(classes, (row) => row.generalFen)];
  const provided = specialFen + generalFen;
  const nonPerformingFen = sum(classes.filter((row) => isNonPerforming(row.class)), (row) => row.outstandingFen);
  return {
    businessDate: tx.businessDate,
    classes: classes.map((row) => ({
      class: row.class, loans: row.loans, outstandingPrincipal: yuan(row.outstandingFen), sharePct: sharePct(row.outstandingFen, totalFen),
      specialRatePct: String(guideProvisionRates.specialE4[row.class] / 100), special: yuan(row.specialFen), general: yuan(row.generalFen), provision: yuan(row.specialFen + row.generalFen),
      rows: drillDowns.fiveTier(row.class),
    })),
    outstandingPrincipal: yuan(totalFen), special: yuan(specialFen), general: yuan(generalFen), provision: yuan(provided), generalRatePct: String(guideProvisionRates.generalE4 / 100),
    nonPerforming: yuan(nonPerformingFen),
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
