import type { cellsRoutes } from '@loanbook/contract/features/cells.ts';
import type { FeaturePolicy } from '../../platform/policy.ts';

export const cellsPolicy = {
  customers: { right: 'ledger.write' },
  loans: { right: 'ledger.write' },
} as const satisfies FeaturePolicy<typeof cellsRoutes>;
