import { viewsRoutes, type SavedView } from '@loanbook/contract/features/views.ts';
import { App, Checkbox, Modal } from 'antd';
import { useState, type ReactNode } from 'react';
import { call } from '../../../platform/client.ts';
import { useTexts } from '../../../platform/i18n.ts';
import { useViewChange } from './saved-views-query.ts';
import styles from './view-picker.module.css';
import { viewsTexts } from './views-texts.ts';

/** Who sees a view, and for whom it is what the list opens with. */
export function ViewShareDialog({ view, onClose }: { readonly view: SavedView; readonly onClose: () => void }): ReactNode {
  const t = useTexts(viewsTexts);
  const { message } = App.useApp();
  const [isShared, setIsShared] = useState(view.isShared);
  const [defaultRoles, setDefaultRoles] = useState(view.defaultRoles);
  const share = useViewChange(() => call(viewsRoutes.share, { params: { viewId: view.id }, body: { version: view.version, isShared, defaultRoles: isShared ? defaultRoles : [] } }), () => {
    void message.success(t('shareDone'));
    onClose();
  });
  return (
    <Modal open title={t('shareTitle', { name: view.name })} okText={t('confirm')} onCancel={onClose} onOk={() => share.mutate(undefined)} okButtonProps={{ loading: share.isPending }}>
      <Checkbox checked={isShared} onChange={(event) => setIsShared(event.target.checked)}>{t('isShared')}</Checkbox>
      <p className={styles['note']}>{t('sharedHint')}</p>
      <fieldset className={styles['roles']} disabled={!isShared}>
        <legend>{t('defaultFor')}</legend>
        <Checkbox.Group
          disabled={!isShared}
          value={isShared ? defaultRoles : []}
          onChange={setDefaultRoles}
          options={[{ value: 'full', label: t('defaultFull') }, { value: 'read_only', label: t('defaultReadOnly') }]}
        />
      </fieldset>
    </Modal>
  );
}
