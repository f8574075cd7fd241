import { sessionRoutes, type Right, type Session } from '@loanbook/contract/features/session.ts';
import { queryOptions, useQuery, useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { isApiError } from './api-error.ts';
import { call } from './client.ts';
import { chooseLanguage } from './i18n.ts';
import { links } from './links.ts';

export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: ({ signal }) => call(sessionRoutes.readSession, { signal }),
  staleTime: 60_000,
  // The business date turns at the institution's midnight, also on a page left open.
  refetchInterval: 300_000,
});

/** The session, or null when nobody is signed in. @throws ApiError when the server cannot say */
export async function loadSession(queryClient: QueryClient): Promise<Session | null> {
  const known = queryClient.getQueryData(sessionQuery.queryKey);
  if (known !== undefined) return known;
  try {
    const session = await call(sessionRoutes.readSession, { isSessionProbe: true });
    rememberSession(queryClient, session);
    return session;
  } catch (error) {
    if (isApiError(error, 'not_signed_in')) return null;
    throw error;
  }
}

/** After sign-in, setup or a changed password: the person's language becomes the page's. */
export function rememberSession(queryClient: QueryClient, session: Session): void {
  queryClient.setQueryData(sessionQuery.queryKey, session);
  chooseLanguage(session.user.language);
}

/** Only below the signed-in layout, whose loader has fetched it. */
export function useSession(): Session {
  const { data } = useQuery(sessionQuery);
  if (data === undefined) throw new Error('a page for signed-in people was shown without a session');
  return data;
}

export function useRight(right: Right): boolean {
  return useSession().rights.includes(right);
}

/** Ends the session and reloads, so that nothing of the person's data stays in memory. */
export function useSignOut(): () => Promise<void> {
  const queryClient = useQueryClient();
  return useCallback(async () => {
    await call(sessionRoutes.signOut, { isSessionProbe: true });
    queryClient.removeQueries();
    globalThis.location.assign(links.signIn);
  }, [queryClient]);
}
