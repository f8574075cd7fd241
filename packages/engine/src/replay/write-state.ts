import { openComponentFen, standingInterestFen } from '../allocation.ts';
import { civilDateOf } from '../civil-date.ts';
import type { CivilDate } from '../civil-date.ts';
import { lastPerformingDay } from '../classification.ts';
import type { Allocation, Balances, InstallmentState, InstallmentStatus, LoanState, LoanStatus } from '../loan-state.ts';
import { fen } from '../money.ts';
import { accruedInterestFen } from './accrued-interest.ts';
import { classReasonsOn } from './class-state.ts';
import { compoundFenOf, isOpen, openFeeFen, openInterestFen, openPrincipalFen, penaltyFenOf } from './ledger-row.ts';
import type { LedgerRow } from './ledger-row.ts';
import { daysPastDueOn, oldestOpenRow } from './loan-ledger.ts';
import type { LedgerAllocation, LoanLedger } from './loan-ledger.ts';

function statusOfRow(row: LedgerRow, day: number): InstallmentStatus {
  if (!isOpen(row) && (row.dueDay <= day || row.lastPaidDay !== null)) return 'paid';
  if (row.dueDay < day) return 'overdue';
  return row.lastPaidDay === null ? 'pending' : 'partial';
}

function installmentState(ledger: LoanLedger, row: LedgerRow, day: number): InstallmentState {
  const { rounding } = ledger.terms;
  const status = statusOfRow(row, day);
  return {
    number: row.number,
    dueOn: civilDateOf(row.dueDay),
    principalFen: fen(row.principalFen),
    interestFen: fen(row.interestFen),
    feeFen: fen(row.feeFen),
    paidPrincipalFen: fen(row.paidPrincipalFen),
    paidInterestFen: fen(row.paidInterestFen),
    paidFeeFen: fen(row.paidFeeFen),
    penaltyFen: fen(penaltyFenOf(row, ledger.penaltyPerDay, rounding)),
    paidPenaltyFen: fen(row.paidPenaltyFen),
    compoundFen: fen(compoundFenOf(row, ledger.compoundPerDay, rounding)),
    paidCompoundFen: fen(row.paidCompoundFen),
    waivedInterestFen: fen(row.waivedInterestFen),
    waivedFeeFen: fen(row.waivedFeeFen),
    waivedPenaltyFen: fen(row.waivedPenaltyFen),
    waivedCompoundFen: fen(row.waivedCompoundFen),
    settledOn: status === 'paid' ? civilDateOf(row.lastPaidDay ?? row.dueDay) : null,
    status,
  };
}

function allocationState(allocation: LedgerAllocation): Allocation {
  return {
    eventId: allocation.eventId,
    occurredOn: civilDateOf(allocation.occurredDay),
    isReversed: allocation.isReversed,
    feeFen: fen(allocation.feeFen),
    compoundFen: fen(allocation.compoundFen),
    penaltyFen: fen(allocation.penaltyFen),
    interestFen: fen(allocation.interestFen),
    principalFen: fen(allocation.principalFen),
    creditFen: fen(allocation.creditFen),
    refundedFen: fen(allocation.refundedFen),
  };
}

function balancesOn(ledger: LoanLedger, day: number): Balances {
  let principalFen = ledger.standing?.principalFen ?? 0;
  let [interestDueFen, penaltyFen, compoundFen, feeFen, overduePrincipalFen, overdueInterestFen] = [0, 0, 0, 0, 0, 0];
  for (const row of ledger.rows) {
    principalFen += openPrincipalFen(row);
    feeFen += openFeeFen(row);
    if (row.dueDay > day) continue;
    interestDueFen += openInterestFen(row);
    penaltyFen += openComponentFen(ledger, row, 'penalty');
    compoundFen += openComponentFen(ledger, row, 'compound');
    if (row.dueDay === day) continue;
    overduePrincipalFen += openPrincipalFen(row);
    overdueInterestFen += openInterestFen(row);
  }
  return {
    principalFen: fen(principalFen),
    interestDueFen: fen(interestDueFen),
    interestAccruedFen: fen(accruedInterestFen(ledger, day) + standingInterestFen(ledger)),
    penaltyFen: fen(penaltyFen),
    compoundFen: fen(compoundFen),
    feeFen: fen(feeFen),
    creditFen: fen(ledger.creditFen),
    overduePrincipalFen: fen(overduePrincipalFen),
    overdueInterestFen: fen(overdueInterestFen),
  };
}

