import type { ReactNode } from 'react';
import { useTexts } from '../platform/i18n.ts';
import styles from './loading.module.css';
import { uiTexts } from './ui-texts.ts';

/** Grey lines where text will be. They fade in late, so that a quick answer never flickers. */
export function Loading({ lines = 4 }: { readonly lines?: number }): ReactNode {
  const t = useTexts(uiTexts);
  return (
    <div className={styles['loading']} role="status">
      <span className={styles['words']}>{t('loading')}</span>
      {Array.from({ length: lines }, (_, line) => <span key={line} className={styles['line']} aria-hidden="true" />)}
    </div>
  );
}
