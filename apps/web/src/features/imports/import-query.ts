import { importsRoutes, type Import } from '@loanbook/contract/features/imports.ts';
import { queryOptions } from '@tanstack/react-query';
import { call } from '../../platform/client.ts';

const pollMs = 700;
/** The list is looked at from afar; a second or two late is soon enough. */
const listPollMs = 2_000;

export function isUnderWay(state: Import['state']): boolean {
  return state === 'reading' || state === 'committing' || state === 'undoing';
}

/** One import; asked for again and again while the server works on it. */
export function importQuery(importId: string) {
  return queryOptions({
    queryKey: ['import', importId],
    queryFn: ({ signal }) => call(importsRoutes.read, { params: { importId }, signal }),
    refetchInterval: (query) => (query.state.data !== undefined && isUnderWay(query.state.data.state) ? pollMs : false),
    // A hidden tab still learns that the import has ended.
    refetchIntervalInBackground: true,
  });
}

export const importsQuery = queryOptions({
  queryKey: ['imports'],
  queryFn: ({ signal }) => call(importsRoutes.list, { signal }),
  staleTime: 0,
  refetchInterval: (query) => (query.state.data?.imports.some((one) => isUnderWay(one.state)) === true ? listPollMs : false),
});
