import type { importChangesRoutes } from '@loanbook/contract/features/import-changes.ts';
import type { FeaturePolicy } from '../../platform/policy.ts';

export const importChangesPolicy = {
  changes: { right: 'import' },
  keptFile: { right: 'import' },
  setPaperTotals: { right: 'import' },
  previewUndo: { right: 'import' },
  undo: { right: 'import' },
  tieLoan: { right: 'ledger.write' },
} as const satisfies FeaturePolicy<typeof importChangesRoutes>;
