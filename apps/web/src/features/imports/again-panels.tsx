import { DownloadOutlined } from '@ant-design/icons';
import { importChangesRoutes } from '@loanbook/contract/features/import-changes.ts';
import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { formatCount } from '../../platform/format.ts';
import { useTexts } from '../../platform/i18n.ts';
import { Panel } from '../../ui/panel.tsx';
import { FileButton, TieButton } from '../loans/loans.index.ts';
import { againTexts } from './again-texts.ts';
import type { ChangeRow } from './changes-query.ts';
import { ChangeTable } from './changes-step.tsx';
import styles from './import-report.module.css';
import type { Report } from './report-lines.ts';

type Again = NonNullable<Report['again']>;
const rowsAtOnce = 50;

interface AgainPanelsProps {
  readonly importId: string;
  readonly asOf: string | null;
  readonly again: Again;
}

/** Where the book's word stood against the ledger's, and loans the ledger no longer has. */
export function AgainPanels({ importId, asOf, again }: AgainPanelsProps): ReactNode {
  const t = useTexts(againTexts);
  const download = <FileButton route={importChangesRoutes.keptFile} params={{ importId }} fallbackName={`${t('downloadName')}.xlsx`} icon={<DownloadOutlined aria-hidden />}>{t('download')}</FileButton>;
  return (
    <>
      {again.kept.length > 0 && <RowsPanel title={t('keptTitle')} note={t('keptNote')} count={again.keptCount} rows={again.kept} extra={download} action={(row) => <TieAction row={row} asOf={asOf} />} />}
      {again.missing.length > 0 && <RowsPanel title={t('missingTitle')} note={t('missingNote')} count={again.missingCount} rows={again.missing} extra={again.kept.length > 0 ? null : download} />}
    </>
  );
}

interface RowsPanelProps {
  readonly title: string;
  readonly note: string;
  readonly count: number;
  readonly rows: readonly ChangeRow[];
  readonly extra: ReactNode;
  readonly action?: (row: ChangeRow) => ReactNode;
}

function RowsPanel({ title, note, count, rows, extra, action }: RowsPanelProps): ReactNode {
  const t = useTexts(againTexts);
  const [shownCount, setShownCount] = useState(rowsAtOnce);
  const rest = rows.length - shownCount;
  return (
    <Panel title={`${title} · ${formatCount(count)}`} note={note} actions={extra} isFlush>
      <ChangeTable rows={rows.slice(0, shownCount)} {...(action !== undefined && { action })} />
      {rest > 0 && <div className={styles['more']}><Button onClick={() => setShownCount(shownCount + 200)}>{t('more', { count: formatCount(Math.min(200, rest)) })}</Button></div>}
    </Panel>
  );
}

/** Only a balance can be adjusted, and only that of a loan taken over; the dialog says so of others. */
function TieAction({ row, asOf }: { readonly row: ChangeRow; readonly asOf: string | null }): ReactNode {
  const balance = row.fields.find((field) => field.key === 'outstandingPrincipal' && field.kept === 'balance_differs');
  if (row.id === null || balance?.file === undefined || balance.file === null) return null;
  return <TieButton loanId={row.id} outstanding={balance.file} on={asOf} />;
}
