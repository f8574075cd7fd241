import type { viewsRoutes } from '@loanbook/contract/features/views.ts';
import type { FeaturePolicy } from '../../platform/policy.ts';

export const viewsPolicy = {
  // How somebody looks at the ledger changes nothing of it; what all others see is for those who may write.
  list: { right: 'ledger.read' },
  save: { right: 'ledger.read' },
  change: { right: 'ledger.read' },
  share: { right: 'ledger.write' },
  delete: { right: 'ledger.read' },
} as const satisfies FeaturePolicy<typeof viewsRoutes>;
