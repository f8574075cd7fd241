import type { Route } from '@loanbook/contract/route.ts';
import { App, Button, type ButtonProps } from 'antd';
import { useState, type ReactNode } from 'react';
import { errorSentence } from '../../platform/api-error.ts';
import { download } from '../../platform/download.ts';
import { useLanguage } from '../../platform/i18n.ts';

interface FileButtonProps extends Pick<ButtonProps, 'type' | 'icon' | 'block'> {
  readonly route: Route<null, null>;
  readonly params: Readonly<Record<string, string>>;
  readonly fallbackName: string;
  readonly children: ReactNode;
}

/** Fetches a paper and hands it to the browser's downloads. */
export function FileButton({ route, params, fallbackName, children, ...look }: FileButtonProps): ReactNode {
  const language = useLanguage();
  const { message } = App.useApp();
  const [isLoading, setIsLoading] = useState(false);
  const fetchFile = async (): Promise<void> => {
    setIsLoading(true);
    try {
      await download(route, { params, fallbackName });
    } catch (error) {
      void message.error(errorSentence(error, language));
    } finally {
      setIsLoading(false);
    }
  };
  return <Button {...look} loading={isLoading} onClick={() => void fetchFile()}>{children}</Button>;
}
