import type { papersRoutes } from '@loanbook/contract/features/papers.ts';
import type { FeaturePolicy } from '../../platform/policy.ts';

export const papersPolicy = {
  plan: { right: 'ledger.read' },
  payoffQuote: { right: 'ledger.read' },
  overdueNotice: { right: 'ledger.read' },
  // Many borrowers in one file is what the right to export is about.
  overdueNotices: { right: 'export' },
  changeSummary: { right: 'ledger.read' },
  statement: { right: 'ledger.read' },
} as const satisfies FeaturePolicy<typeof papersRoutes>;
