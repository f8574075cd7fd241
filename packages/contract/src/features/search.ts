import { z } from 'zod';
import { route } from '../route.ts';

export const customerHitSchema = z.object({ id: z.string(), name: z.string(), customerNo: z.string(), mobileMask: z.string().nullable(), idNumberMask: z.string().nullable(), activeLoans: z.int() });
/** `outstanding` is yuan text. */
export const loanHitSchema = z.object({ id: z.string(), receiptNo: z.string(), contractNo: z.string().nullable(), customerName: z.string(), outstanding: z.string(), status: z.string() });
/** `total` is yuan text, `paidOn` YYYY-MM-DD. */
export const receiptHitSchema = z.object({ id: z.string(), loanId: z.string(), receiptNo: z.string(), customerName: z.string(), paidOn: z.string().nullable(), total: z.string(), externalRef: z.string().nullable(), isReversed: z.boolean() });

export const searchHitsSchema = z.object({ customers: z.array(customerHitSchema), loans: z.array(loanHitSchema), receipts: z.array(receiptHitSchema) });
export type SearchHits = z.infer<typeof searchHitsSchema>;

export const searchRoutes = {
  /** The first few of each kind for what was typed into the search of the whole book. A POST, so that names stay out of addresses and logs. */
  search: route({ method: 'POST', path: '/api/search', body: z.strictObject({ text: z.string().trim().min(1).max(60) }), reply: searchHitsSchema }),
} as const;
