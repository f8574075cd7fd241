import { dayNumber } from '../civil-date.ts';
import { fillPlan } from '../schedule/fill-plan.ts';
import type { PlanFrame } from '../schedule/plan-frame.ts';
import { newLedgerRow } from './ledger-row.ts';
import type { LedgerRow } from './ledger-row.ts';

/** Ledger rows of a plan, nothing paid yet. */
export function ledgerRowsOf(frame: PlanFrame): LedgerRow[] {
  let fromDay = frame.startDay;
  return fillPlan(frame).map((row) => {
    const dueDay = dayNumber(row.dueOn);
    const ledgerRow = newLedgerRow(row.number, fromDay, dueDay, row.principalFen, row.interestFen);
    fromDay = dueDay;
    return ledgerRow;
  });
}
