import { openComponentFen } from '../allocation.ts';
import type { FeeEvent, WaiveEvent } from '../events.ts';
import { accrueTo } from '../overdue.ts';
import { refuse } from '../refusal.ts';
import { runningRow } from './accrued-interest.ts';
import type { LedgerRow } from './ledger-row.ts';
import { oldestOpenRow } from './loan-ledger.ts';
import type { LoanLedger } from './loan-ledger.ts';

/**
 * A fee is payable at once and stands on the oldest unpaid row, so that the first money takes it; by itself it makes
 * nothing overdue before that row is due. Never later than on the running row: rows after it may be planned anew.
 */
export function applyFee(ledger: LoanLedger, event: FeeEvent, day: number): void {
  const oldest = oldestOpenRow(ledger);
  const row = (oldest !== null && oldest.dueDay <= day ? oldest : runningRow(ledger, day)) ?? ledger.rows.at(-1) ?? refuse('plan_missing', 'type');
  row.feeFen += event.amountFen;
  ledger.firstUnfinished = Math.min(ledger.firstUnfinished, ledger.rows.indexOf(row));
}

/** Forgives a component, oldest row first, as far as it is owed on the day; interest only where it is due. */
export function applyWaive(ledger: LoanLedger, event: WaiveEvent, day: number): void {
  accrueTo(ledger, day);
  let restFen: number = event.amountFen;
  for (const row of ledger.rows) {
    if (row.dueDay > day && event.component !== 'fee') break;
    const waivedFen = Math.min(openComponentFen(ledger, row, event.component), restFen);
    waiveComponent(row, event.component, waivedFen);
    restFen -= waivedFen;
    if (waivedFen > 0) row.lastPaidDay = day;
  }
}

/** What may be waived of a component on the day. */
export function waivableFen(ledger: LoanLedger, component: WaiveEvent['component'], day: number): number {
  let sumFen = 0;
  for (const row of ledger.rows) {
    if (row.dueDay <= day || component === 'fee') sumFen += openComponentFen(ledger, row, component);
  }
  return sumFen;
}

function waiveComponent(row: LedgerRow, component: WaiveEvent['component'], waivedFen: number): void {
  switch (component) {
    case 'fee':
      row.waivedFeeFen += waivedFen;
      return;
    case 'interest':
      row.waivedInterestFen += waivedFen;
      return;
    case 'penalty':
      row.waivedPenaltyFen += waivedFen;
      return;
    case 'compound':
      row.waivedCompoundFen += waivedFen;
      return;
  }
}
