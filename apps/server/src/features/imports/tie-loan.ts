import type { BodyOf } from '@loanbook/contract/route.ts';
import type { importChangesRoutes } from '@loanbook/contract/features/import-changes.ts';
import type { Loan } from '@loanbook/contract/features/loans.ts';
import type { CivilDate } from '@loanbook/engine/civil-date.ts';
import type { LoanEvent, OpeningEvent } from '@loanbook/engine/events.ts';
import { fen, formatYuan, parseYuan, type Fen } from '@loanbook/engine/money.ts';
import { EngineRefusal } from '@loanbook/engine/refusal.ts';
import { replay } from '@loanbook/engine/replay.ts';
import type { Tx } from '../../platform/database.ts';
import { failure } from '../../platform/failure.ts';
import { liveEntries, readBookLoans, readLoan, restateLoans, type BookLoan } from '../loans/loans.index.ts';

/**
 * Sets right what a taken-over loan owed on the day it was taken over, so that its balance on `on` is that of the paper. The
 * opening is replaced, receipts since are used anew; the reason stands on the entry. Setting the former balance again puts
 * the import's own opening back. Throws Failure not_found, loan_not_taken_over, event_in_future, event_before_disbursement,
 * tie_not_possible.
 */
export async function tieLoan(tx: Tx, loanId: string, { outstanding, on, reason }: BodyOf<typeof importChangesRoutes.tieLoan>): Promise<Loan> {
  const [loan] = await readBookLoans(tx, [loanId], true);
  if (loan === undefined) throw failure('not_found');
  const opening = liveEntries(loan.events).map(({ event }) => event).find((event) => event.type === 'opening');
  if (opening?.type !== 'opening') throw failure('loan_not_taken_over');
  if (on > tx.businessDate) throw failure('event_in_future', { businessDate: tx.businessDate });
  if (on < opening.occurredOn) throw failure('event_before_disbursement', { disbursedOn: opening.occurredOn });
  const anew = openingThatTies(loan, opening, on, wantedFen(outstanding));
  if (anew === null) throw failure('tie_not_possible', { date: on, outstanding });
  const { id: _id, sequence: _sequence, ...event } = anew;
  const repaidFen = Number(loan.columns.taken_over_repaid_principal_fen) - (anew.principalFen - opening.principalFen);
  await restateLoans(tx, [{
    loan, columns: { ...loan.columns, taken_over_repaid_principal_fen: Math.max(0, repaidFen) }, reversedEventIds: [opening.id],
    events: [{ event, details: { reason }, importId: importOfSame(loan, anew) }], receipts: [], reason,
  }], null);
  tx.audit({ action: 'loan.balance_tied', objectType: 'loan', objectId: loanId, reason, values: { outstanding, on, openingBefore: formatYuan(opening.principalFen), openingNow: formatYuan(anew.principalFen) } });
  return readLoan(tx, loanId);
}

function wantedFen(outstanding: string): number {
  const amountFen = parseYuan(outstanding);
  if (amountFen === null) throw new Error('the contract lets only amounts through');
  return amountFen;
}

/** More tries than rounding needs: another opening means other interest, and so another split of what was repaid since. */
const mostTries = 24;

function openingThatTies(loan: BookLoan, opening: OpeningEvent, on: CivilDate, targetFen: number): OpeningEvent | null {
  let candidate: OpeningEvent = opening;
  for (let attempt = 0; attempt < mostTries; attempt += 1) {
    const balanceFen = balanceOn(loan, candidate, on);
    if (balanceFen === null) return null;
    if (balanceFen === targetFen) return candidate === opening ? null : candidate;
    const principalFen = candidate.principalFen + targetFen - balanceFen;
    if (principalFen < 0) return null;
    candidate = withPrincipal(opening, fen(principalFen));
  }
  return null;
}

/** What was overdue stays overdue as far as it is still owed. */
function withPrincipal({ overduePrincipalFen, ...opening }: OpeningEvent, principalFen: Fen): OpeningEvent {
  if (overduePrincipalFen === undefined) return { ...opening, principalFen };
  return { ...opening, principalFen, overduePrincipalFen: overduePrincipalFen > principalFen ? principalFen : overduePrincipalFen };
}

function balanceOn(loan: BookLoan, opening: OpeningEvent, on: CivilDate): number | null {
  const events: LoanEvent[] = loan.events.map(({ event }) => (event.id === opening.id ? opening : event));
  try {
    const state = replay(loan.terms, events, on);
    return (state.offBook ?? state.balances).principalFen;
  } catch (error) {
    // A later receipt that no longer fits: this balance cannot have been.
    if (error instanceof EngineRefusal) return null;
    throw error;
  }
}

/** The import whose opening this is again; null for a balance that only a person states. */
function importOfSame(loan: BookLoan, anew: OpeningEvent): string | null {
  const former = loan.events.find(({ event }) => event.type === 'opening' && (loan.importIdByEvent.get(event.id) ?? null) !== null && event.occurredOn === anew.occurredOn
    && event.principalFen === anew.principalFen && event.overduePrincipalFen === anew.overduePrincipalFen && event.overdueSince === anew.overdueSince);
  return former === undefined ? null : (loan.importIdByEvent.get(former.event.id) ?? null);
}
