import type { eventsRoutes } from '@loanbook/contract/features/events.ts';
import type { FeaturePolicy } from '../../platform/policy.ts';

export const eventsPolicy = {
  post: { right: 'ledger.write' },
  reverse: { right: 'ledger.write' },
} as const satisfies FeaturePolicy<typeof eventsRoutes>;
