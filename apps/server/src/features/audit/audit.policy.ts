import type { auditRoutes } from '@loanbook/contract/features/audit.ts';
import type { FeaturePolicy } from '../../platform/policy.ts';

export const auditPolicy = { list: { right: 'audit.read' } } as const satisfies FeaturePolicy<typeof auditRoutes>;
