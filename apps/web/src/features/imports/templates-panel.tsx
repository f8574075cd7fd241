import { importsRoutes, type ImportTemplate } from '@loanbook/contract/features/imports.ts';
import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button, Input, Modal, Popconfirm } from 'antd';
import { useState, type ReactNode } from 'react';
import { errorSentence } from '../../platform/api-error.ts';
import { call } from '../../platform/client.ts';
import { formatCount, useFormats } from '../../platform/format.ts';
import { useLanguage, useTexts } from '../../platform/i18n.ts';
import { DataTable, type DataColumn } from '../../ui/data-table.tsx';
import { Panel } from '../../ui/panel.tsx';
import { templatesTexts } from './templates-texts.ts';

const templatesQuery = queryOptions({ queryKey: ['import-templates'], queryFn: ({ signal }) => call(importsRoutes.templates, { signal }) });

/** The sources whose mapping is remembered; nothing where none is. */
export function TemplatesPanel(): ReactNode {
  const t = useTexts(templatesTexts);
  const formats = useFormats();
  const [renamed, setRenamed] = useState<ImportTemplate | null>(null);
  const templates = useQuery(templatesQuery).data?.templates ?? [];
  if (templates.length === 0) return null;
  const columns: readonly DataColumn<ImportTemplate>[] = [
    { key: 'name', title: t('name'), isHeading: true, render: (template) => template.name },
    { key: 'columns', title: t('columnCount'), isFigure: true, render: (template) => formatCount(template.columnCount) },
    { key: 'by', title: t('createdBy'), render: (template) => template.createdBy },
    { key: 'used', title: t('usedAt'), isFigure: true, render: (template) => formats.dateTime(template.usedAt) },
    { key: 'action', title: t('action'), isBare: true, render: (template) => <TemplateActions template={template} onRename={setRenamed} /> },
  ];
  return (
    <Panel title={t('title')} note={t('hint')} isFlush>
      <DataTable label={t('title')} columns={columns} rows={templates} keyOf={(template) => template.id} />
      {renamed !== null && <RenameDialog template={renamed} onClose={() => setRenamed(null)} />}
    </Panel>
  );
}

interface TemplateActionsProps {
  readonly template: ImportTemplate;
  readonly onRename: (template: ImportTemplate) => void;
}

function TemplateActions({ template, onRename }: TemplateActionsProps): ReactNode {
  const t = useTexts(templatesTexts);
  const forget = useTemplateChange(() => call(importsRoutes.forgetTemplate, { params: { templateId: template.id } }), t('forgotten'));
  return (
    <>
      <Button type="link" size="small" onClick={() => onRename(template)}>{t('rename')}</Button>
      <Popconfirm title={t('forgetConfirm', { name: template.name })} description={t('forgetHint')} okText={t('forget')} onConfirm={() => forget.mutate()} styles={{ root: { maxWidth: 340 } }}>
        <Button type="link" size="small" danger loading={forget.isPending}>{t('forget')}</Button>
      </Popconfirm>
    </>
  );
}

function RenameDialog({ template, onClose }: { readonly template: ImportTemplate; readonly onClose: () => void }): ReactNode {
  const t = useTexts(templatesTexts);
  const [name, setName] = useState(template.name);
  const rename = useTemplateChange(() => call(importsRoutes.renameTemplate, { params: { templateId: template.id }, body: { name: name.trim() } }), t('renamed'), onClose);
  const isMissing = name.trim() === '';
  return (
    <Modal open title={t('rename')} okText={t('rename')} onCancel={onClose} onOk={() => rename.mutate()} okButtonProps={{ disabled: isMissing, loading: rename.isPending }}>
      <Input autoFocus aria-label={t('nameLabel')} maxLength={100} value={name} status={isMissing ? 'error' : ''} onChange={(event) => setName(event.target.value)} onPressEnter={() => !isMissing && rename.mutate()} />
      {isMissing && <p role="alert">{t('nameMissing')}</p>}
    </Modal>
  );
}

function useTemplateChange(change: () => Promise<unknown>, done: string, onDone: () => void = () => undefined) {
  const language = useLanguage();
  const { message } = App.useApp();
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSuccess: async () => {
      await queryClient.invalidateQueries({ queryKey: templatesQuery.queryKey });
      void message.success(done);
      onDone();
    },
    onError: (error) => void message.error(errorSentence(error, language)),
  });
}
