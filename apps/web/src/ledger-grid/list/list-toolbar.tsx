import { CloseOutlined, FilterOutlined, ReloadOutlined, SearchOutlined } from '@ant-design/icons';
import type { LedgerList } from '@loanbook/contract/fields/ledger-lists.ts';
import { Button, Input, Tooltip } from 'antd';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { narrowScreen } from '../narrow-screen.ts';
import { useMediaQuery } from '../../platform/color-mode.ts';
import { useLanguage, useTexts } from '../../platform/i18n.ts';
import { filterChips } from './filter-sentence.ts';
import { listTexts } from './list-texts.ts';
import styles from './list-toolbar.module.css';
import type { LedgerViewState } from './use-ledger-view.ts';

interface ListToolbarProps {
  readonly list: LedgerList;
  readonly viewState: LedgerViewState;
  /** Which view of the list this is, at the left. */
  readonly picker: ReactNode;
  readonly isRefreshing: boolean;
  readonly onRefresh: () => void;
  readonly onOpenFilters: () => void;
  /** Column chooser and export, at the right. */
  readonly children: ReactNode;
}

/** Search and filters at the left, what is done with the whole list at the right, what is asked for below. */
export function ListToolbar({ list, viewState, picker, isRefreshing, onRefresh, onOpenFilters, children }: ListToolbarProps): ReactNode {
  const t = useTexts(listTexts);
  const isNarrow = useMediaQuery(narrowScreen);
  const count = new Set(viewState.view.filters.map((filter) => filter.key)).size;
  return (
    <div className={styles['toolbar']}>
      <div className={styles['line']}>
        {picker}
        <SearchInput key={list.name} value={viewState.view.search ?? ''} onSearch={viewState.setSearch} />
        <Button icon={<FilterOutlined aria-hidden />} {...(isNarrow && { 'aria-label': count > 0 ? `${t('filter')} ${count}` : t('filter') })} onClick={onOpenFilters}>
          {!isNarrow && t('filter')}{count > 0 && <span className={styles['filterCount']}>{count}</span>}
        </Button>
        <div className={styles['right']}>
          {children}
          <Tooltip title={t('refresh')}>
            <Button icon={<ReloadOutlined aria-hidden />} aria-label={t('refresh')} loading={isRefreshing} onClick={onRefresh} />
          </Tooltip>
        </div>
      </div>
      <FilterChips list={list} viewState={viewState} />
    </div>
  );
}

const typingPauseMs = 280;

/** Searches when typing pauses, and never on the unfinished letters of an input method. */
function SearchInput({ value, onSearch }: { readonly value: string; readonly onSearch: (search: string) => void }): ReactNode {
  const t = useTexts(listTexts);
  const [typed, setTyped] = useState(value);
  const [isComposing, setIsComposing] = useState(false);
  const latest = useRef({ value, onSearch });
  useEffect(() => {
    latest.current = { value, onSearch };
  });
  useEffect(() => setTyped(value), [value]);
  useEffect(() => {
    if (isComposing || typed.trim() === latest.current.value) return undefined;
    const timer = setTimeout(() => latest.current.onSearch(typed), typingPauseMs);
    return () => clearTimeout(timer);
  }, [typed, isComposing]);
  return (
    <Input
      type="search"
      className={styles['search']}
      prefix={<SearchOutlined aria-hidden />}
      placeholder={t('search')}
      aria-label={t('searchShort')}
      autoComplete="off"
      maxLength={60}
      allowClear
      value={typed}
      onChange={(event) => setTyped(event.target.value)}
      onCompositionStart={() => setIsComposing(true)}
      onCompositionEnd={() => setIsComposing(false)}
      onPressEnter={() => onSearch(typed)}
    />
  );
}

function FilterChips({ list, viewState }: { readonly list: LedgerList; readonly viewState: LedgerViewState }): ReactNode {
  const t = useTexts(listTexts);
  const language = useLanguage();
  const { filters } = viewState.view;
  if (filters.length === 0) return null;
  return (
    <ul className={styles['chips']} aria-label={t('filters')}>
      {filterChips(filters, list.fields, language).map((chip) => (
        <li key={chip.key} className={styles['chip']}>
          {chip.label !== '' && <span className={styles['chipLabel']}>{chip.label}</span>}
          <span className={styles['chipText']}>{chip.text}</span>
          <button type="button" aria-label={t('removeFilter', { label: chip.label || chip.text })} onClick={() => viewState.setFilters(filters.filter((filter) => filter.key !== chip.key))}>
            <CloseOutlined aria-hidden />
          </button>
        </li>
      ))}
      <li><Button type="link" size="small" onClick={viewState.clear}>{t('clearAll')}</Button></li>
    </ul>
  );
}
