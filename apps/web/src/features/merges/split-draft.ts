import type { Customer } from '@loanbook/contract/features/customers.ts';
import type { mergesRoutes } from '@loanbook/contract/features/merges.ts';
import type { RequestBody } from '../../platform/client.ts';

export interface SplitDraft {
  readonly loanIds: readonly string[];
  readonly isNew: boolean;
  readonly targetId: string | null;
  readonly name: string;
  readonly idNumber: string;
  readonly mobile: string;
  readonly reason: string;
}

export type SplitMissing = 'loansMissing' | 'newNameMissing' | 'otherMissing' | 'reasonMissing';

/** What has to be filled in before loans can move; the keys of its sentences. */
export function splitMissing(draft: SplitDraft): SplitMissing[] {
  return [
    ...(draft.loanIds.length === 0 ? ['loansMissing' as const] : []),
    ...(draft.isNew && draft.name.trim() === '' ? ['newNameMissing' as const] : []),
    ...(!draft.isNew && draft.targetId === null ? ['otherMissing' as const] : []),
    ...(draft.reason.trim().length < 2 ? ['reasonMissing' as const] : []),
  ];
}

/** A new customer is of the same kind and has the same manager as the one they were taken for. */
export function splitBody(draft: SplitDraft, customer: Customer): RequestBody<typeof mergesRoutes.split> {
  const { kind, manager } = customer.cells;
  const reason = draft.reason.trim();
  const loanIds = [...draft.loanIds];
  if (!draft.isNew) return { loanIds, reason, target: { customerId: draft.targetId ?? '' } };
  return {
    loanIds, reason,
    target: {
      facts: {
        name: draft.name.trim(), kind: kind as 'individual', // as: the cell is a customer's own kind
        ...(typeof manager === 'string' && { manager }),
        ...(draft.idNumber.trim() !== '' && { idNumber: draft.idNumber.trim() }),
        ...(draft.mobile.trim() !== '' && { mobile: draft.mobile.trim() }),
      },
    },
  };
}
