import { QueryClientProvider, type QueryClient } from '@tanstack/react-query';
import { App as AntdApp, ConfigProvider } from 'antd';
import enUS from 'antd/es/locale/en_US';
import zhCN from 'antd/es/locale/zh_CN';
import dayjs from 'dayjs';
import 'dayjs/locale/zh-cn';
import { useLayoutEffect, type ReactNode } from 'react';
import { useColorMode, useIsPhone } from '../platform/color-mode.ts';
import { useLanguage } from '../platform/i18n.ts';
import { antdThemeOf, applyColorMode } from './theme.ts';

const nonce = contentSecurityNonce();

/** Everything that pages expect around them: data, words, colours. */
export function Providers({ queryClient, children }: { readonly queryClient: QueryClient; readonly children: ReactNode }): ReactNode {
  const language = useLanguage();
  const mode = useColorMode();
  const isPhone = useIsPhone();
  useLayoutEffect(() => applyColorMode(mode), [mode]);
  useLayoutEffect(() => {
    document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
    dayjs.locale(language === 'zh' ? 'zh-cn' : 'en');
  }, [language]);
  return (
    <QueryClientProvider client={queryClient}>
      <ConfigProvider
        theme={antdThemeOf(mode)}
        locale={language === 'zh' ? zhCN : enUS}
        componentSize={isPhone ? 'large' : 'small'}
        // Without this, two Chinese characters on a button are drawn with a space between them.
        button={{ autoInsertSpace: false }}
        getPopupContainer={overlayContainer}
        {...(nonce !== undefined && { csp: { nonce } })}
      >
        <AntdApp component={false} message={{ maxCount: 3, top: 64 }}>{children}</AntdApp>
      </ConfigProvider>
    </QueryClientProvider>
  );
}

/**
 * Windows and lists that float stand in an element of their own: in the body itself the component library would lock
 * scrolling through a style element without a nonce, which the content security policy refuses (global.css locks it).
 */
function overlayContainer(): HTMLElement {
  return document.getElementById('overlays') ?? document.body;
}

/** The server writes a fresh nonce into each reply of index.html; a development server leaves the placeholder. */
function contentSecurityNonce(): string | undefined {
  const content = document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content;
  return content && !content.startsWith('__') ? content : undefined;
}
