import { DownOutlined } from '@ant-design/icons';
import type { Customer } from '@loanbook/contract/features/customers.ts';
import { Button, Dropdown } from 'antd';
import { useState, type ReactNode } from 'react';
import { useTexts } from '../../platform/i18n.ts';
import { MergeDialog } from './merge-dialog.tsx';
import { mergesTexts } from './merges-texts.ts';
import { SplitDialog } from './split-dialog.tsx';

/** What is done to a customer as such, seldom: put together with another, taken apart. */
export function MergeActions({ customer }: { readonly customer: Customer }): ReactNode {
  const t = useTexts(mergesTexts);
  const [dialog, setDialog] = useState<'merge' | 'split' | null>(null);
  const close = (): void => setDialog(null);
  const items = [{ key: 'merge', label: t('merge') }, { key: 'split', label: t('split'), disabled: customer.figures.loans === 0 }];
  return (
    <>
      <Dropdown trigger={['click']} menu={{ items, onClick: ({ key }) => setDialog(key === 'split' ? 'split' : 'merge') }}>
        <Button>{t('more')} <DownOutlined aria-hidden /></Button>
      </Dropdown>
      {dialog === 'merge' && <MergeDialog customer={customer} onClose={close} />}
      {dialog === 'split' && <SplitDialog customer={customer} onClose={close} />}
    </>
  );
}
