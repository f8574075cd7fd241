import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTexts } from '../platform/i18n.ts';
import { Failure } from './failure.tsx';
import { Loading } from './loading.tsx';
import { uiTexts } from './ui-texts.ts';

interface QueryViewProps<Data> {
  readonly query: Pick<UseQueryResult<Data>, 'data' | 'error' | 'refetch'>;
  readonly loadingLines?: number;
  readonly children: (data: Data) => ReactNode;
}

/** Loading, failed or there: what is already on the page stays when a refresh fails, with the failure above it. */
export function QueryView<Data>({ query, loadingLines, children }: QueryViewProps<Data>): ReactNode {
  const t = useTexts(uiTexts);
  const failure = query.error !== null && <Failure error={query.error} title={t('loadFailed')} onRetry={() => void query.refetch()} />;
  if (query.data === undefined) return failure || <Loading {...(loadingLines !== undefined && { lines: loadingLines })} />;
  return (
    <>
      {failure}
      {children(query.data)}
    </>
  );
}
