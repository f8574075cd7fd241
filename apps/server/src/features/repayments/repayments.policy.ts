import type { repaymentsRoutes } from '@loanbook/contract/features/repayments.ts';
import type { FeaturePolicy } from '../../platform/policy.ts';

export const repaymentsPolicy = {
  query: { right: 'ledger.read' },
  summarise: { right: 'ledger.read' }, group: { right: 'ledger.read' },
  export: { right: 'export' },
  post: { right: 'ledger.write' },
  postBatch: { right: 'ledger.write' },
  // Matching reads, but only those who post receipts need it.
  match: { right: 'ledger.write' },
  reverse: { right: 'ledger.write' },
  receiptPdf: { right: 'ledger.read' },
  receiptsPdf: { right: 'ledger.read' },
} as const satisfies FeaturePolicy<typeof repaymentsRoutes>;
