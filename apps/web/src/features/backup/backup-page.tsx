import type { ReactNode } from 'react';
import { useTexts } from '../../platform/i18n.ts';
import { Page } from '../../ui/page.tsx';
import { BackupPanel } from './backup-panel.tsx';
import { backupTexts } from './backup-texts.ts';
import { VerifyPanel } from './verify-panel.tsx';

export function BackupPage(): ReactNode {
  const t = useTexts(backupTexts);
  return (
    <Page title={t('title')} subtitle={t('subtitle')} width="reading">
      <BackupPanel />
      <VerifyPanel />
    </Page>
  );
}
