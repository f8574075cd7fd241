import type { Loan } from '@loanbook/contract/features/loans.ts';
import { liveRefinance } from '@loanbook/contract/loan-life/refinance-group.ts';
import { eventKinds, reversibleEvents, whyNot, type EventKind } from './event-kinds.ts';
import type { EventsTextKey } from './events-texts.ts';
import { previewVoid } from './life-previews.ts';
import type { lifeTexts } from './life-texts.ts';

export type LifeAction = 'refinance' | 'hand_over' | 'correct_terms' | 'undo_refinance' | 'void';
export type LoanAction = EventKind | LifeAction | 'reverse';

export interface OfferedAction {
  readonly key: LoanAction;
  /** Why the loan cannot take it now, as a key of its texts; null when it can. */
  readonly why: EventsTextKey | keyof typeof lifeTexts.zh | null;
  readonly isDanger: boolean;
}

/** The menu in groups: money, the contract, the class, the file, taking back. What never applies to the loan is left out. */
export function offeredActions(loan: Loan): readonly (readonly OfferedAction[])[] {
  const event = (key: EventKind): OfferedAction => ({ key, why: whyNot(loan, key), isDanger: key === 'write_off' });
  const isRefinanced = liveRefinance(loan.events, 'repaid') !== null || liveRefinance(loan.events, 'repaying') !== null;
  const groups: readonly (readonly OfferedAction[])[] = [
    eventKinds.filter((key) => ['prepay', 'draw', 'fee', 'waive', 'recover', 'refund'].includes(key) && isOffered(loan, key)).map(event),
    [event('rate'), event('extend'), event('restructure'), { key: 'refinance', why: whyNot(loan, 'restructure'), isDanger: false }],
    [event('class'), event('write_off')],
    [{ key: 'hand_over', why: null, isDanger: false }, ...(loan.isTakenOver ? [{ key: 'correct_terms', why: isVoid(loan) ? 'whyVoid' : null, isDanger: false } as const] : [])],
    [
      { key: 'reverse', why: reversibleEvents(loan).length > 0 ? null : 'whyNothingToReverse', isDanger: true },
      ...(isRefinanced ? [{ key: 'undo_refinance', why: null, isDanger: true } as const] : []),
      { key: 'void', why: whyNotVoid(loan, isRefinanced), isDanger: true },
    ],
  ];
  return groups;
}

/** Recovery is for loans written off; further draws for loans that were agreed with a limit. */
function isOffered(loan: Loan, key: EventKind): boolean {
  if (key === 'recover') return loan.state.writtenOffOn !== null;
  return key !== 'draw' || whyNot(loan, key) === null || loan.state.currentTerms.method === 'revolving';
}

function isVoid(loan: Loan): boolean {
  return loan.state.status === 'pending' && loan.events.length > 0;
}

function whyNotVoid(loan: Loan, isRefinanced: boolean): OfferedAction['why'] {
  if (isVoid(loan)) return 'whyVoid';
  if (isRefinanced) return 'whyRefinanced';
  return previewVoid(loan).isAccepted ? null : 'whyHasReceipts';
}
