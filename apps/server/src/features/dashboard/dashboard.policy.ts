import type { dashboardRoutes } from '@loanbook/contract/features/dashboard.ts';
import type { FeaturePolicy } from '../../platform/policy.ts';

export const dashboardPolicy = { read: { right: 'ledger.read' } } as const satisfies FeaturePolicy<typeof dashboardRoutes>;
