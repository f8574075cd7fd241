import { refuseEvent } from '@loanbook/engine/check-event.ts';
import type { LoanEvent } from '@loanbook/engine/events.ts';
import type { LoanState } from '@loanbook/engine/loan-state.ts';
import { fen, formatYuan, parseYuan, type Fen } from '@loanbook/engine/money.ts';
import { nominalAnnualPct } from '@loanbook/engine/irr.ts';
import { isAboveCap } from '@loanbook/engine/rate-cap.ts';
import { formatPercent } from '@loanbook/engine/rate.ts';
import { replay } from '@loanbook/engine/replay.ts';
import { buildSchedule } from '@loanbook/engine/schedule/build-schedule.ts';
import type { LoanTerms } from '@loanbook/engine/terms.ts';
import type { ErrorCode, ErrorDetails } from '../errors.ts';
import type { RefinanceInput } from '../features/events.ts';
import { loanTermsFromInput } from '../loan-terms-input.ts';
import { nextSequence, type RepaidLoan } from '../repayment-events.ts';
import { eventRefusal } from './event-refusal.ts';
import { liveEventAfter, type LoanEventContext } from './loan-event-from-input.ts';

export interface RefinanceIds {
  readonly oldLoanId: string;
  readonly newLoanId: string;
}

export type RefinanceEvents = AcceptedRefinance | { readonly isAccepted: false; readonly code: ErrorCode; readonly details: ErrorDetails };

export interface AcceptedRefinance {
  readonly isAccepted: true;
  readonly newTerms: LoanTerms;
  /** What follows the disbursement of the new loan. */
  readonly newLink: LoanEvent;
  /** Link, receipts, settlement. */
  readonly oldEvents: readonly LoanEvent[];
  /** The receipt of the borrower's own money; null when the new loan pays all. */
  readonly ownReceiptId: string | null;
  readonly ownFen: Fen;
  readonly usedFen: Fen;
  /** What of the new loan is handed to the borrower. */
  readonly handedOutFen: Fen;
  readonly oldAfter: LoanState;
  readonly newAfter: LoanState;
}

/**
 * 借新还旧: what a refinancing enters on both loans, or why it may not be posted; preview and posting come through here.
 * The old loan is settled on the day the new one is lent: by the new loan's money as far as `fromNewLoan` says, the rest by
 * the borrower himself. The states are as of the business date.
 */
export function refinanceEvents(loan: RepaidLoan, input: RefinanceInput, ids: RefinanceIds, context: LoanEventContext): RefinanceEvents {
  const occurredOn = input.terms.disbursedOn;
  if (occurredOn > context.businessDate) return refused('event_in_future', { businessDate: context.businessDate });
  const made = loanTermsFromInput(input.terms);
  if (!made.isValid) return refused('terms_refused', { zh: made.problems.map((one) => one.zh).join(''), en: made.problems.map((one) => one.en).join(' ') });
  const ratePct = nominalAnnualPct(made.terms, buildSchedule(made.terms));
  if (context.rateCapE8 !== null && isAboveCap(ratePct, context.rateCapE8)) return refused('rate_over_cap', { rate: ratePct, cap: formatPercent(context.rateCapE8) });
  const later = liveEventAfter(loan.events, occurredOn);
  if (later !== null) return refused('later_events_depend', { date: later.occurredOn });
  const before = replay(loan.terms, loan.events, occurredOn);
  const usedFen = yuanOf(input.fromNewLoan);
  if (usedFen > before.payoffFen) return refused('amount_exceeds_owed', { owed: formatYuan(before.payoffFen) });
  if (usedFen > made.terms.principalFen) return refused('refinance_beyond_new_loan', { principal: formatYuan(made.terms.principalFen) });
  const ownFen = fen(before.payoffFen - usedFen);
  if (ownFen > 0 && !input.ownMoney) return refused('own_money_missing', { amount: formatYuan(ownFen) });
  return enter(loan, { input, ids, context, before, terms: made.terms, usedFen, ownFen });
}

interface Refinancing {
  readonly input: RefinanceInput;
  readonly ids: RefinanceIds;
  readonly context: LoanEventContext;
  /** The old loan on the day. */
  readonly before: LoanState;
  readonly terms: LoanTerms;
  readonly usedFen: Fen;
  readonly ownFen: Fen;
}

function enter(loan: RepaidLoan, { input, ids, context, before, terms, usedFen, ownFen }: Refinancing): RefinanceEvents {
  const { newEventId, businessDate } = context;
  const occurredOn = before.asOf;
  const link = { type: 'refinance', isQualifiedRenewal: input.isQualifiedRenewal } as const;
  let sequence = nextSequence(loan.events) - 1;
  const base = () => ({ id: newEventId(), occurredOn, sequence: (sequence += 1) });
  // The link comes first: a settled loan takes no further entry.
  const linkOfOld: LoanEvent = { ...base(), ...link, otherLoanId: ids.newLoanId, isRepaidByOther: true };
  const own: LoanEvent | null = ownFen > 0 ? { ...base(), type: 'repay', amountFen: ownFen } : null;
  const oldEvents: readonly LoanEvent[] = [linkOfOld, ...(own ? [own] : []), { ...base(), type: 'repay', amountFen: usedFen }, { ...base(), type: 'prepay', mode: 'settle' }];
  let all = loan.events;
  for (const event of oldEvents) {
    const refusal = refuseEvent(loan.terms, all, event);
    if (refusal !== null) return refused(...eventRefusal(refusal, event, loan, before));
    all = [...all, event];
  }
  const disbursal: LoanEvent = { id: newEventId(), type: 'disburse', occurredOn, sequence: 1, amountFen: terms.principalFen };
  const newLink: LoanEvent = { id: newEventId(), occurredOn, sequence: 2, ...link, otherLoanId: ids.oldLoanId };
  return {
    isAccepted: true, newTerms: terms, newLink, oldEvents, ownReceiptId: own?.id ?? null, ownFen, usedFen, handedOutFen: fen(terms.principalFen - usedFen),
    oldAfter: replay(loan.terms, all, businessDate), newAfter: replay(terms, [disbursal, newLink], businessDate),
  };
}


function yuanOf(text: string): Fen {
  const amountFen = parseYuan(text);
  if (amountFen === null) throw new Error('the contract lets only amounts through');
  return amountFen;
}

function refused(code: ErrorCode, details: ErrorDetails): RefinanceEvents {
  return { isAccepted: false, code, details };
}
