import { accrueTo } from './overdue.ts';
import { fraction, timesFractions } from './fraction.ts';
import type { Fraction } from './fraction.ts';
import { compoundFenOf, isOpen, openFeeFen, openInterestFen, openPrincipalFen, penaltyFenOf } from './replay/ledger-row.ts';
import type { LedgerRow } from './replay/ledger-row.ts';
import { daysPastDueOn } from './replay/loan-ledger.ts';
import type { LedgerAllocation, LoanLedger } from './replay/loan-ledger.ts';
import type { AllocationRule, DebtComponent } from './terms.ts';

/** What is owed of one component of a row, in fen; penalty and compound as counted so far. */
export function openComponentFen(ledger: LoanLedger, row: LedgerRow, component: DebtComponent): number {
  const { rounding } = ledger.terms;
  switch (component) {
    case 'fee':
      return openFeeFen(row);
    case 'compound':
      return compoundFenOf(row, ledger.compoundPerDay, rounding) - row.paidCompoundFen - row.waivedCompoundFen;
    case 'penalty':
      return penaltyFenOf(row, ledger.penaltyPerDay, rounding) - row.paidPenaltyFen - row.waivedPenaltyFen;
    case 'interest':
      return openInterestFen(row);
    case 'principal':
      return openPrincipalFen(row);
  }
}

function payComponent(row: LedgerRow, component: DebtComponent, paidFen: number, into: LedgerAllocation): void {
  switch (component) {
    case 'fee':
      row.paidFeeFen += paidFen;
      into.feeFen += paidFen;
      return;
    case 'compound':
      row.paidCompoundFen += paidFen;
      into.compoundFen += paidFen;
      return;
    case 'penalty':
      row.paidPenaltyFen += paidFen;
      into.penaltyFen += paidFen;
      return;
    case 'interest':
      row.paidInterestFen += paidFen;
      into.interestFen += paidFen;
      return;
    case 'principal':
      row.paidPrincipalFen += paidFen;
      into.principalFen += paidFen;
      return;
  }
}

/** Pays what it can of one component and says what money is left. A fee may be paid before its row is due. */
function settleComponent(
  ledger: LoanLedger, row: LedgerRow, component: DebtComponent, day: number, moneyFen: number, into: LedgerAllocation,
): number {
  if (row.dueDay > day && component !== 'fee') return moneyFen;
  const paidFen = Math.min(openComponentFen(ledger, row, component), moneyFen);
  if (paidFen <= 0) return moneyFen;
  payComponent(row, component, paidFen, into);
  row.lastPaidDay = day;
  return moneyFen - paidFen;
}

/** Rule §1.7: the preset by days past due on the day the money counts for, before it is used. */
export function allocationRuleOn(ledger: LoanLedger, day: number): AllocationRule {
  const { terms } = ledger;
  if (ledger.writtenOffDay !== null) return terms.nplAllocation;
  return daysPastDueOn(ledger, day) >= terms.nplFromDaysPastDue ? terms.nplAllocation : terms.allocation;
}

function hasDue(row: LedgerRow, day: number): boolean {
  return row.dueDay <= day || openFeeFen(row) > 0;
}

/**
 * Uses money for what is due on `day`; returns what is left over.
 * 500.00 on 36 days of arrears (compound 1.98, penalty 18.00, interest 110.00) leaves 370.02 for principal.
 */
export function allocate(ledger: LoanLedger, day: number, moneyFen: number, into: LedgerAllocation): number {
  accrueTo(ledger, day);
  const rule = allocationRuleOn(ledger, day);
  const dueRows: LedgerRow[] = [];
  for (let index = ledger.firstUnfinished; index < ledger.rows.length; index += 1) {
    const row = ledger.rows[index];
    if (row === undefined || !hasDue(row, day)) break;
    dueRows.push(row);
  }
  let restFen = moneyFen;
  if (rule.mode === 'horizontal') {
    for (const row of dueRows) {
      for (const component of rule.order) restFen = settleComponent(ledger, row, component, day, restFen, into);
      if (restFen === 0) break;
    }
  } else {
    for (const component of rule.order) {
      for (const row of dueRows) restFen = settleComponent(ledger, row, component, day, restFen, into);
    }
  }
  passFinished(ledger, day);
  return payStanding(ledger, restFen, into);
}

/** Rows that owe nothing any more, penalty included, need no further look. */
function passFinished(ledger: LoanLedger, day: number): void {
  for (;;) {
    const row = ledger.rows[ledger.firstUnfinished];
    if (row === undefined || row.dueDay > day || isOpen(row)) return;
    const left = openComponentFen(ledger, row, 'penalty') + openComponentFen(ledger, row, 'compound');
    if (left > 0) return;
    ledger.firstUnfinished += 1;
  }
}

/** What standing principal bears a day. */
export function standingPerDay(ledger: LoanLedger): Fraction {
  const basisDays = ledger.terms.interestMode === 'actual_365' ? 365 : 360;
  return fraction(ledger.terms.rateAnnualE8, basisDays * 1e8);
}

/** Interest that standing principal has earned, neither paid nor billed in a row: rounded once over the whole time. */
export function standingInterestFen(ledger: LoanLedger): number {
  const { standing, terms } = ledger;
  if (standing === null) return 0;
  const running = { amount: standing.interestAmountDays, by: standingPerDay(ledger) };
  const earnedFen = timesFractions([...standing.earlierInterest, running], terms.rounding);
  return earnedFen - standing.paidInterestFen - standing.billedInterestFen;
}

/** Principal without a plan takes what is left: interest to the day first, then principal (随借随还). */
function payStanding(ledger: LoanLedger, moneyFen: number, into: LedgerAllocation): number {
  const { standing } = ledger;
  if (standing === null || moneyFen === 0) return moneyFen;
  // Settled interest is paid with its row; until then money repays principal alone (vectors, revolving-monthly20).
  const isBilled = ledger.terms.revolvingSettlement === 'settlement_day';
  const interestFen = isBilled ? 0 : Math.min(standingInterestFen(ledger), moneyFen);
  standing.paidInterestFen += interestFen;
  into.interestFen += interestFen;
  const principalFen = Math.min(standing.principalFen, moneyFen - interestFen);
  standing.principalFen -= principalFen;
  into.principalFen += principalFen;
  return moneyFen - interestFen - principalFen;
}
