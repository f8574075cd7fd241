import { cellsRoutes } from '@loanbook/contract/features/cells.ts';
import { serve, type Server } from '../../platform/http.ts';
import { cellsPolicy } from './cells.policy.ts';
import { changeCells } from './change-cells.ts';
import { customerRows, loanRows } from './editable-rows.ts';

/** Cells edited in the tables, many rows at once. */
export function registerCells(server: Server): void {
  serve(server, cellsRoutes.customers, cellsPolicy.customers, async ({ tx, body }) => ({ rows: await changeCells(tx, customerRows, body) }));
  serve(server, cellsRoutes.loans, cellsPolicy.loans, async ({ tx, body }) => ({ rows: await changeCells(tx, loanRows, body) }));
}
