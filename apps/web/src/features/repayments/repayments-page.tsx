import { PlusSquareOutlined } from '@ant-design/icons';
import type { ReactNode } from 'react';
import { LedgerListPage } from '../../ledger-grid/list/ledger-list-page.tsx';
import { useTexts } from '../../platform/i18n.ts';
import { links } from '../../platform/links.ts';
import { useRight } from '../../platform/session.ts';
import { ButtonLink } from '../../ui/button-link.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { repaymentsTexts } from './repayments-texts.ts';

/** 还款台账. */
export function RepaymentsPage(): ReactNode {
  const t = useTexts(repaymentsTexts);
  const mayWrite = useRight('ledger.write');
  const batch = mayWrite && <ButtonLink to={links.batchRepayments} type="primary" icon={<PlusSquareOutlined aria-hidden />}>{t('batch')}</ButtonLink>;
  return <LedgerListPage list="repayments" actions={batch || undefined} empty={<EmptyState title={t('emptyTitle')} hint={mayWrite ? t('emptyHint') : t('emptyReadOnly')} actions={batch || undefined} />} />;
}
