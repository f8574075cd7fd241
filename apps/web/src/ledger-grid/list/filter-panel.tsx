import type { LedgerList } from '@loanbook/contract/fields/ledger-lists.ts';
import { Button, Drawer, Select } from 'antd';
import type { ReactNode } from 'react';
import { useIsPhone } from '../../platform/color-mode.ts';
import { useLanguage, useTexts } from '../../platform/i18n.ts';
import { filterShape, withFieldFilters } from './field-filter.ts';
import { FieldFilterInput } from './field-filter-input.tsx';
import { listTexts } from './list-texts.ts';
import styles from './filter-panel.module.css';
import type { LedgerViewState } from './use-ledger-view.ts';

interface FilterPanelProps {
  readonly list: LedgerList;
  readonly viewState: LedgerViewState;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** All filters of a list beside its rows: each change shows at once, and nothing has to be confirmed. */
export function FilterPanel({ list, viewState, isOpen, onClose }: FilterPanelProps): ReactNode {
  const t = useTexts(listTexts);
  const language = useLanguage();
  const isPhone = useIsPhone();
  const { view, setFilters } = viewState;
  return (
    <Drawer
      title={t('filters')}
      open={isOpen}
      onClose={onClose}
      placement={isPhone ? 'bottom' : 'right'}
      size={isPhone ? '82%' : 372}
      mask={isPhone}
      destroyOnHidden
      extra={<Button type="link" disabled={view.filters.length === 0} onClick={viewState.clear}>{t('clearAll')}</Button>}
      footer={isPhone ? <Button type="primary" block onClick={onClose}>{t('done')}</Button> : null}
    >
      <div className={styles['fields']}>
        <div className={styles['field']}>
          <span className={styles['label']}>{t('sortBy')}</span>
          <SortInput list={list} viewState={viewState} />
        </div>
        {list.fields.filter((field) => filterShape(field) !== null).map((field) => (
          <div key={field.key} className={styles['field']}>
            <span className={styles['label']}>{field[language]}</span>
            <FieldFilterInput
              // A filter removed elsewhere must also leave the text box here.
              key={JSON.stringify(view.filters.filter((filter) => filter.key === field.key))}
              field={field}
              filters={view.filters}
              onChange={(replacement) => setFilters(withFieldFilters(view.filters, field.key, replacement))}
            />
          </div>
        ))}
        <p className={styles['note']}>{t('privateNote')}</p>
      </div>
    </Drawer>
  );
}

/** Also the way to sort on a phone, where there are no column headers. */
function SortInput({ list, viewState }: { readonly list: LedgerList; readonly viewState: LedgerViewState }): ReactNode {
  const t = useTexts(listTexts);
  const language = useLanguage();
  const { sort } = viewState.view;
  const sortable = list.fields.filter((field) => field.isSortable);
  return (
    <Select
      className={styles['wide']}
      aria-label={t('sortBy')}
      value={sort ? `${sort.key}.${sort.direction}` : ''}
      options={[
        { value: '', label: t('standardOrder') },
        ...sortable.flatMap((field) => [
          { value: `${field.key}.asc`, label: `${field[language]} ${t('ascending')}` },
          { value: `${field.key}.desc`, label: `${field[language]} ${t('descending')}` },
        ]),
      ]}
      onChange={(value) => {
        const [key, direction] = value.split('.');
        viewState.setSort(key && (direction === 'asc' || direction === 'desc') ? { key, direction } : undefined);
      }}
    />
  );
}
