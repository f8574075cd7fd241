import type { Loan } from '@loanbook/contract/features/loans.ts';
import type { CivilDate } from '@loanbook/engine/civil-date.ts';
import { EngineRefusal } from '@loanbook/engine/refusal.ts';
import { replay } from '@loanbook/engine/replay.ts';

/** Principal owed on a day, in fen; null where the loan cannot be told on it. */
export function balanceOn({ terms, events }: Pick<Loan, 'terms' | 'events'>, on: CivilDate): number | null {
  try {
    const state = replay(terms, events, on);
    return (state.offBook ?? state.balances).principalFen;
  } catch (error) {
    if (error instanceof EngineRefusal) return null;
    throw error;
  }
}
