import type { Field } from '@loanbook/contract/fields/field.ts';
import type { Filter } from '@loanbook/contract/list-query.ts';

/** What a person typed to find somebody. It stays out of the address, which ends up in histories, logs and messages. */
export interface PrivateView {
  readonly filters: readonly Filter[];
  readonly search: string;
}

export const emptyPrivateView: PrivateView = { filters: [], search: '' };

/** Free text about a person (a name, a number, a phone) is private; amounts, dates and choices are not. */
export function isPrivateFilter(filter: Filter, fields: readonly Field[]): boolean {
  const field = fields.find((candidate) => candidate.key === filter.key);
  return field !== undefined && field.sensitivity === 'C2' && (field.type === 'text' || field.type === 'code');
}

export function splitFilters(filters: readonly Filter[], fields: readonly Field[]): { readonly open: readonly Filter[]; readonly hidden: readonly Filter[] } {
  return { open: filters.filter((filter) => !isPrivateFilter(filter, fields)), hidden: filters.filter((filter) => isPrivateFilter(filter, fields)) };
}
