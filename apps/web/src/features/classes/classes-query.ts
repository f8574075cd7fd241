import { classesRoutes } from '@loanbook/contract/features/classes.ts';
import { queryOptions } from '@tanstack/react-query';
import { ledgerQueryKey } from '../../ledger-grid/list/use-ledger-rows.ts';
import { call } from '../../platform/client.ts';

/** Below the lists' key, so that whatever changes the ledger refreshes the figures too. */
export function classesQuery(businessDate: string) {
  return queryOptions({ queryKey: [...ledgerQueryKey, 'classes', businessDate], queryFn: ({ signal }) => call(classesRoutes.read, { signal }) });
}
