import { z } from 'zod';
import { route } from '../route.ts';
import { freeText, idText, recordVersion } from '../values.ts';
import { customerFactsSchema, customerSchema } from './customers.ts';

const partySchema = z.object({ id: z.string(), name: z.string(), customerNo: z.string() });

/** Two customers merged, or one split: loans went `from` the one `to` the other. Times are instants. */
export const customerMoveSchema = z.object({
  id: z.string(), kind: z.enum(['merge', 'split']), from: partySchema, to: partySchema, loans: z.int(),
  reason: z.string(), movedAt: z.string(), movedBy: z.string(), undoneAt: z.string().nullable(), undoneBy: z.string().nullable(),
});
export type CustomerMove = z.infer<typeof customerMoveSchema>;

const reasonText = freeText(200).pipe(z.string().min(2));

export const mergesRoutes = {
  /** The other customer's loans come here, with those of their facts whose keys are given. */
  merge: route({ method: 'POST', path: '/api/customers/:customerId/merge', body: z.strictObject({ otherId: idText, version: recordVersion, otherVersion: recordVersion, takeKeys: z.array(z.string().max(60)).max(60), reason: reasonText }), reply: customerSchema }),
  split: route({
    method: 'POST', path: '/api/customers/:customerId/split', reply: z.object({ targetId: z.string() }),
    body: z.strictObject({ loanIds: z.array(idText).min(1).max(1000), target: z.union([z.strictObject({ customerId: idText }), z.strictObject({ facts: customerFactsSchema })]), reason: reasonText }),
  }),
  moves: route({ method: 'GET', path: '/api/customers/:customerId/moves', body: null, reply: z.object({ moves: z.array(customerMoveSchema) }) }),
  undoMove: route({ method: 'POST', path: '/api/customers/moves/:moveId/undo', body: z.strictObject({ reason: reasonText }), reply: z.object({}) }),
} as const;
