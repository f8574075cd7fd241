import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useFormats } from '../../platform/format.ts';
import { useTexts } from '../../platform/i18n.ts';
import { links } from '../../platform/links.ts';
import { useRight } from '../../platform/session.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Page } from '../../ui/page.tsx';
import { QueryView } from '../../ui/query-view.tsx';
import { ImportStateTag } from './import-state-tag.tsx';
import { ImportView } from './import-view.tsx';
import { importQuery, importsQuery } from './import-query.ts';
import { importsTexts } from './imports-texts.ts';
import { useFileTitle } from './use-file-title.ts';

/** One import from upload to report. */
export function ImportPage(): ReactNode {
  const t = useTexts(importsTexts);
  const mayImport = useRight('import');
  const { importId } = useParams({ from: '/signed-in/imports/$importId' });
  if (mayImport) return <OneImport importId={importId} />;
  return <Page title={t('title')}><EmptyState title={t('notAllowed')} hint={t('notAllowedHint')} /></Page>;
}

function OneImport({ importId }: { readonly importId: string }): ReactNode {
  const t = useTexts(importsTexts);
  const formats = useFormats();
  const fileTitle = useFileTitle();
  const query = useQuery(importQuery(importId));
  // While the first reading runs, only the list knows what the files are called.
  const listed = useQuery({ ...importsQuery, refetchInterval: false, select: ({ imports }) => imports.find((one) => one.id === importId)?.fileNames });
  const fileNames = query.data !== undefined && query.data.files.length > 0 ? query.data.files.map((file) => file.name) : listed.data;
  return (
    <Page
      title={fileNames === undefined ? t('title') : t('importTitle', { files: fileTitle(fileNames) })}
      before={<Link to={links.imports}>← {t('back')}</Link>}
      subtitle={query.data && <><ImportStateTag state={query.data.state} /> {query.data.createdBy} · {formats.dateTime(query.data.createdAt)}</>}
    >
      <QueryView query={query}>{(one) => <ImportView one={one} />}</QueryView>
    </Page>
  );
}
