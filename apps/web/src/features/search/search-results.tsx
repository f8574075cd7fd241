import { useEffect, useRef, type ReactNode } from 'react';
import { useTexts } from '../../platform/i18n.ts';
import styles from './search-dialog.module.css';
import type { SearchEntry, SearchGroup } from './search-entry.ts';
import { searchTexts } from './search-texts.ts';

interface SearchResultsProps {
  readonly id: string;
  readonly groups: readonly SearchGroup[];
  /** Counted through all groups. */
  readonly chosen: number;
  readonly onChoose: (index: number) => void;
  readonly onOpen: (entry: SearchEntry, isNewTab: boolean) => void;
}

export function SearchResults({ id, groups, chosen, onChoose, onOpen }: SearchResultsProps): ReactNode {
  const t = useTexts(searchTexts);
  const list = useRef<HTMLDivElement>(null);
  // In braces: newer browsers answer with a promise, which is no clean-up.
  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [chosen, groups]);
  const firsts = groups.map((_group, at) => groups.slice(0, at).reduce((count, { entries }) => count + entries.length, 0));
  return (
    <div ref={list} id={id} role="listbox" aria-label={t('results')} className={styles['results']}>
      {groups.map((group, groupIndex) => (
        <div key={group.key} role="group" aria-label={group.title}>
          <div className={styles['group']} aria-hidden>{group.title}</div>
          {group.entries.map((entry, entryIndex) => {
            const index = (firsts[groupIndex] ?? 0) + entryIndex;
            return (
              <div
                key={entry.key}
                id={`${id}-${index}`}
                role="option"
                aria-selected={index === chosen}
                className={styles['entry']}
                onPointerMove={() => { if (index !== chosen) onChoose(index); }}
                onClick={(event) => onOpen(entry, event.ctrlKey || event.metaKey)}
              >
                <span className={styles['title']}>{entry.title}</span>
                {entry.detail !== '' && <span className={styles['detail']}>{entry.detail}</span>}
                {entry.mark !== undefined && <span className={styles['mark']}>{entry.mark}</span>}
              </div>
            );
          })}
        </div>
      ))}
    </div>
  );
}
