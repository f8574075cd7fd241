import { civilDateOf, dayNumber } from '../civil-date.ts';
import type { DisburseEvent } from '../events.ts';
import { refuse } from '../refusal.ts';
import { checkTerms } from '../schedule/check-terms.ts';
import { wholePlanFrame } from '../schedule/plan-frame.ts';
import type { LoanLedger } from './loan-ledger.ts';
import { ledgerRowsOf } from './plan-rows.ts';

/**
 * Makes the plan from what was really lent, on the day it was lent.
 * The due dates stay those of the contract, so a late disbursement only shortens the first row.
 */
export function applyDisburse(ledger: LoanLedger, event: DisburseEvent, day: number): void {
  if (ledger.beganDay !== null) refuse('loan_disbursed_already', 'type');
  const { terms } = ledger;
  const isAsAgreed = event.amountFen === terms.principalFen && day === dayNumber(terms.startsOn);
  if (event.amountFen > terms.principalFen) refuse('disbursed_beyond_principal', 'amountFen');
  checkTerms(terms);
  const frame = wholePlanFrame(
    isAsAgreed ? terms : { ...terms, principalFen: event.amountFen, startsOn: civilDateOf(day) },
  );
  if ((frame.dueDays[0] ?? day) < day) refuse('no_due_date_left', 'occurredOn');
  ledger.frame = frame;
  ledger.rows = ledgerRowsOf(frame);
  ledger.beganDay = day;
  ledger.receivedPrincipalFen = event.amountFen;
}
