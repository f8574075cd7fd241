import { z } from 'zod';
import { route } from '../route.ts';
import { civilDateText, freeText, yuanText } from '../values.ts';
import { changeCountsSchema, changeStates, objectChangeSchema } from './import-change-rows.ts';
import { importSchema, paperTotalsSchema } from './imports.ts';
import { loanSchema } from './loans.ts';

const changesQuerySchema = z.strictObject({ table: z.enum(['customer', 'loan']).default('loan'), state: z.enum(changeStates).optional(), from: z.int().min(0).default(0), limit: z.int().min(1).max(200).default(50) });
/** `penaltyMultiplier` is what loans are given whose ledger names none; `repayments` counts receipts that are new to loans of the book. */
export const changesSchema = z.object({ customers: changeCountsSchema, loans: changeCountsSchema, repayments: z.int(), penaltyMultiplier: z.string(), total: z.int(), rows: z.array(objectChangeSchema) });

/** What was entered, changed or imported since and stands in the way of undoing. */
export const undoBlockerSchema = z.object({ kind: z.enum(['posting', 'edit', 'import']), table: z.enum(['customer', 'loan']), id: z.string(), number: z.string(), what: z.string(), on: z.string(), by: z.string() });
export type UndoBlocker = z.infer<typeof undoBlockerSchema>;
export const undoPreviewSchema = z.object({
  loansVoided: z.int(), loansRestored: z.int(), customersDeactivated: z.int(), customersKept: z.int(), customersRestored: z.int(), repaymentsTakenBack: z.int(),
  blockers: z.array(undoBlockerSchema), blockerCount: z.int(),
});
export type UndoPreview = z.infer<typeof undoPreviewSchema>;

export const importChangesRoutes = {
  changes: route({ method: 'POST', path: '/api/imports/:importId/changes', body: changesQuerySchema, reply: changesSchema }),
  keptFile: route({ method: 'GET', path: '/api/imports/:importId/changes.xlsx', body: null, reply: null }),
  setPaperTotals: route({ method: 'POST', path: '/api/imports/:importId/paper-totals', body: paperTotalsSchema, reply: importSchema }),
  previewUndo: route({ method: 'GET', path: '/api/imports/:importId/undo', body: null, reply: undoPreviewSchema }),
  undo: route({ method: 'POST', path: '/api/imports/:importId/undo', body: z.strictObject({ reason: freeText(200).pipe(z.string().min(2)) }), reply: importSchema }),
  /** Sets what a taken-over loan owed on the day it was taken over, so that it ties to its paper on `on`. */
  tieLoan: route({ method: 'POST', path: '/api/loans/:loanId/tie', body: z.strictObject({ outstanding: yuanText, on: civilDateText, reason: freeText(200).pipe(z.string().min(2)) }), reply: loanSchema }),
} as const;
