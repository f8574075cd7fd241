import { allocate, openComponentFen, standingInterestFen } from '../allocation.ts';
import { civilDateOf } from '../civil-date.ts';
import type { PrepayEvent, PrepayPartEvent, SettleEvent } from '../events.ts';
import { timesFraction, timesFractions } from '../fraction.ts';
import { accrueTo } from '../overdue.ts';
import { present } from '../present.ts';
import { refuse } from '../refusal.ts';
import { principalRuleOf } from '../schedule/fill-plan.ts';
import { rowsFrom } from '../schedule/plan-frame.ts';
import type { PlanFrame } from '../schedule/plan-frame.ts';
import type { PrincipalRule } from '../schedule/principal-rule.ts';
import { accruedInterestFen, earnedFraction, futurePrincipalFen, runningRow } from './accrued-interest.ts';
import { applyMoney, emptyAllocation, useCredit } from './apply-repay.ts';
import { newLedgerRow } from './ledger-row.ts';
import type { LedgerRow } from './ledger-row.ts';
import type { LoanLedger } from './loan-ledger.ts';
import { futureFrame, replanFuture } from './replan.ts';
import { allComponents } from './all-components.ts';

/**
 * Early repayment. In part: the principal with the interest to the day on everything (or only on the part repaid), then
 * a new plan. In full: everything owed, credit used first. Rule §1.9, 民法典 677.
 * 231 577.04 at 12 % on day 17 of a period, 100 000.00 repaid: interest 1 312.27, the next row bears 614.03.
 */
export function applyPrepay(ledger: LoanLedger, event: PrepayEvent, day: number): void {
  accrueTo(ledger, day);
  if (event.mode === 'settle') return settleAll(ledger, event, day);
  const { principalFen } = event;
  const running = runningRow(ledger, day);
  const { frame } = ledger;
  if (frame === null || running === null) {
    if (event.feeFen !== undefined) chargeOnLastRow(ledger, event.feeFen, day);
    return applyMoney(ledger, event.id, principalFen + (event.feeFen ?? 0) + standingInterestFen(ledger), day);
  }
  const mostFen = futurePrincipalFen(ledger, day);
  if (principalFen > mostFen) refuse('prepayment_exceeds_principal', 'principalFen', { mostFen });
  prepayPart(ledger, event, frame, running, principalFen, day);
}

function prepayPart(
  ledger: LoanLedger, event: PrepayPartEvent, frame: PlanFrame, running: LedgerRow, prepaidFen: number, day: number,
): void {
  const balanceFen = futurePrincipalFen(ledger, day) - prepaidFen;
  const tail = rescaledFlat(futureFrame(ledger, frame, day, balanceFen), frame, prepaidFen);
  const prepaidBaseFen = ledger.terms.method === 'flat' ? frame.flatBaseFen - tail.flatBaseFen : prepaidFen;
  const interestFen = prepaidInterestFen(ledger, running, prepaidBaseFen, day);
  const feeFen = event.feeFen ?? 0;
  running.paidPrincipalFen += prepaidFen;
  // On everything: what the row has earned is closed, an old plan's interest that it carries included.
  const isOnEverything = ledger.terms.prepaymentInterest !== 'portion';
  running.closedInterestFen = interestFen + (isOnEverything ? running.paidInterestFen + running.waivedInterestFen : running.closedInterestFen);
  running.paidInterestFen += interestFen;
  running.feeFen += feeFen;
  running.paidFeeFen += feeFen;
  running.lastPaidDay = day;
  const allocation = { ...emptyAllocation(event.id, day, false), feeFen, interestFen, principalFen: prepaidFen };
  ledger.allocations.push(allocation);
  if (isOnEverything && (day > running.accruesFromDay || running.earlierInterest.length > 0)) {
    running.earlierInterest = [];
    running.segmentFromDay = day;
    running.accruesFromDay = running.fromDay;
  }
  if (!isOnEverything) running.earlierInterest = running.earlierInterest.map(({ amount, by }) => ({ amount: Number(amount) - Math.min(prepaidBaseFen, Number(amount)), by }));
  if (event.mode === 'reduce') return replanFuture(ledger, day, tail);
  const rule = continuedRule(ledger, frame, tail);
  const shorter = shortened(tail, rule);
  replanFuture(ledger, day, shorter, () => rule);
  ledger.keptRule = rule;
  ledger.terms = { ...ledger.terms, maturesOn: civilDateOf(present(shorter.nominalDays.at(-1))) };
}

/**
 * On the part repaid alone: what it has borne in each segment of the period. 6 000.00 for ten days at 12 % and ten at 6 %
 * → 30.00. Of money lent in the middle of the period the older part is repaid first.
 */
