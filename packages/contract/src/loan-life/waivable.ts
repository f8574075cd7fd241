import type { LoanState } from '@loanbook/engine/loan-state.ts';
import type { Fen } from '@loanbook/engine/money.ts';

/** What may be forgiven: everything but principal. */
export const waivableComponents = ['interest', 'penalty', 'compound', 'fee'] as const;

/** What of a component is owed on the state's day and may be forgiven; interest only where it is due. */
export function waivable(state: LoanState, component: (typeof waivableComponents)[number]): Fen {
  const balances = state.offBook ?? state.balances;
  switch (component) {
    case 'interest':
      return balances.interestDueFen;
    case 'penalty':
      return balances.penaltyFen;
    case 'compound':
      return balances.compoundFen;
    case 'fee':
      return balances.feeFen;
    default:
      return component satisfies never;
  }
}
