import type { peopleRoutes } from '@loanbook/contract/features/people.ts';
import type { FeaturePolicy } from '../../platform/policy.ts';

export const peoplePolicy = {
  listPeople: { right: 'people.manage' },
  addPerson: { right: 'people.manage' },
  changePerson: { right: 'people.manage' },
  resetPassword: { right: 'people.manage' },
} as const satisfies FeaturePolicy<typeof peopleRoutes>;
