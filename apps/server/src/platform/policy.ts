import type { Right } from '@loanbook/contract/features/session.ts';
import type { Route } from '@loanbook/contract/route.ts';

/**
 * Who may call a route. 'public': anyone. 'signed_in': anyone signed in, even with a password that must be changed
 * first. `{ right }`: a person whose role has that right and whose password is their own.
 */
export type Access = 'public' | 'signed_in' | { readonly right: Right };

/**
 * One entry for every route of a feature; a route without one does not compile:
 * `export const peoplePolicy = { … } as const satisfies FeaturePolicy<typeof peopleRoutes>;`
 */
export type FeaturePolicy<Routes extends Readonly<Record<string, Route>>> = { readonly [Name in keyof Routes]: Access };

export type Role = 'full' | 'read_only';

const rightsByRole: Readonly<Record<Role, readonly Right[]>> = {
  full: ['ledger.read', 'ledger.write', 'import', 'export', 'people.manage', 'settings.manage', 'backup', 'audit.read'],
  read_only: ['ledger.read', 'export', 'audit.read'],
};

export function isRole(text: string): text is Role {
  return Object.hasOwn(rightsByRole, text);
}

export function rightsOf(role: Role): readonly Right[] {
  return rightsByRole[role];
}
