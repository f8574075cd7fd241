import type { importsRoutes } from '@loanbook/contract/features/imports.ts';
import type { ReplyOf } from '@loanbook/contract/route.ts';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { formatCount, useFormats } from '../../platform/format.ts';
import { useTexts } from '../../platform/i18n.ts';
import { links } from '../../platform/links.ts';
import { DataTable, type DataColumn } from '../../ui/data-table.tsx';
import { ImportStateTag } from './import-state-tag.tsx';
import { importsTexts } from './imports-texts.ts';
import { useFileTitle } from './use-file-title.ts';

type ListedImport = ReplyOf<typeof importsRoutes.list>['imports'][number];

/** Past imports, the latest first; what waits for a person says so. */
export function ImportsTable({ imports }: { readonly imports: readonly ListedImport[] }): ReactNode {
  const t = useTexts(importsTexts);
  const formats = useFormats();
  const fileTitle = useFileTitle();
  const columns: readonly DataColumn<ListedImport>[] = [
    { key: 'files', title: t('files'), isHeading: true, render: (one) => <Link to={links.import} params={{ importId: one.id }} title={one.fileNames.join('\n')}>{fileTitle(one.fileNames)}</Link> },
    { key: 'state', title: t('state'), render: (one) => <ImportStateTag state={one.state} /> },
    { key: 'content', title: t('content'), render: (one) => one.totals !== null && t('contents', { customers: formatCount(one.totals.customers), loans: formatCount(one.totals.loans), repayments: formatCount(one.totals.repayments) }) },
    { key: 'problems', title: t('problems'), render: (one) => one.totals !== null && problemWords(one) },
    { key: 'who', title: t('who'), render: (one) => one.createdBy },
    { key: 'when', title: t('when'), isFigure: true, render: (one) => formats.dateTime(one.createdAt) },
    { key: 'open', title: t('action'), isBare: true, render: (one) => <Link to={links.import} params={{ importId: one.id }} aria-label={`${one.state === 'ready' ? t('continue') : t('view')} ${fileTitle(one.fileNames)}`}>{one.state === 'ready' ? t('continue') : t('view')}</Link> },
  ];
  const problemWords = ({ problemCounts: { error, warning, info } }: ListedImport): string => {
    const parts = [error > 0 && t('errors', { count: formatCount(error) }), warning > 0 && t('warnings', { count: formatCount(warning) }), info > 0 && t('notes', { count: formatCount(info) })];
    return parts.filter((part) => part !== false).join(' · ') || t('none');
  };
  return <DataTable label={t('past')} columns={columns} rows={imports} keyOf={(one) => one.id} toneOf={(one) => (one.state === 'cancelled' || one.state === 'undone' ? 'quiet' : undefined)} />;
}
