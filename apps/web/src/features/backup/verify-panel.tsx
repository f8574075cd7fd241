import { SafetyCertificateOutlined } from '@ant-design/icons';
import { verifyRoutes } from '@loanbook/contract/features/verify.ts';
import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { useEffect, useState, type ReactNode } from 'react';
import { call } from '../../platform/client.ts';
import { useTexts } from '../../platform/i18n.ts';
import { Failure } from '../../ui/failure.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Panel } from '../../ui/panel.tsx';
import { backupTexts } from './backup-texts.ts';
import styles from './backup.module.css';
import { VerifyReportView } from './verify-report-view.tsx';

export function VerifyPanel(): ReactNode {
  const t = useTexts(backupTexts);
  const verify = useMutation({ mutationFn: () => call(verifyRoutes.verify) });
  const button = <Button icon={<SafetyCertificateOutlined />} loading={verify.isPending} onClick={() => verify.mutate()}>{t('runVerify')}</Button>;
  const hasAnswer = verify.isPending || verify.error !== null || verify.data !== undefined;
  return (
    <Panel title={t('verify')} note={t('verifyNote')} actions={button}>
      {hasAnswer && (
        <div className={styles['stack']}>
          {verify.isPending && <Waiting />}
          {verify.error !== null && <Failure error={verify.error} onRetry={() => verify.mutate()} />}
          {verify.data !== undefined && <VerifyReportView report={verify.data} />}
        </div>
      )}
    </Panel>
  );
}

/** The server cannot say how far it is; the seconds show that it is still at it. */
function Waiting(): ReactNode {
  const t = useTexts(backupTexts);
  const [seconds, setSeconds] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => setSeconds((elapsed) => elapsed + 1), 1000);
    return () => clearInterval(timer);
  }, []);
  return <Notice tone="info">{t('verifying', { seconds })}</Notice>;
}
