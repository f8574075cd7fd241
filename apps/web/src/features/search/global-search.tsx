import { SearchOutlined } from '@ant-design/icons';
import { useEffect, useState, type ReactNode } from 'react';
import { useTexts } from '../../platform/i18n.ts';
import styles from './global-search.module.css';
import { SearchDialog } from './search-dialog.tsx';
import type { SearchEntry } from './search-entry.ts';
import { searchTexts } from './search-texts.ts';

/** The search in the header of every page; Ctrl+K opens it from anywhere. */
export function GlobalSearch({ pagesFor }: { readonly pagesFor: (text: string) => readonly SearchEntry[] }): ReactNode {
  const t = useTexts(searchTexts);
  const [isOpen, setIsOpen] = useState(false);
  useEffect(() => {
    const followKey = (event: KeyboardEvent): void => {
      if (event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return;
      event.preventDefault();
      setIsOpen(true);
    };
    window.addEventListener('keydown', followKey);
    return () => window.removeEventListener('keydown', followKey);
  }, []);
  return (
    <>
      <button type="button" className={styles['open']} aria-haspopup="dialog" aria-keyshortcuts="Control+K" onClick={() => setIsOpen(true)}>
        <SearchOutlined aria-hidden />
        <span className={styles['text']}>{t('open')}</span>
        <kbd className={styles['keys']}>{t('shortcut')}</kbd>
      </button>
      {isOpen && <SearchDialog pagesFor={pagesFor} onClose={() => setIsOpen(false)} />}
    </>
  );
}
