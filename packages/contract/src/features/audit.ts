import { z } from 'zod';
import { route } from '../route.ts';

export const auditEntrySchema = z.object({ sequence: z.int(), at: z.string(), actor: z.string(), action: z.string(), objectType: z.string(), objectId: z.string().nullable(), fields: z.array(z.string()), reason: z.string().nullable() });
export type AuditEntry = z.infer<typeof auditEntrySchema>;

export const auditRoutes = {
  list: route({ method: 'POST', path: '/api/audit/query', body: z.strictObject({ before: z.int().optional(), objectId: z.string().max(60).optional(), limit: z.int().min(1).max(200).default(100) }), reply: z.object({ entries: z.array(auditEntrySchema), next: z.int().nullable() }) }),
} as const;
