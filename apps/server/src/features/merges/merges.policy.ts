import type { mergesRoutes } from '@loanbook/contract/features/merges.ts';
import type { FeaturePolicy } from '../../platform/policy.ts';

export const mergesPolicy = {
  merge: { right: 'ledger.write' },
  split: { right: 'ledger.write' },
  moves: { right: 'ledger.read' },
  undoMove: { right: 'ledger.write' },
} as const satisfies FeaturePolicy<typeof mergesRoutes>;
