import type { loansRoutes } from '@loanbook/contract/features/loans.ts';
import type { FeaturePolicy } from '../../platform/policy.ts';

export const loansPolicy = {
  query: { right: 'ledger.read' },
  summarise: { right: 'ledger.read' }, group: { right: 'ledger.read' },
  export: { right: 'export' },
  create: { right: 'ledger.write' },
  read: { right: 'ledger.read' },
  change: { right: 'ledger.write' },
} as const satisfies FeaturePolicy<typeof loansRoutes>;
