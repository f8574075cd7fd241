import { listViewSchema, type ListView } from '@loanbook/contract/list-query.ts';
import { z } from 'zod';

/** A ledger list's view as it stands in the address, so that a link is a view. What cannot be read is left out. */
export const listSearchSchema = z.object({
  filters: listViewSchema.shape.filters.unwrap().optional().catch(undefined),
  sort: listViewSchema.shape.sort.catch(undefined),
  search: listViewSchema.shape.search.catch(undefined),
  /** The saved view it was picked from; the rest of the address stands by itself. */
  view: z.string().max(40).optional().catch(undefined),
  /** The field by which the rows are gathered. */
  group: z.string().max(60).optional().catch(undefined),
});
export type ListSearch = z.infer<typeof listSearchSchema>;

export function listViewFrom(search: ListSearch): ListView {
  return { filters: search.filters ?? [], ...(search.sort && { sort: search.sort }), ...(search.search && { search: search.search }) };
}

/** The shortest address of a view: empty parts are left out. */
export function listSearchFrom(view: ListView): ListSearch {
  return { ...(view.filters.length > 0 && { filters: view.filters }), ...(view.sort && { sort: view.sort }), ...(view.search && { search: view.search }) };
}
