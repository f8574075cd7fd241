import { Button } from 'antd';
import type { ReactNode } from 'react';
import { errorSentence } from '../platform/api-error.ts';
import { useLanguage, useTexts } from '../platform/i18n.ts';
import { Notice } from './notice.tsx';
import { uiTexts } from './ui-texts.ts';

interface FailureProps {
  readonly error: unknown;
  readonly title?: string;
  readonly onRetry?: () => void;
}

/** A failure in words, with the way to try again. */
export function Failure({ error, title, onRetry }: FailureProps): ReactNode {
  const t = useTexts(uiTexts);
  const language = useLanguage();
  return (
    <Notice tone="danger" title={title} actions={onRetry && <Button onClick={onRetry}>{t('retry')}</Button>}>
      {errorSentence(error, language)}
    </Notice>
  );
}
