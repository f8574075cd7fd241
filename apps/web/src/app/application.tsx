import { RouterProvider } from '@tanstack/react-router';
import { useEffect, type ReactNode } from 'react';
import { onSessionProblem } from '../platform/client.ts';
import { links } from '../platform/links.ts';
import { newQueryClient } from '../platform/query-client.ts';
import { Providers } from './providers.tsx';
import { newRouter } from './router.tsx';

const queryClient = newQueryClient();
const router = newRouter(queryClient);

export function Application(): ReactNode {
  useEffect(() => onSessionProblem(leaveFor), []);
  return (
    <Providers queryClient={queryClient}>
      <RouterProvider router={router} />
    </Providers>
  );
}

/** A full page load, so that nothing the last person saw stays in memory for the next one. */
function leaveFor(problem: 'not_signed_in' | 'password_change_required'): void {
  const { pathname, href } = router.state.location;
  const target = problem === 'not_signed_in' ? `${links.signIn}?${new URLSearchParams({ back: href }).toString()}` : links.password;
  if (pathname !== links.signIn && pathname !== links.password) globalThis.location.assign(target);
}
