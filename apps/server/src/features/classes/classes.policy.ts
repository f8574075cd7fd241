import type { classesRoutes } from '@loanbook/contract/features/classes.ts';
import type { FeaturePolicy } from '../../platform/policy.ts';

export const classesPolicy = {
  read: { right: 'ledger.read' },
  applyObligorRule: { right: 'ledger.write' },
} as const satisfies FeaturePolicy<typeof classesRoutes>;
