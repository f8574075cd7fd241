import type { searchRoutes } from '@loanbook/contract/features/search.ts';
import type { FeaturePolicy } from '../../platform/policy.ts';

export const searchPolicy = {
  search: { right: 'ledger.read' },
} as const satisfies FeaturePolicy<typeof searchRoutes>;
