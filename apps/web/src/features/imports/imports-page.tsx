import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTexts } from '../../platform/i18n.ts';
import { useRight } from '../../platform/session.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Failure } from '../../ui/failure.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Page } from '../../ui/page.tsx';
import { Panel } from '../../ui/panel.tsx';
import { QueryView } from '../../ui/query-view.tsx';
import { FileDropZone } from './file-drop-zone.tsx';
import { importsQuery } from './import-query.ts';
import { ImportsTable } from './imports-table.tsx';
import { importsTexts } from './imports-texts.ts';
import { TemplatesPanel } from './templates-panel.tsx';
import { mostFiles, mostMegabytesTogether } from './upload-check.ts';
import { useUpload, type Upload } from './use-upload.ts';

/** Where ledgers come in, and what became of those that came before. */
export function ImportsPage(): ReactNode {
  const t = useTexts(importsTexts);
  const mayImport = useRight('import');
  return (
    <Page title={t('title')} subtitle={t('subtitle')}>
      {mayImport ? <Imports /> : <EmptyState title={t('notAllowed')} hint={t('notAllowedHint')} />}
    </Page>
  );
}

function Imports(): ReactNode {
  const t = useTexts(importsTexts);
  const upload = useUpload();
  const imports = useQuery(importsQuery);
  return (
    <>
      <FileDropZone isUploading={upload.isUploading} onFiles={upload.start} onStop={upload.stop} />
      <Refused upload={upload} />
      <Panel title={t('past')} isFlush>
        <QueryView query={imports}>
          {(data) => (data.imports.length === 0 ? <EmptyState title={t('emptyTitle')} hint={t('emptyHint')} /> : <ImportsTable imports={data.imports} />)}
        </QueryView>
      </Panel>
      <TemplatesPanel />
    </>
  );
}

function Refused({ upload }: { readonly upload: Upload }): ReactNode {
  const t = useTexts(importsTexts);
  if (upload.error !== null) return <Failure error={upload.error} title={t('refusedTitle')} />;
  if (upload.problems.length === 0) return null;
  return (
    <Notice tone="danger" title={t('refusedTitle')}>
      <ul>
        {upload.problems.map(({ fileName, defect }) => <li key={`${fileName} ${defect}`}>{t(`refused_${defect}`, { file: fileName ?? '', files: mostFiles, megabytes: mostMegabytesTogether })}</li>)}
      </ul>
    </Notice>
  );
}
