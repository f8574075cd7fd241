import { civilDateOf, dayNumber } from '../civil-date.ts';
import { continuedDueDays } from '../due-dates.ts';
import type { DisburseEvent, DrawEvent } from '../events.ts';
import { putOff } from '../holiday.ts';
import { present } from '../present.ts';
import { refuse } from '../refusal.ts';
import { checkTerms } from '../schedule/check-terms.ts';
import { wholePlanFrame } from '../schedule/plan-frame.ts';
import type { LoanTerms } from '../terms.ts';
import { accrueTo } from '../overdue.ts';
import { futurePrincipalFen } from './accrued-interest.ts';
import { newStanding } from './loan-ledger.ts';
import type { LoanLedger } from './loan-ledger.ts';
import { ledgerRowsOf } from './plan-rows.ts';
import { closeSegment, futureFrame, replanFuture } from './replan.ts';

/**
 * Money lent. The first time makes the plan from what was really lent, on the day it was lent, over the due dates of
 * the contract. A later time is a tranche: the rows not yet due are planned anew with it, the running row bearing
 * interest on each balance for its days.
 */
export function applyLending(ledger: LoanLedger, event: DisburseEvent | DrawEvent, day: number): void {
  const { terms } = ledger;
  if (ledger.writtenOffDay !== null) refuse('loan_written_off', 'type');
  const isWithinLimit = terms.method === 'revolving' || ledger.lentFen + event.amountFen <= terms.principalFen;
  if (!isWithinLimit) refuse('disbursed_beyond_principal', 'amountFen', { leftFen: terms.principalFen - ledger.lentFen });
  ledger.lentFen += event.amountFen;
  ledger.receivedPrincipalFen += event.amountFen;
  if (terms.method === 'revolving') return lendStanding(ledger, event.amountFen, day);
  if (ledger.beganDay === null) return lendFirst(ledger, event.amountFen, day);
  lendFurther(ledger, event.amountFen, day);
}

function lendFirst(ledger: LoanLedger, amountFen: number, day: number): void {
  const { terms } = ledger;
  checkTerms(terms);
  const isAsAgreed = amountFen === terms.principalFen && day === dayNumber(terms.startsOn);
  const whole = wholePlanFrame(isAsAgreed ? terms : { ...terms, startsOn: civilDateOf(day) });
  const frame = isAsAgreed ? whole : { ...whole, terms, principalFen: amountFen, flatBaseFen: amountFen };
  if (present(frame.dueDays[0]) < day) refuse('no_due_date_left', 'occurredOn');
  ledger.frame = frame;
  ledger.rows = ledgerRowsOf(frame);
  ledger.beganDay = day;
}

function lendFurther(ledger: LoanLedger, amountFen: number, day: number): void {
  const { frame } = ledger;
  const balanceFen = futurePrincipalFen(ledger, day) + amountFen;
  if (frame === null || present(frame.dueDays.at(-1)) <= day) return refuse('no_due_date_left', 'occurredOn');
  closeSegment(ledger, day);
  const tail = futureFrame(ledger, frame, day, balanceFen);
  replanFuture(ledger, day, { ...tail, flatBaseFen: frame.flatBaseFen + amountFen });
}

/** Under a limit, each draw adds to the balance that bears interest by the day. */
function lendStanding(ledger: LoanLedger, amountFen: number, day: number): void {
  accrueTo(ledger, day);
  if (ledger.beganDay === null) ledger.billingDays = billingDaysOf(ledger.terms, day);
  ledger.beganDay ??= day;
  ledger.standing ??= newStanding(0, day);
  const leftFen = ledger.terms.principalFen - ledger.standing.principalFen;
  if (amountFen > leftFen) refuse('disbursed_beyond_principal', 'amountFen', { leftFen });
  ledger.standing.principalFen += amountFen;
}

/** Settlement days and maturity, or maturity alone where each repayment pays its interest. */
function billingDaysOf(terms: LoanTerms, day: number): readonly number[] {
  const maturityDay = dayNumber(terms.maturesOn);
  if (maturityDay < day) refuse('no_due_date_left', 'occurredOn');
  const isSettledByDay = terms.revolvingSettlement === 'settlement_day';
  const days = isSettledByDay ? continuedDueDays({ ...terms, startsOn: civilDateOf(day) }, day, maturityDay).days : [maturityDay];
  return putOff(days, terms.holidayRule?.calendar);
}
