import type { LoanHistory } from '@loanbook/contract/features/events.ts';
import type { Loan } from '@loanbook/contract/features/loans.ts';
import type { CivilDate } from '@loanbook/engine/civil-date.ts';
import { EngineRefusal } from '@loanbook/engine/refusal.ts';
import { replay } from '@loanbook/engine/replay.ts';
import type { LoanTerms } from '@loanbook/engine/terms.ts';

/**
 * The loan as it stood on a day. `isKnownAt` leaves out what was entered only later (by record time): events, and terms
 * completed since; null where what was known does not make up a loan.
 */
export function loanAsOf(loan: Loan, day: CivilDate, isKnownAt: (recordedAt: string) => boolean, termsVersions: LoanHistory['termsVersions'] = []): Loan | null {
  const knownIds = new Set(loan.records.filter((record) => isKnownAt(record.recordedAt)).map((record) => record.eventId));
  const events = loan.events.filter((event) => knownIds.has(event.id));
  try {
    return { ...loan, state: replay(knownTerms(loan, isKnownAt, termsVersions), events, day) };
  } catch (error) {
    if (error instanceof EngineRefusal) return null;
    throw error;
  }
}

function knownTerms(loan: Loan, isKnownAt: (recordedAt: string) => boolean, termsVersions: LoanHistory['termsVersions']): LoanTerms {
  return (termsVersions.findLast((version) => isKnownAt(version.recordedAt)) ?? termsVersions[0])?.terms ?? loan.terms;
}

/** The first day there is something to see. */
export function firstDay(loan: Loan): CivilDate {
  const days = loan.events.filter((event) => event.type !== 'reverse').map((event) => event.occurredOn);
  return days.reduce((first, day) => (day < first ? day : first), loan.state.asOf);
}
