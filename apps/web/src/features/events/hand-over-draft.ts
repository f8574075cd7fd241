import type { ListView } from '@loanbook/contract/list-query.ts';

export const handOverSources = ['loans', 'view', 'manager'] as const;

/** Which loans may be handed over from here. */
export interface HandOverOffer {
  readonly loanIds: readonly string[];
  /** null: these loans and no others. */
  readonly view: ListView | null;
  readonly fromManager: string | null;
}

export interface HandOverDraft {
  readonly of: (typeof handOverSources)[number];
  readonly fromManager: string | null;
  readonly isOpenOnly: boolean;
  readonly toManager: string;
  readonly handedOn: string | null;
  readonly withCustomers: boolean;
  readonly reason: string;
}

/** A view that shows everything is nobody's choice; the manager is asked for first. */
export function startOf({ loanIds, view, fromManager }: HandOverOffer, today: string): HandOverDraft {
  const isNarrowed = view !== null && (view.filters.length > 0 || view.search !== undefined);
  return { of: loanIds.length > 0 ? 'loans' : isNarrowed ? 'view' : 'manager', fromManager, isOpenOnly: true, toManager: '', handedOn: today, withCustomers: true, reason: '' };
}
