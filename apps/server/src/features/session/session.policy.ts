import type { sessionRoutes } from '@loanbook/contract/features/session.ts';
import type { FeaturePolicy } from '../../platform/policy.ts';

export const sessionPolicy = {
  readSetupState: 'public',
  setUp: 'public',
  signIn: 'public',
  readSession: 'signed_in',
  signOut: 'signed_in',
  changePassword: 'signed_in',
  changeLanguage: 'signed_in',
} as const satisfies FeaturePolicy<typeof sessionRoutes>;