function prepaidInterestFen(ledger: LoanLedger, running: LedgerRow, prepaidBaseFen: number, day: number): number {
  if (ledger.terms.prepaymentInterest !== 'portion') return accruedInterestFen(ledger, day);
  const earlier = running.earlierInterest.map(({ amount, by }) => ({ amount: Math.min(prepaidBaseFen, Number(amount)), by }));
  return timesFractions([...earlier, { amount: prepaidBaseFen, by: earnedFraction(ledger, running, day) }], ledger.terms.rounding);
}

/** 等本等息 bears interest on what was first lent; an early repayment takes its share of that base away. */
function rescaledFlat(tail: PlanFrame, frame: PlanFrame, prepaidFen: number): PlanFrame {
  const beforeFen = tail.principalFen + prepaidFen;
  const share = { numerator: tail.principalFen, denominator: beforeFen };
  return { ...tail, flatBaseFen: timesFraction(frame.flatBaseFen, share, tail.terms.rounding) };
}

/** The old plan's principal rule, going on where its rows have got to. */
function continuedRule(ledger: LoanLedger, frame: PlanFrame, tail: PlanFrame): PrincipalRule {
  const rule = ledger.keptRule ?? principalRuleOf(frame);
  const passed = frame.dueDays.length - tail.dueDays.length;
  return (index, balanceFen, interestFen) => rule(index + passed, balanceFen, interestFen);
}

/** The rows that the old installment still needs: the first that repays everything is the last. */
function shortened(tail: PlanFrame, rule: PrincipalRule): PlanFrame {
  let balanceFen = tail.principalFen;
  let rows = 0;
  for (const _dueDay of tail.dueDays) {
    const share = tail.fractions?.[rows] ?? tail.fullPeriod;
    const baseFen = tail.terms.method === 'flat' ? tail.flatBaseFen : balanceFen;
    balanceFen -= rule(rows, balanceFen, timesFraction(baseFen, share, tail.terms.rounding));
    rows += 1;
    if (balanceFen === 0) break;
  }
  const isCut = rows < tail.dueDays.length;
  return { ...rowsFrom(tail, 0, rows), isLastRegular: tail.isLastRegular || isCut };
}

/** Makes everything due today in the running row, uses waiting credit, and pays the rest. */
function settleAll(ledger: LoanLedger, event: SettleEvent, day: number): void {
  makeAllDue(ledger, day);
  billStanding(ledger, day);
  ledger.billingDays = [];
  if (event.feeFen !== undefined) chargeOnLastRow(ledger, event.feeFen, day);
  useCredit(ledger, day);
  let owedFen = (ledger.standing?.principalFen ?? 0) + standingInterestFen(ledger);
  for (const row of ledger.rows) {
    for (const component of allComponents) owedFen += openComponentFen(ledger, row, component);
  }
  const allocation = emptyAllocation(event.id, day, false);
  allocate(ledger, day, owedFen, allocation);
  ledger.allocations.push(allocation);
}

/** Standing principal whose interest is paid with settlement days' rows gets its last row early. */
function billStanding(ledger: LoanLedger, day: number): void {
  const { standing, terms } = ledger;
  if (standing === null || terms.revolvingSettlement !== 'settlement_day') return;
  const interestFen = standingInterestFen(ledger);
  if (interestFen === 0) return;
  const last = ledger.rows.at(-1) ?? { number: 0, dueDay: present(ledger.beganDay) };
  ledger.rows.push(newLedgerRow(last.number + 1, last.dueDay, day, 0, interestFen));
  standing.billedInterestFen += interestFen;
}

/** Principal that stood without a plan has no row yet; the fee then stands on one of its own. */
function chargeOnLastRow(ledger: LoanLedger, feeFen: number, day: number): void {
  if (ledger.rows.length === 0) ledger.rows.push(newLedgerRow(1, day, day, 0, 0));
  present(ledger.rows.at(-1)).feeFen += feeFen;
  ledger.firstUnfinished = Math.min(ledger.firstUnfinished, ledger.rows.length - 1);
}

/** Early maturity: principal not yet due and the interest earned so far fall due on `day`. */
export function makeAllDue(ledger: LoanLedger, day: number): void {
  const running = runningRow(ledger, day);
  if (running === null) return;
  const futureFen = futurePrincipalFen(ledger, day);
  const accruedFen = accruedInterestFen(ledger, day);
  running.principalFen = running.paidPrincipalFen + futureFen;
  running.interestFen = running.paidInterestFen + running.waivedInterestFen + accruedFen;
  running.dueDay = day;
  running.accruedToDay = day;
  ledger.rows = ledger.rows.filter((row) => row.dueDay <= day);
  ledger.frame = null;
}
