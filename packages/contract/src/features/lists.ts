import { z } from 'zod';
import type { ListName } from '../fields/ledger-lists.ts';
import { languageSchema } from './session.ts';
import { groupQuerySchema, listGroupsSchema, listPageSchema, listQuerySchema, listSummarySchema, listViewSchema } from '../list-query.ts';
import { route } from '../route.ts';

export const exportSchema = listViewSchema.extend({ format: z.enum(['xlsx', 'csv', 'pdf']), columns: z.array(z.string().max(60)).min(1).max(80), language: languageSchema.default('zh') });
export type ExportRequest = z.infer<typeof exportSchema>;

/** Every ledger list answers the same four questions: a page of rows, the sums below them, the same by groups, a file of them all. */
export function listRoutes(name: ListName) {
  return {
    query: route({ method: 'POST', path: `/api/${name}/query`, body: listQuerySchema, reply: listPageSchema }),
    summarise: route({ method: 'POST', path: `/api/${name}/summary`, body: listViewSchema, reply: listSummarySchema }),
    group: route({ method: 'POST', path: `/api/${name}/groups`, body: groupQuerySchema, reply: listGroupsSchema }),
    export: route({ method: 'POST', path: `/api/${name}/export`, body: exportSchema, reply: null }),
  } as const;
}
