import { z } from 'zod';

/** Why the book keeps its own value although the file says another. */
export const keptReasons = ['edited_in_book', 'posted_in_book', 'adjusted_in_book', 'other_id_number', 'other_borrower', 'void_in_book', 'receipt_reversed', 'receipt_refused', 'terms_differ', 'balance_differs'] as const;
export const changeStates = ['new', 'changed', 'unchanged', 'kept', 'missing'] as const;

/** One figure or fact: what the book says, what the file says, and, where the book's stays, why. Sealed values come masked. */
export const fieldChangeSchema = z.object({ key: z.string(), book: z.string().nullable(), file: z.string().nullable(), kept: z.enum(keptReasons).nullable() });
export type FieldChange = z.infer<typeof fieldChangeSchema>;

/** A customer or loan of file or book, and what importing changes about it. `id` null: not in the book yet. */
export const objectChangeSchema = z.object({
  table: z.enum(['customer', 'loan']), state: z.enum(changeStates), id: z.string().nullable(), number: z.string().nullable(), name: z.string(),
  source: z.object({ file: z.string(), sheet: z.string(), row: z.int() }).nullable(), fields: z.array(fieldChangeSchema),
});
export type ObjectChange = z.infer<typeof objectChangeSchema>;

export const changeCountsSchema = z.object({ new: z.int(), changed: z.int(), unchanged: z.int(), kept: z.int(), missing: z.int() });
export type ChangeCounts = z.infer<typeof changeCountsSchema>;
