import type { customersRoutes } from '@loanbook/contract/features/customers.ts';
import type { FeaturePolicy } from '../../platform/policy.ts';

export const customersPolicy = {
  query: { right: 'ledger.read' },
  summarise: { right: 'ledger.read' }, group: { right: 'ledger.read' },
  export: { right: 'export' },
  create: { right: 'ledger.write' },
  read: { right: 'ledger.read' },
  sameContacts: { right: 'ledger.read' },
  change: { right: 'ledger.write' },
  // Seeing a number in full is for those who work with the customer; a reader's masks stay masks.
  reveal: { right: 'ledger.write' },
} as const satisfies FeaturePolicy<typeof customersRoutes>;
