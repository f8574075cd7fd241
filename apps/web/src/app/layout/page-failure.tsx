import { useRouter, type ErrorComponentProps } from '@tanstack/react-router';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useTexts } from '../../platform/i18n.ts';
import { Failure } from '../../ui/failure.tsx';
import { Notice } from '../../ui/notice.tsx';
import { uiTexts } from '../../ui/ui-texts.ts';
import styles from './page-failure.module.css';

/** In place of a page that could not be shown. Code that is gone after an update is told apart from a failure. */
export function PageFailure({ error, reset }: ErrorComponentProps): ReactNode {
  const t = useTexts(uiTexts);
  const router = useRouter();
  const retry = (): void => {
    reset();
    void router.invalidate();
  };
  return (
    <div className={styles['failure']}>
      {isMissingCode(error) ? (
        <Notice tone="attention" actions={<Button onClick={() => globalThis.location.reload()}>{t('reload')}</Button>}>{t('newerVersion')}</Notice>
      ) : (
        <Failure error={error} title={t('loadFailed')} onRetry={retry} />
      )}
    </div>
  );
}

function isMissingCode(error: unknown): boolean {
  return error instanceof TypeError && /dynamically imported module|module script/i.test(error.message);
}
