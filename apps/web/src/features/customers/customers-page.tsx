import { ImportOutlined, PlusOutlined } from '@ant-design/icons';
import type { ReactNode } from 'react';
import { LedgerListPage } from '../../ledger-grid/list/ledger-list-page.tsx';
import { useTexts } from '../../platform/i18n.ts';
import { links } from '../../platform/links.ts';
import { useRight } from '../../platform/session.ts';
import { ButtonLink } from '../../ui/button-link.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { customersTexts } from './customers-texts.ts';

export function CustomersPage(): ReactNode {
  const t = useTexts(customersTexts);
  const mayWrite = useRight('ledger.write');
  const mayImport = useRight('import');
  const create = mayWrite && <ButtonLink to={links.newCustomer} type="primary" icon={<PlusOutlined aria-hidden />}>{t('newCustomer')}</ButtonLink>;
  const empty = (
    <EmptyState
      title={t('emptyTitle')}
      hint={mayWrite ? t('emptyHint') : t('emptyReadOnly')}
      actions={<>{mayImport && <ButtonLink to={links.imports} icon={<ImportOutlined aria-hidden />}>{t('importLedger')}</ButtonLink>}{create}</>}
    />
  );
  return <LedgerListPage list="customers" actions={create || undefined} empty={empty} />;
}
