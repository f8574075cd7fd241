import { importsRoutes } from '@loanbook/contract/features/imports.ts';
import type { FeaturePolicy } from '../../platform/policy.ts';

export const importsPolicy = {
  list: { right: 'import' },
  templates: { right: 'import' },
  renameTemplate: { right: 'import' },
  forgetTemplate: { right: 'import' },
  blankLedger: { right: 'import' },
  start: { right: 'import' },
  read: { right: 'import' },
  correct: { right: 'import' },
  preview: { right: 'import' },
  problems: { right: 'import' },
  problemsFile: { right: 'import' },
  markedFile: { right: 'import' },
  commit: { right: 'import' },
  cancel: { right: 'import' },
} as const satisfies FeaturePolicy<typeof importsRoutes>;
