import { GroupOutlined } from '@ant-design/icons';
import { groupFields } from '@loanbook/contract/fields/group-fields.ts';
import type { LedgerList } from '@loanbook/contract/fields/ledger-lists.ts';
import { Button, Dropdown } from 'antd';
import type { ReactNode } from 'react';
import { useMediaQuery } from '../../../platform/color-mode.ts';
import { useLanguage, useTexts } from '../../../platform/i18n.ts';
import { narrowScreen } from '../../narrow-screen.ts';
import type { LedgerViewState } from '../use-ledger-view.ts';
import { groupsTexts } from './groups-texts.ts';

const noneKey = '-';

/** By what the rows are gathered, if at all. */
export function GroupChooser({ list, viewState }: { readonly list: LedgerList; readonly viewState: LedgerViewState }): ReactNode {
  const t = useTexts(groupsTexts);
  const language = useLanguage();
  const isNarrow = useMediaQuery(narrowScreen);
  const fields = groupFields(list);
  const chosen = fields.find(({ key }) => key === viewState.groupBy);
  const name = chosen ? t('groupedBy', { field: chosen[language] }) : t('groupBy');
  return (
    <Dropdown
      trigger={['click']}
      autoFocus
      menu={{
        items: [{ key: noneKey, label: t('none') }, { type: 'divider' }, ...fields.map((field) => ({ key: field.key, label: field[language] }))],
        selectedKeys: [chosen?.key ?? noneKey],
        style: { maxHeight: '60vh', overflow: 'auto' },
        onClick: ({ key }) => viewState.setGroupBy(key === noneKey ? undefined : key),
      }}
    >
      <Button icon={<GroupOutlined aria-hidden />} {...(isNarrow && { 'aria-label': name })}>{!isNarrow && name}</Button>
    </Dropdown>
  );
}
