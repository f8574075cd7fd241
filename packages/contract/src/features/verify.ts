import { z } from 'zod';
import { route } from '../route.ts';

export const verifyReportSchema = z.object({
  isSound: z.boolean(), checkedAt: z.string(), loansChecked: z.int(),
  checks: z.array(z.object({ name: z.string(), zh: z.string(), en: z.string(), isSound: z.boolean(), checked: z.int(), deviations: z.array(z.string()) })),
});
export type VerifyReport = z.infer<typeof verifyReportSchema>;

export const verifyRoutes = {
  verify: route({ method: 'POST', path: '/api/verify', body: null, reply: verifyReportSchema }),
} as const;
