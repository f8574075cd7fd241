import { z } from 'zod';
import { cellSchema } from '../list-query.ts';
import { route } from '../route.ts';
import { idText } from '../values.ts';

export const mostCellRows = 2_000;

const cells = z.record(z.string().max(60), cellSchema);

/**
 * The edited cells of one row. `facts` are the new values as a form sends them; `seen` are the same cells as the person saw them
 * (masks for sealed fields), so that only a change of these very cells by somebody else is a conflict. Without a key in `seen`
 * the cell is written whatever stands there: the person has just been shown both values and chose.
 */
export const rowChangeSchema = z.strictObject({ id: idText, facts: cells.refine((facts) => Object.keys(facts).length > 0), seen: cells });
export type RowChange = z.infer<typeof rowChangeSchema>;

/** keep `good`: rows that can be saved are saved, the others answered for · `all_or_none`: one wrong row saves nothing. */
export const cellChangesSchema = z.strictObject({
  keep: z.enum(['good', 'all_or_none']),
  changes: z.array(rowChangeSchema).min(1).max(mostCellRows).refine((changes) => new Set(changes.map(({ id }) => id)).size === changes.length),
});
export type CellChanges = z.infer<typeof cellChangesSchema>;

/**
 * saved: `cells` are the changed ones and those that follow from them, as lists show them · refused: with a sentence for each
 * wrong cell, or one for the row · conflict: `cells` as they stand now · held_back: right, but another row was wrong.
 */
export const rowOutcomeSchema = z.discriminatedUnion('outcome', [
  z.object({ outcome: z.literal('saved'), id: z.string(), version: z.int(), cells }),
  z.object({ outcome: z.literal('refused'), id: z.string(), zh: z.string(), en: z.string(), problems: z.array(z.object({ key: z.string(), zh: z.string(), en: z.string() })) }),
  z.object({ outcome: z.literal('conflict'), id: z.string(), by: z.string(), at: z.string(), cells }),
  z.object({ outcome: z.literal('held_back'), id: z.string() }),
]);
export type RowOutcome = z.infer<typeof rowOutcomeSchema>;

/** In the order of the changes. */
export const cellOutcomesSchema = z.object({ rows: z.array(rowOutcomeSchema) });

export const cellsRoutes = {
  customers: route({ method: 'POST', path: '/api/customers/cells', body: cellChangesSchema, reply: cellOutcomesSchema, isIdempotent: true }),
  loans: route({ method: 'POST', path: '/api/loans/cells', body: cellChangesSchema, reply: cellOutcomesSchema, isIdempotent: true }),
} as const;
