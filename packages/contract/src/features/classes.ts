import { z } from 'zod';
import { route } from '../route.ts';
import { drillDownSchema } from './dashboard.ts';

const classedLoan = { loanId: z.string(), receiptNo: z.string(), customerName: z.string(), outstandingPrincipal: z.string(), class: z.string() };

/** 五级分类 as of the business date. Money is yuan text, shares are percent text; null where there is nothing to divide by. */
export const classesSchema = z.object({
  businessDate: z.string(),
  classes: z.array(z.object({ class: z.string(), loans: z.int(), outstandingPrincipal: z.string(), sharePct: z.string().nullable(), specialRatePct: z.string(), special: z.string(), general: z.string(), provision: z.string(), rows: drillDownSchema })),
  outstandingPrincipal: z.string(),
  /** 专项准备, 一般准备 and their sum, by the rates of the guide (rule §1.2). */
  special: z.string(), general: z.string(), provision: z.string(),
  generalRatePct: z.string(),
  nonPerforming: z.string(),
  nplRatioPct: z.string().nullable(),
  /** Provision over non-performing balance, 拨备覆盖率. */
  coveragePct: z.string().nullable(),
  /** Provision over the whole balance, 贷款拨备率. */
  provisionRatioPct: z.string().nullable(),
  /** Loans on the books today whose class is not what it was when the last month ended, largest balance first. */
  changed: z.array(z.object({ ...classedLoan, classBefore: z.string(), reasons: z.array(z.object({ zh: z.string(), en: z.string() })) })),
  /** More loans moved than are listed. */
  isChangedCut: z.boolean(),
  /** Businesses of whose loans more than a tenth are non-performing while others are not classed so yet (rule §1.1). */
  obligors: z.array(z.object({ customerId: z.string(), customerName: z.string(), outstandingPrincipal: z.string(), nonPerforming: z.string(), nplSharePct: z.string(), loans: z.array(z.object(classedLoan)) })),
});
export type Classes = z.infer<typeof classesSchema>;

export const classesRoutes = {
  read: route({ method: 'GET', path: '/api/classes', body: null, reply: classesSchema }),
  /** Enters the class substandard on every loan of the business that is better; each is an entry of its own and can be reversed. */
  applyObligorRule: route({ method: 'POST', path: '/api/customers/:customerId/obligor-rule', body: z.strictObject({}), reply: z.object({ loanIds: z.array(z.string()) }), isIdempotent: true }),
} as const;
