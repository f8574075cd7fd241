import { ImportOutlined, PlusOutlined } from '@ant-design/icons';
import type { ReactNode } from 'react';
import type { LedgerListTools } from '../../ledger-grid/list/ledger-list.tsx';
import { LedgerListPage } from '../../ledger-grid/list/ledger-list-page.tsx';
import { useTexts } from '../../platform/i18n.ts';
import { links } from '../../platform/links.ts';
import { useRight } from '../../platform/session.ts';
import { ButtonLink } from '../../ui/button-link.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { HandOverButton } from '../events/events.index.ts';
import { loansTexts } from './loans-texts.ts';

const tools: LedgerListTools = (view, selected) => <HandOverButton view={view} selected={selected} />;

/** 放款台账. */
export function LoansPage(): ReactNode {
  const t = useTexts(loansTexts);
  const mayWrite = useRight('ledger.write');
  const mayImport = useRight('import');
  const create = mayWrite && <ButtonLink to={links.newLoan} type="primary" icon={<PlusOutlined aria-hidden />}>{t('newLoan')}</ButtonLink>;
  const empty = (
    <EmptyState
      title={t('emptyTitle')}
      hint={mayWrite ? t('emptyHint') : t('emptyReadOnly')}
      actions={<>{mayImport && <ButtonLink to={links.imports} icon={<ImportOutlined aria-hidden />}>{t('importLedger')}</ButtonLink>}{create}</>}
    />
  );
  return <LedgerListPage list="loans" actions={create || undefined} empty={empty} tools={tools} />;
}
