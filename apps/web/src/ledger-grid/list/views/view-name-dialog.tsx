import type { ListName } from '@loanbook/contract/fields/ledger-lists.ts';
import { savedViewSchema, viewsRoutes, type SavedView, type ViewContent } from '@loanbook/contract/features/views.ts';
import { App, Input, Modal } from 'antd';
import { useState, type ReactNode } from 'react';
import { call } from '../../../platform/client.ts';
import { useTexts } from '../../../platform/i18n.ts';
import { useViewChange } from './saved-views-query.ts';
import styles from './view-picker.module.css';
import { viewsTexts } from './views-texts.ts';

interface ViewNameDialogProps {
  readonly list: ListName;
  /** The view that gets another name; a new one is saved when absent. */
  readonly renamed: SavedView | undefined;
  readonly content: ViewContent;
  readonly onSaved: (view: SavedView) => void;
  readonly onClose: () => void;
}

export function ViewNameDialog({ list, renamed, content, onSaved, onClose }: ViewNameDialogProps): ReactNode {
  const t = useTexts(viewsTexts);
  const { message } = App.useApp();
  const [name, setName] = useState(renamed?.name ?? '');
  const [isAsked, setIsAsked] = useState(false);
  const text = name.trim();
  const write = (): Promise<SavedView> => (renamed ? call(viewsRoutes.change, { params: { viewId: renamed.id }, body: { version: renamed.version, name: text } }) : call(viewsRoutes.save, { body: { list, name: text, content } }));
  const save = useViewChange(write, (result) => {
    const view = savedViewSchema.safeParse(result);
    if (view.success) onSaved(view.data);
    void message.success(renamed ? t('renamed') : t('saved', { name: text }));
    onClose();
  });
  const submit = (): void => {
    setIsAsked(true);
    if (text !== '' && !save.isPending) save.mutate(undefined);
  };
  const isMissing = isAsked && text === '';
  return (
    <Modal open title={renamed ? t('renameTitle') : t('saveTitle')} okText={t('confirm')} onCancel={onClose} onOk={submit} okButtonProps={{ loading: save.isPending }}>
      <Input autoFocus aria-label={t('name')} placeholder={t('name')} maxLength={60} value={name} status={isMissing ? 'error' : ''} onChange={(event) => setName(event.target.value)} onPressEnter={submit} />
      {isMissing && <p role="alert" className={styles['problem']}>{t('nameMissing')}</p>}
      {!renamed && <p className={styles['note']}>{t('keeps')}</p>}
    </Modal>
  );
}
