import { SearchOutlined } from '@ant-design/icons';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useId, useMemo, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { useFormats } from '../../platform/format.ts';
import { useTexts } from '../../platform/i18n.ts';
import { Failure } from '../../ui/failure.tsx';
import { hitGroups } from './hit-groups.ts';
import { recentEntries, rememberEntry } from './recent-entries.ts';
import styles from './search-dialog.module.css';
import { steppedIndex, type SearchEntry, type SearchGroup } from './search-entry.ts';
import { SearchResults } from './search-results.tsx';
import { searchTexts } from './search-texts.ts';
import { useSearchHits } from './use-search-hits.ts';

interface SearchDialogProps {
  /** Pages and commands whose words fit what is typed. */
  readonly pagesFor: (text: string) => readonly SearchEntry[];
  readonly onClose: () => void;
}

/** The search of the whole book, over the page: typed, chosen with the arrows, opened with Enter. */
export function SearchDialog({ pagesFor, onClose }: SearchDialogProps): ReactNode {
  const t = useTexts(searchTexts);
  const formats = useFormats();
  const navigate = useNavigate();
  const listId = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  const [typed, setTyped] = useState('');
  const [isComposing, setIsComposing] = useState(false);
  const [chosen, setChosen] = useState(0);
  const { asked, hits, error, isPending } = useSearchHits(typed, isComposing);
  useEffect(() => dialog.current?.showModal(), []);
  const text = typed.trim();
  const groups = useMemo<readonly SearchGroup[]>(() => {
    const pages = { key: 'pages', title: t('pages'), entries: pagesFor(text) };
    const found = hits ? hitGroups(hits, asked, t, formats) : text === '' ? [{ key: 'recent', title: t('recent'), entries: recentEntries() }] : [];
    return [...found, pages].filter(({ entries }) => entries.length > 0);
  }, [hits, asked, text, pagesFor, t, formats]);
  const entries = groups.flatMap((group) => group.entries);
  const index = Math.min(chosen, Math.max(0, entries.length - 1));
  const open = (entry: SearchEntry, isNewTab: boolean): void => {
    rememberEntry(entry);
    if (isNewTab && entry.privateSearch === undefined) window.open(entry.href, '_blank', 'noopener');
    else if (entry.privateSearch === undefined) void navigate({ href: entry.href });
    else void navigate({ to: entry.href, search: {}, state: (previous) => ({ ...previous, privateView: { filters: [], search: entry.privateSearch ?? '' } }) });
    onClose();
  };
  const followKey = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    const entry = entries[index];
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      setChosen(steppedIndex(index, event.key === 'ArrowDown' ? 1 : -1, entries.length));
    } else if (event.key === 'Enter' && entry !== undefined && !(isPending && text !== asked)) {
      event.preventDefault();
      open(entry, event.ctrlKey || event.metaKey);
    }
  };
  return (
    <dialog ref={dialog} className={styles['dialog']} aria-label={t('title')} onClose={onClose} onClick={(event) => { if (event.target === dialog.current) onClose(); }}>
      <div className={styles['sheet']}>
        <div className={styles['box']}>
          <SearchOutlined aria-hidden />
          <input
            type="search"
            role="combobox"
            aria-expanded={entries.length > 0}
            aria-controls={listId}
            aria-activedescendant={entries.length > 0 ? `${listId}-${index}` : undefined}
            aria-label={t('placeholder')}
            placeholder={t('placeholder')}
            autoComplete="off"
            spellCheck={false}
            maxLength={60}
            value={typed}
            onChange={(event) => { setTyped(event.target.value); setChosen(0); }}
            onCompositionStart={() => setIsComposing(true)}
            onCompositionEnd={() => setIsComposing(false)}
            onKeyDown={followKey}
          />
          <button type="button" className={styles['close']} onClick={onClose}>{t('close')}</button>
        </div>
        <SearchResults id={listId} groups={groups} chosen={index} onChoose={setChosen} onOpen={open} />
        {text !== '' && error !== null && hits === undefined && <div className={styles['nothing']}><Failure error={error} title={t('failed')} /></div>}
        {text !== '' && hits !== undefined && !isPending && groups.every(({ key }) => key === 'pages') && (
          <p className={styles['nothing']} role="status">{t('nothing', { text })}<span>{t('nothingHint')}</span></p>
        )}
        <p className={styles['keys']} aria-hidden>{t('keys')}</p>
      </div>
    </dialog>
  );
}