function owedFen(balances: Balances): number {
  const { principalFen, interestDueFen, interestAccruedFen, penaltyFen, compoundFen, feeFen } = balances;
  return principalFen + interestDueFen + interestAccruedFen + penaltyFen + compoundFen + feeFen;
}

function statusOfLoan(ledger: LoanLedger, balances: Balances, daysPastDue: number): LoanStatus {
  if (ledger.beganDay === null) return 'pending';
  if (ledger.writtenOffDay !== null) return 'written_off';
  const isOwing = owedFen(balances) > 0 || ledger.rows.some(isOpen) || ledger.billingDays.length > 0;
  if (!isOwing) return 'settled';
  return daysPastDue > 0 ? 'overdue' : 'active';
}

const zero = fen(0);

/** What stands on the books of a loan that has left them. */
const nothingOwed: Omit<Balances, 'creditFen'> = {
  principalFen: zero, interestDueFen: zero, interestAccruedFen: zero, penaltyFen: zero, compoundFen: zero, feeFen: zero,
  overduePrincipalFen: zero, overdueInterestFen: zero,
};

/**
 * Invariants 1 and 2 of the loan engine, asserted on every state that leaves replay; the database holds them again.
 * @throws Error when the engine itself is wrong
 */
function assertBalanced(ledger: LoanLedger, balances: Balances): void {
  let [repaidFen, creditFen] = [0, 0];
  for (const allocation of ledger.allocations) {
    repaidFen += allocation.principalFen;
    creditFen += allocation.creditFen;
  }
  const isPrincipalKept = balances.principalFen === ledger.receivedPrincipalFen - repaidFen && balances.principalFen >= 0;
  if (!isPrincipalKept || creditFen !== ledger.creditFen) throw new Error('the engine lost or made money');
}

export function writeState(ledger: LoanLedger, asOf: CivilDate, day: number): LoanState {
  const owed = balancesOn(ledger, day);
  assertBalanced(ledger, owed);
  const isOffBook = ledger.writtenOffDay !== null;
  const daysPastDue = daysPastDueOn(ledger, day);
  const status = statusOfLoan(ledger, owed, daysPastDue);
  const oldest = daysPastDue > 0 ? oldestOpenRow(ledger) : null;
  const reasons = status === 'settled' || status === 'pending' ? [] : classReasonsOn(ledger, day);
  return {
    asOf,
    installments: ledger.rows.map((row) => installmentState(ledger, row, day)),
    allocations: ledger.allocations.map(allocationState),
    balances: isOffBook ? { ...nothingOwed, creditFen: owed.creditFen } : owed,
    daysPastDue,
    overdueInstallments: ledger.rows.filter((row) => row.dueDay < day && isOpen(row)).length,
    overdueSince: oldest === null ? null : civilDateOf(oldest.dueDay),
    fiveTierClass: reasons[0]?.fiveTierClass ?? 'normal',
    status,
    payoffFen: fen(owedFen(owed) - owed.creditFen),
    currentTerms: ledger.terms,
    receivedPrincipalFen: fen(ledger.receivedPrincipalFen),
    writtenOffOn: ledger.writtenOffDay === null ? null : civilDateOf(ledger.writtenOffDay),
    offBook: isOffBook ? owed : null,
    isNonAccrual: daysPastDue > lastPerformingDay,
    classReasons: reasons,
  };
}
