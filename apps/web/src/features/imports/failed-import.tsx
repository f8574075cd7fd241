import type { Import } from '@loanbook/contract/features/imports.ts';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useLanguage, useTexts } from '../../platform/i18n.ts';
import { links } from '../../platform/links.ts';
import { ButtonLink } from '../../ui/button-link.tsx';
import { Failure } from '../../ui/failure.tsx';
import { Notice } from '../../ui/notice.tsx';
import { importsTexts } from './imports-texts.ts';
import { emptyDraft } from './mapping-draft.ts';
import { useCancelImport } from './use-cancel-import.ts';
import { useCommitImport } from './use-commit-import.ts';
import { useCorrectImport } from './use-correct-import.ts';

/** A reading or writing that ended badly or was interrupted: why, and how to go on. */
export function FailedImport({ one }: { readonly one: Import }): ReactNode {
  const t = useTexts(importsTexts);
  const language = useLanguage();
  const cancel = useCancelImport(one.id);
  const correct = useCorrectImport(one.id);
  const commit = useCommitImport(one.id);
  const error = cancel.error ?? correct.error ?? commit.error;
  // Something was read before: it was the writing that failed, and it can be tried again as it is.
  const wasWriting = one.totals !== null && one.progress.stage !== 'reading';
  return (
    <>
      <Notice
        tone="danger"
        title={t('failedTitle')}
        actions={(
          <>
            <Button loading={cancel.isPending} onClick={() => cancel.mutate()}>{t('cancelImport')}</Button>
            <Button loading={correct.isPending} onClick={() => correct.mutate(emptyDraft)}>{t('readAgain')}</Button>
            {wasWriting
              ? <Button type="primary" loading={commit.isPending} onClick={() => commit.mutate()}>{t('writeAgain')}</Button>
              : <ButtonLink type="primary" to={links.imports}>{t('otherFiles')}</ButtonLink>}
          </>
        )}
      >
        <p>{one.failure?.[language]}</p>
        <p>{t('failedHint')}</p>
      </Notice>
      {error !== null && <Failure error={error} />}
    </>
  );
}
