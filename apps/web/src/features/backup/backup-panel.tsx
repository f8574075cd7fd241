import { DownloadOutlined } from '@ant-design/icons';
import { backupRoutes } from '@loanbook/contract/features/backup.ts';
import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { download } from '../../platform/download.ts';
import { useTexts } from '../../platform/i18n.ts';
import { useSession } from '../../platform/session.ts';
import { Failure } from '../../ui/failure.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Panel } from '../../ui/panel.tsx';
import { backupTexts } from './backup-texts.ts';
import styles from './backup.module.css';

export function BackupPanel(): ReactNode {
  const t = useTexts(backupTexts);
  const { businessDate } = useSession();
  const backup = useMutation({ mutationFn: () => download(backupRoutes.download, { fallbackName: `loanbook-${businessDate}.backup` }) });
  const button = <Button type="primary" icon={<DownloadOutlined />} loading={backup.isPending} onClick={() => backup.mutate()}>{t('download')}</Button>;
  return (
    <Panel title={t('backup')} note={t('backupNote')} actions={button}>
      <div className={styles['stack']}>
        {backup.isPending && <Notice tone="info">{t('preparing')}</Notice>}
        {backup.data !== undefined && <Notice tone="good">{t('downloaded', { fileName: backup.data })}</Notice>}
        {backup.error !== null && <Failure error={backup.error} onRetry={() => backup.mutate()} />}
        <Notice tone="attention" title={t('keyTitle')}>{t('keyText')}</Notice>
        <p className={styles['quiet']}>{t('restoreHint', { command: 'npx --no loanbook restore FILE' })}</p>
      </div>
    </Panel>
  );
}
