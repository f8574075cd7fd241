import type { CustomerFacts } from '@loanbook/contract/features/customers.ts';
import type { Field } from '@loanbook/contract/fields/field.ts';

export type CustomerKind = CustomerFacts['kind'];

/** Facts that only a human being has. */
const ofPersons = new Set(['gender', 'birthDate', 'maritalStatus', 'education', 'ethnicity', 'spouseName', 'spouseIdNumber', 'spouseMobile', 'employer', 'occupation', 'monthlyIncome']);
/** Facts that only a firm has. */
const ofFirms = new Set(['legalRepresentative']);

export function isFirm(kind: CustomerKind): boolean {
  return kind === 'business' || kind === 'cooperative';
}

/** Whether a customer of this kind can have the fact; a sole trader is a person and a firm at once. */
export function appliesTo(field: Field, kind: CustomerKind): boolean {
  if (ofPersons.has(field.key)) return !isFirm(kind);
  if (ofFirms.has(field.key)) return isFirm(kind) || kind === 'sole_trader';
  return true;
}

/** The ID a new customer of this kind most likely shows. */
export function usualIdType(kind: CustomerKind): 'resident_id' | 'uscc' {
  return isFirm(kind) ? 'uscc' : 'resident_id';
}
