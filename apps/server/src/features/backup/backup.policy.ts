import { backupRoutes } from '@loanbook/contract/features/backup.ts';
import type { FeaturePolicy } from '../../platform/policy.ts';

export const backupPolicy = {
  download: { right: 'backup' },
} as const satisfies FeaturePolicy<typeof backupRoutes>;
