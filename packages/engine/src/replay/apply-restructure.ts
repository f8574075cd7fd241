import { openComponentFen, standingInterestFen } from '../allocation.ts';
import { worstClass } from '../class-reasons.ts';
import { isNonPerformingClass } from '../classification.ts';
import type { RestructureEvent } from '../events.ts';
import { accrueTo } from '../overdue.ts';
import { present } from '../present.ts';
import { refuse } from '../refusal.ts';
import { checkTerms } from '../schedule/check-terms.ts';
import { wholePlanFrame } from '../schedule/plan-frame.ts';
import { makeAllDue } from './apply-prepay.ts';
import { emptyAllocation } from './apply-repay.ts';
import { classReasonsOn } from './class-state.ts';
import { keepCharges } from './change-rate.ts';
import type { LedgerRow } from './ledger-row.ts';
import { openFeeFen, openInterestFen, openPrincipalFen } from './ledger-row.ts';
import { dailyCharges } from './loan-ledger.ts';
import type { LedgerAllocation, LoanLedger } from './loan-ledger.ts';
import { ledgerRowsOf } from './plan-rows.ts';
import { watchedRestructuring } from './watch-state.ts';

interface CarriedDebt {
  principalFen: number;
  interestFen: number;
  compoundFen: number;
  penaltyFen: number;
  feeFen: number;
}

/**
 * 重组: all principal owed goes into a new plan. A new principal above it makes interest, then compound, penalty and
 * fees principal (利息转本金); what stays outside falls due with the new plan's first row. Nothing is lost or forgiven:
 * that takes a waiver. The watch period starts at the first new due date (rule §1.1).
 */
export function applyRestructure(ledger: LoanLedger, event: RestructureEvent, day: number): void {
  accrueTo(ledger, day);
  const classBefore = worstClass(classReasonsOn(ledger, day));
  const isInsideWatch = watchedRestructuring(ledger, day) !== null;
  const plan = event.terms;
  checkTerms(plan);
  const frame = wholePlanFrame(plan);
  const firstDueDay = present(frame.dueDays[0]);
  if (firstDueDay <= day) refuse('no_due_date_left', 'terms');

  makeAllDue(ledger, day);
  const debt = takeOutDebt(ledger, day);
  const capitalisedFen = plan.principalFen - debt.principalFen;
  const otherFen = debt.interestFen + debt.compoundFen + debt.penaltyFen + debt.feeFen;
  if (capitalisedFen < 0 || capitalisedFen > otherFen) {
    refuse('plan_principal_mismatch', 'terms', { leastFen: debt.principalFen, mostFen: debt.principalFen + otherFen });
  }
  if (capitalisedFen > 0) ledger.allocations.push(capitalised(event.id, day, debt, capitalisedFen));

  const lastNumber = ledger.rows.at(-1)?.number ?? 0;
  const numbered = { ...frame, firstNumber: lastNumber + 1 };
  const rows = ledgerRowsOf(numbered);
  const first = present(rows[0]);
  first.interestFen += debt.interestFen;
  first.closedInterestFen = debt.interestFen;
  first.feeFen = debt.feeFen;
  keepOutside(ledger, debt);
  ledger.rows = [...ledger.rows, ...rows];
  ledger.frame = numbered;
  ledger.keptRule = null;
  ledger.terms = plan;
  ledger.lentFen = plan.principalFen;
  Object.assign(ledger, dailyCharges(plan));
  if (isNonPerformingClass(classBefore)) ledger.isNonPerforming = true;
  ledger.restructuring = {
    day, watchFromDay: firstDueDay, periodMonths: plan.periodMonths, classBefore, isInsideWatch,
  };
}

/** Penalty and compound outside the new principal stay owed on the old plan's last row: no row pays them before it is due. */
function keepOutside(ledger: LoanLedger, debt: CarriedDebt): void {
  const last = ledger.rows.at(-1);
  if (last === undefined) return;
  last.broughtInPenaltyFen += debt.penaltyFen;
  last.broughtInCompoundFen += debt.compoundFen;
  ledger.firstUnfinished = ledger.rows.length - 1;
}

/** Empties the old rows: what was paid stays as their record, what was owed moves out. What fell due only on `day` and bore nothing else goes. */
function takeOutDebt(ledger: LoanLedger, day: number): CarriedDebt {
  const debt: CarriedDebt = {
    principalFen: ledger.standing?.principalFen ?? 0,
    interestFen: standingInterestFen(ledger),
    compoundFen: 0,
    penaltyFen: 0,
    feeFen: 0,
  };
  for (const row of ledger.rows) takeOutRow(ledger, row, debt);
  ledger.rows = ledger.rows.filter((row) => row.dueDay < day || hasRecord(row));
  ledger.standing = null;
  ledger.billingDays = [];
  return debt;
}

/** Something was paid or waived of an emptied row, or it bears an old book's arrears, whose charges stay owed on it. */
function hasRecord(row: LedgerRow): boolean {
  return row.number === 0 || row.principalFen + row.interestFen + row.feeFen > 0;
}

function takeOutRow(ledger: LoanLedger, row: LedgerRow, debt: CarriedDebt): void {
  keepCharges(ledger, row);
  const principalFen = openPrincipalFen(row);
  const interestFen = openInterestFen(row);
  const feeFen = openFeeFen(row);
  const penaltyFen = openComponentFen(ledger, row, 'penalty');
  const compoundFen = openComponentFen(ledger, row, 'compound');
  row.principalFen -= principalFen;
  row.interestFen -= interestFen;
  row.feeFen -= feeFen;
  row.broughtInPenaltyFen -= penaltyFen;
  row.broughtInCompoundFen -= compoundFen;
  debt.principalFen += principalFen;
  debt.interestFen += interestFen;
  debt.feeFen += feeFen;
  debt.penaltyFen += penaltyFen;
  debt.compoundFen += compoundFen;
}

/** Takes the capitalised amount out of the debt; as a use of money it sums to nothing. */
function capitalised(eventId: string, day: number, debt: CarriedDebt, amountFen: number): LedgerAllocation {
  const allocation = emptyAllocation(eventId, day, false);
  let restFen = amountFen;
  for (const key of ['interestFen', 'compoundFen', 'penaltyFen', 'feeFen'] as const) {
    const takenFen = Math.min(debt[key], restFen);
    debt[key] -= takenFen;
    allocation[key] = takenFen;
    restFen -= takenFen;
  }
  allocation.principalFen = -amountFen;
  return allocation;
}
