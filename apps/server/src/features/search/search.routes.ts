import { searchRoutes } from '@loanbook/contract/features/search.ts';
import { serve, type Server } from '../../platform/http.ts';
import { searchPolicy } from './search.policy.ts';
import { searchBook } from './search.queries.ts';

/** The search of the whole book. */
export function registerSearch(server: Server): void {
  serve(server, searchRoutes.search, searchPolicy.search, ({ tx, body }) => searchBook(tx, body.text));
}
