import { useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { sessionQuery } from '../../platform/session.ts';
import { BareLayout } from './bare-layout.tsx';
import { Shell } from './shell.tsx';

/** Pages that need nobody signed in, the guide above all: whoever cannot sign in needs it most. */
export function OpenLayout({ search }: { readonly search: ReactNode }): ReactNode {
  const session = useQueryClient().getQueryData(sessionQuery.queryKey);
  return session === undefined || session.user.mustChangePassword ? <BareLayout /> : <Shell search={search} />;
}
