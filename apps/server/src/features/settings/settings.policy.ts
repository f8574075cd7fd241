import type { settingsRoutes } from '@loanbook/contract/features/settings.ts';
import type { FeaturePolicy } from '../../platform/policy.ts';

export const settingsPolicy = {
  // The rate cap and the name are on every form and print.
  read: { right: 'ledger.read' },
  change: { right: 'settings.manage' },
} as const satisfies FeaturePolicy<typeof settingsRoutes>;
