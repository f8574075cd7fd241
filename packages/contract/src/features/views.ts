import { z } from 'zod';
import { filterSchema, listNameSchema, sortSchema } from '../list-query.ts';
import { route } from '../route.ts';
import { freeText, recordVersion } from '../values.ts';
import { roleSchema } from './session.ts';

const fieldKey = z.string().max(60);

/** A person's columns: `order` holds every key once seen, widths are CSS pixels. */
export const viewColumnsSchema = z.strictObject({
  order: z.array(fieldKey).max(120),
  hidden: z.array(fieldKey).max(120),
  widthsPx: z.record(fieldKey, z.number().min(56).max(640)),
  frozenCount: z.int().min(0).max(12),
});

/** What of a list is kept: no search and no filter over sealed fields, which would be personal data. */
export const viewContentSchema = z.strictObject({
  filters: z.array(filterSchema).max(30),
  sort: sortSchema.optional(),
  groupBy: fieldKey.optional(),
  columns: viewColumnsSchema.optional(),
});
export type ViewContent = z.infer<typeof viewContentSchema>;

/** A kept view; `content` null: an older version's that can no longer be read. */
export const savedViewSchema = z.object({
  id: z.string(), list: listNameSchema, name: z.string(), ownerName: z.string(), isOwn: z.boolean(), isShared: z.boolean(), defaultRoles: z.array(roleSchema), version: z.int(),
  content: viewContentSchema.nullable(),
});
export type SavedView = z.infer<typeof savedViewSchema>;

const viewName = freeText(60).pipe(z.string().min(1));

export const viewsRoutes = {
  /** One's own and the shared ones, of every list. */
  list: route({ method: 'GET', path: '/api/views', body: null, reply: z.object({ views: z.array(savedViewSchema) }) }),
  save: route({ method: 'POST', path: '/api/views', body: z.strictObject({ list: listNameSchema, name: viewName, content: viewContentSchema }), reply: savedViewSchema }),
  /** One's own; a shared one also by anybody who may write. */
  change: route({ method: 'PATCH', path: '/api/views/:viewId', body: z.strictObject({ version: recordVersion, name: viewName.optional(), content: viewContentSchema.optional() }), reply: savedViewSchema }),
  share: route({ method: 'POST', path: '/api/views/:viewId/sharing', body: z.strictObject({ version: recordVersion, isShared: z.boolean(), defaultRoles: z.array(roleSchema).max(2) }), reply: savedViewSchema }),
  delete: route({ method: 'DELETE', path: '/api/views/:viewId', body: null, reply: z.object({}) }),
} as const;
