import { listRoutes } from './lists.ts';

/** 逾期台账 and 还款计划 are lists over the loans' projections. */
export const overdueRoutes = { ...listRoutes('overdue') } as const;
export const installmentsRoutes = { ...listRoutes('installments') } as const;
