import type { verifyRoutes } from '@loanbook/contract/features/verify.ts';
import type { FeaturePolicy } from '../../platform/policy.ts';

/** It reads every row and takes a while, so it is for those who also make the backups. */
export const verifyPolicy = { verify: { right: 'backup' } } as const satisfies FeaturePolicy<typeof verifyRoutes>;
