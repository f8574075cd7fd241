import { searchRoutes } from '@loanbook/contract/features/search.ts';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { call } from '../../platform/client.ts';

const typingPauseMs = 180;

/** Hits for what is typed, asked when typing pauses and never for an input method's unfinished letters. */
export function useSearchHits(typed: string, isComposing: boolean) {
  const [asked, setAsked] = useState('');
  useEffect(() => {
    if (isComposing) return undefined;
    const timer = setTimeout(() => setAsked(typed.trim()), typingPauseMs);
    return () => clearTimeout(timer);
  }, [typed, isComposing]);
  const query = useQuery({
    // Below the ledger's key, so that what changes the ledger also empties what was found.
    queryKey: ['ledger', 'search', asked],
    queryFn: ({ signal }) => call(searchRoutes.search, { body: { text: asked }, signal }),
    enabled: asked !== '',
    placeholderData: keepPreviousData,
    gcTime: 60_000,
  });
  return { asked, hits: asked === '' || typed.trim() === '' ? undefined : query.data, error: query.error, isPending: query.isFetching || asked !== typed.trim() };
}
