import { useEffect } from 'react';
import { useTexts } from '../platform/i18n.ts';
import { uiTexts } from './ui-texts.ts';

/** The browser's tab and history name the page first, then the product. */
export function useDocumentTitle(title: string): void {
  const t = useTexts(uiTexts);
  useEffect(() => {
    document.title = `${title} · ${t('product')}`;
  }, [title, t]);
}
