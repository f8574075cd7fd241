import { z } from 'zod';
import { route } from '../route.ts';
import { freeText, percentText, recordVersion } from '../values.ts';

export const settingsSchema = z.object({ institutionName: z.string(), timeZone: z.string(), rateCapPct: z.string(), version: z.int() });
export type Settings = z.infer<typeof settingsSchema>;

export const settingsRoutes = {
  read: route({ method: 'GET', path: '/api/settings', body: null, reply: settingsSchema }),
  change: route({ method: 'PATCH', path: '/api/settings', body: z.strictObject({ version: recordVersion, institutionName: freeText(100).pipe(z.string().min(1)).optional(), timeZone: z.string().max(60).optional(), rateCapPct: percentText.optional() }), reply: settingsSchema }),
} as const;
