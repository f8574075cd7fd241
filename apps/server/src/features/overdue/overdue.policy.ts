import type { overdueRoutes } from '@loanbook/contract/features/overdue.ts';
import type { FeaturePolicy } from '../../platform/policy.ts';

export const overduePolicy = { query: { right: 'ledger.read' }, summarise: { right: 'ledger.read' }, group: { right: 'ledger.read' }, export: { right: 'export' } } as const satisfies FeaturePolicy<typeof overdueRoutes>;
