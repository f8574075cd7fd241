import type { Import } from '@loanbook/contract/features/imports.ts';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, type ReactNode } from 'react';
import { useTexts } from '../../platform/i18n.ts';
import { links } from '../../platform/links.ts';
import { ButtonLink } from '../../ui/button-link.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { FailedImport } from './failed-import.tsx';
import { ImportProgress } from './import-progress.tsx';
import { ImportReport } from './import-report.tsx';
import { ImportSteps } from './import-steps.tsx';
import { importsTexts } from './imports-texts.ts';

/** What an import shows in each of its states. */
export function ImportView({ one }: { readonly one: Import }): ReactNode {
  const t = useTexts(importsTexts);
  useRefreshAfterCommit(one);
  switch (one.state) {
    case 'reading':
    case 'committing':
    case 'undoing':
      return <ImportProgress key={one.state} one={one} />;
    case 'ready':
      return <ImportSteps one={one} />;
    case 'committed':
      return one.report === null ? null : <ImportReport one={one} report={one.report} />;
    case 'failed':
      return <FailedImport one={one} />;
    case 'cancelled':
      return <EmptyState title={t('cancelledTitle')} hint={t('cancelledHint')} actions={<ButtonLink type="primary" to={links.imports}>{t('importAgain')}</ButtonLink>} />;
    case 'undone':
      return <EmptyState title={t('undoneTitle')} hint={t('undoneHint')} actions={<ButtonLink type="primary" to={links.imports}>{t('importAgain')}</ButtonLink>} />;
    default: {
      const unknownState: never = one.state;
      throw new Error(`no view for an import that is ${String(unknownState)}`);
    }
  }
}

/** A new reading makes the preview old, and a written import every list. */
function useRefreshAfterCommit({ id, state }: Import): void {
  const queryClient = useQueryClient();
  const former = useRef(state);
  useEffect(() => {
    if (former.current === state) return;
    if (state === 'committed' || state === 'undone') void queryClient.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'import' });
    else void queryClient.invalidateQueries({ queryKey: ['imports'] });
    if (state === 'ready') queryClient.removeQueries({ queryKey: ['import-rows', id] });
    former.current = state;
  }, [id, state, queryClient]);
}
