import { fraction } from '../fraction.ts';
import { present } from '../present.ts';
import { fillPlan } from '../schedule/fill-plan.ts';
import { daysFraction } from '../schedule/plan-frame.ts';
import type { PlanFrame } from '../schedule/plan-frame.ts';
import type { PlanRow } from '../schedule/plan-row.ts';
import { newLedgerRow } from './ledger-row.ts';
import type { LedgerRow } from './ledger-row.ts';

/** Ledger rows of a plan, nothing paid yet. */
export function ledgerRowsOf(frame: PlanFrame): LedgerRow[] {
  return fillPlan(frame).map((row, index) => ledgerRowOf(frame, row, index));
}

/** The row at `index` of a frame's plan. */
export function ledgerRowOf(frame: PlanFrame, planned: PlanRow, index: number): LedgerRow {
  const fromDay = index === 0 ? frame.startDay : present(frame.nominalDays[index - 1]);
  const row = newLedgerRow(planned.number, fromDay, present(frame.dueDays[index]), planned.principalFen, planned.interestFen);
  const { holidayRule } = frame.terms;
  if (holidayRule === undefined) return row;
  row.accruesFromDay = index === 0 ? fromDay + frame.startShiftDays : present(frame.dueDays[index - 1]);
  row.segmentFromDay = row.accruesFromDay;
  if (holidayRule.isInterestExtra) return row;
  row.toDay = present(frame.nominalDays[index]);
  // The days by which the row before was put off belong to this one; they are earned when it begins to run.
  if (row.accruesFromDay > fromDay) row.earlierInterest = [restDaysShare(frame, planned, fromDay, row.accruesFromDay)];
  return row;
}

function restDaysShare(frame: PlanFrame, planned: PlanRow, fromDay: number, toDay: number): LedgerRow['earlierInterest'][number] {
  const { terms } = frame;
  const amount = terms.method === 'flat' ? frame.flatBaseFen : planned.principalFen + planned.balanceFen;
  const isMonthly = terms.interestMode === 'monthly';
  return { amount, by: isMonthly ? fraction(terms.rateAnnualE8 * (toDay - fromDay), 360e8) : daysFraction(terms, fromDay, toDay) };
}
