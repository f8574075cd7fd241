import type { VerifyReport } from '@loanbook/contract/features/verify.ts';
import type { ReactNode } from 'react';
import { formatCount, useFormats } from '../../platform/format.ts';
import { useTexts } from '../../platform/i18n.ts';
import { DataTable, type DataColumn } from '../../ui/data-table.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Tag } from '../../ui/tag.tsx';
import { backupTexts } from './backup-texts.ts';
import styles from './backup.module.css';

type Check = VerifyReport['checks'][number];

export function VerifyReportView({ report }: { readonly report: VerifyReport }): ReactNode {
  const t = useTexts(backupTexts);
  const formats = useFormats();
  const values = { at: formats.dateTime(report.checkedAt), count: report.loansChecked };
  const columns: DataColumn<Check>[] = [
    { key: 'check', title: t('check'), isHeading: true, render: (check) => <CheckName check={check} name={formats.label(check)} /> },
    { key: 'checked', title: t('checked'), isFigure: true, width: 110, render: (check) => formatCount(check.checked) },
    { key: 'result', title: t('result'), width: 130, render: (check) => (check.isSound ? <Tag tone="good">{t('passed')}</Tag> : <Tag tone="danger">{t('deviations', { count: check.deviations.length })}</Tag>) },
  ];
  return (
    <>
      {report.isSound ? <Notice tone="good" title={t('sound')}>{t('soundText', values)}</Notice> : <Notice tone="danger" title={t('unsound')}>{t('unsoundText', values)}</Notice>}
      <div className={styles['report']}>
        <DataTable label={t('verify')} columns={columns} rows={report.checks} keyOf={(check) => check.name} />
      </div>
    </>
  );
}

function CheckName({ check, name }: { readonly check: Check; readonly name: string }): ReactNode {
  const t = useTexts(backupTexts);
  if (check.deviations.length === 0) return name;
  return (
    <details className={styles['deviations']}>
      <summary>{name} · {t('showDeviations')}</summary>
      <ul>{check.deviations.map((deviation) => <li key={deviation}>{deviation}</li>)}</ul>
    </details>
  );
}
