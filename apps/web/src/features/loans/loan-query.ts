import { loansRoutes } from '@loanbook/contract/features/loans.ts';
import { queryOptions } from '@tanstack/react-query';
import { call } from '../../platform/client.ts';

/** Terms, events and state of one loan; posting to it replaces this entry. */
export function loanQuery(loanId: string) {
  return queryOptions({
    queryKey: ['loan', loanId],
    queryFn: ({ signal }) => call(loansRoutes.read, { params: { loanId }, signal }),
  });
}
