import type { ReactNode } from 'react';
import { GlobalSearch } from '../../features/search/global-search.tsx';
import { useSearchPages } from './search-pages.ts';

/** The search of the header, with the pages this person may use. */
export function ShellSearch(): ReactNode {
  return <GlobalSearch pagesFor={useSearchPages()} />;
}
