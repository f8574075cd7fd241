import type { ReactNode } from 'react';
import { Loading } from '../../ui/loading.tsx';

/** While a page's code arrives. */
export function PagePending(): ReactNode {
  return <Loading lines={6} />;
}
