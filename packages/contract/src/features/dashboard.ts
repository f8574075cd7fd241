import { z } from 'zod';
import { listNameSchema, listViewSchema } from '../list-query.ts';
import { route } from '../route.ts';

/** Where a figure's rows are: the list and the view that shows exactly them. */
export const drillDownSchema = z.object({ list: listNameSchema, view: listViewSchema });
const figureSchema = z.object({ value: z.string(), count: z.int(), rows: drillDownSchema });

/** Money is yuan text. Every figure names the rows it was counted from. */
export const dashboardSchema = z.object({
  businessDate: z.string(),
  outstandingPrincipal: figureSchema,
  customers: figureSchema,
  lentThisMonth: figureSchema,
  collectedThisMonth: figureSchema,
  dueInSevenDays: figureSchema,
  dueToday: figureSchema,
  overdue: figureSchema,
  overdueBuckets: z.array(z.object({ bucket: z.string(), loans: z.int(), outstandingPrincipal: z.string(), rows: drillDownSchema })),
  fiveTier: z.array(z.object({ class: z.string(), loans: z.int(), outstandingPrincipal: z.string(), rows: drillDownSchema })),
  /** 24 months up to the business date's month. */
  lendingByMonth: z.array(z.object({ month: z.string(), loans: z.int(), lent: z.string(), collected: z.string(), rows: drillDownSchema })),
});
export type Dashboard = z.infer<typeof dashboardSchema>;

export const dashboardRoutes = { read: route({ method: 'GET', path: '/api/dashboard', body: null, reply: dashboardSchema }) } as const;
