import type { eventsRoutes } from '@loanbook/contract/features/events.ts';
import type { FeaturePolicy } from '../../platform/policy.ts';

export const eventsPolicy = {
  post: { right: 'ledger.write' },
  reverse: { right: 'ledger.write' },
  refinance: { right: 'ledger.write' },
  reverseRefinance: { right: 'ledger.write' },
  voidLoan: { right: 'ledger.write' },
  correctTerms: { right: 'ledger.write' },
  handOver: { right: 'ledger.write' },
  managers: { right: 'ledger.write' },
  history: { right: 'ledger.read' },
  usualAmounts: { right: 'ledger.write' },
} as const satisfies FeaturePolicy<typeof eventsRoutes>;
