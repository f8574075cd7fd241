import type { Route } from '@loanbook/contract/route.ts';
import { App } from 'antd';
import { useState } from 'react';
import { errorSentence } from '../../platform/api-error.ts';
import type { CallOptions } from '../../platform/client.ts';
import { download } from '../../platform/download.ts';
import { useLanguage, useTexts } from '../../platform/i18n.ts';
import { papersTexts } from './papers-texts.ts';

interface PaperDownload {
  readonly isLoading: boolean;
  /** True when the file came; otherwise the reason has been said. */
  readonly fetchPaper: <R extends Route>(route: R, options: CallOptions<R>) => Promise<boolean>;
}

/** Fetches a paper and hands it to the browser's downloads. */
export function usePaper(): PaperDownload {
  const t = useTexts(papersTexts);
  const language = useLanguage();
  const { message } = App.useApp();
  const [isLoading, setIsLoading] = useState(false);
  const fetchPaper: PaperDownload['fetchPaper'] = async (route, options) => {
    setIsLoading(true);
    try {
      const file = await download(route, { ...options, fallbackName: 'paper.pdf' });
      void message.success(t('printed', { file }));
      return true;
    } catch (error) {
      void message.error(errorSentence(error, language));
      return false;
    } finally {
      setIsLoading(false);
    }
  };
  return { isLoading, fetchPaper };
}
