import { mergesRoutes } from '@loanbook/contract/features/merges.ts';
import { serve, type Server } from '../../platform/http.ts';
import { readCustomer } from '../customers/customers.index.ts';
import { listMoves } from './customer-moves.ts';
import { mergeCustomers } from './merge-customers.ts';
import { mergesPolicy } from './merges.policy.ts';
import { splitCustomer } from './split-customer.ts';
import { undoMove } from './undo-move.ts';

export function registerMerges(server: Server): void {
  serve(server, mergesRoutes.merge, mergesPolicy.merge, async ({ tx, body, param }) => {
    await mergeCustomers(tx, param('customerId'), body);
    return readCustomer(tx, param('customerId'));
  });
  serve(server, mergesRoutes.split, mergesPolicy.split, async ({ tx, body, param }) => ({ targetId: await splitCustomer(tx, param('customerId'), body) }));
  serve(server, mergesRoutes.moves, mergesPolicy.moves, async ({ tx, param }) => ({ moves: await listMoves(tx, param('customerId')) }));
  serve(server, mergesRoutes.undoMove, mergesPolicy.undoMove, async ({ tx, body, param }) => {
    await undoMove(tx, param('moveId'), body.reason);
    return {};
  });
}
