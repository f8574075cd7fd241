import { z } from 'zod';
import { channels, valuesOf } from '../choices.ts';
import { route } from '../route.ts';
import { civilDateText, freeText, idText, positiveYuanText } from '../values.ts';
import { listRoutes } from './lists.ts';
import { loanStateSchema } from './loan-json.ts';

/** `keepExcess`: an amount above the payoff is kept as credit (暂收款); without it such an amount is refused. */
export const newRepaymentSchema = z.strictObject({
  loanId: idText, amount: positiveYuanText, paidOn: civilDateText, channel: z.enum(valuesOf(channels)),
  externalRef: freeText(80).nullish(), payerName: freeText(100).nullish(), note: freeText(400).nullish(), keepExcess: z.boolean().default(false),
});
export type NewRepayment = z.infer<typeof newRepaymentSchema>;

/** How one receipt was used, in yuan; the parts sum to the total. */
export const repaymentSchema = z.object({
  id: z.string(), eventId: z.string().nullable(), loanId: z.string(), receiptNo: z.string(), customerName: z.string(), paidOn: z.string(), total: z.string(),
  fee: z.string(), compound: z.string(), penalty: z.string(), interest: z.string(), principal: z.string(), credit: z.string(), isReversed: z.boolean(),
});
export type Repayment = z.infer<typeof repaymentSchema>;

export const postedRepaymentSchema = z.object({ repayment: repaymentSchema, state: loanStateSchema });

export const repaymentsRoutes = {
  ...listRoutes('repayments'),
  post: route({ method: 'POST', path: '/api/repayments', body: newRepaymentSchema, reply: postedRepaymentSchema, isIdempotent: true }),
  /** All or nothing: one bad row and none is posted. */
  postBatch: route({ method: 'POST', path: '/api/repayments/batch', body: z.strictObject({ repayments: z.array(newRepaymentSchema).min(1).max(200) }), reply: z.object({ repayments: z.array(repaymentSchema), total: z.string() }), isIdempotent: true }),
  /** Finds the loans that pasted receipt lines name (by receipt, contract number or exact customer name). */
  match: route({ method: 'POST', path: '/api/repayments/match', body: z.strictObject({ names: z.array(freeText(100)).min(1).max(200) }), reply: z.object({ matches: z.array(z.object({ name: z.string(), loans: z.array(z.object({ loanId: z.string(), receiptNo: z.string(), customerName: z.string(), outstandingPrincipal: z.string() })) })) }) }),
  reverse: route({ method: 'POST', path: '/api/repayments/:repaymentId/reverse', body: z.strictObject({ reason: freeText(200).pipe(z.string().min(2)) }), reply: postedRepaymentSchema, isIdempotent: true }),
  receiptPdf: route({ method: 'GET', path: '/api/repayments/:repaymentId/receipt.pdf', body: null, reply: null }),
  /** The receipts of a batch, one a page, in the order given. */
  receiptsPdf: route({ method: 'POST', path: '/api/repayments/receipts.pdf', body: z.strictObject({ repaymentIds: z.array(idText).min(1).max(200) }), reply: null }),
} as const;
