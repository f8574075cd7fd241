import { DownOutlined, ProfileOutlined } from '@ant-design/icons';
import type { LedgerList } from '@loanbook/contract/fields/ledger-lists.ts';
import { viewsRoutes, type SavedView } from '@loanbook/contract/features/views.ts';
import { App, Button, Dropdown } from 'antd';
import { useEffect, useState, type ReactNode } from 'react';
import { call } from '../../../platform/client.ts';
import { useTexts } from '../../../platform/i18n.ts';
import { useSession } from '../../../platform/session.ts';
import type { ColumnChoiceState } from '../../use-column-choice.ts';
import { standardViewId, type LedgerViewState } from '../use-ledger-view.ts';
import { useSavedViews, useViewChange } from './saved-views-query.ts';
import { askedOf, contentOf, hasChanged } from './view-content.ts';
import { ViewNameDialog } from './view-name-dialog.tsx';
import styles from './view-picker.module.css';
import { viewMenuItems, type ViewCommand } from './view-menu-items.tsx';
import { ViewShareDialog } from './view-share-dialog.tsx';
import { viewsTexts } from './views-texts.ts';

interface ViewPickerProps {
  readonly list: LedgerList;
  readonly viewState: LedgerViewState;
  readonly columns: ColumnChoiceState;
  readonly picked: SavedView | undefined;
}

/** Which view of the list is shown; picks another, keeps this one, and says when it was changed since. */
export function ViewPicker({ list, viewState, columns, picked }: ViewPickerProps): ReactNode {
  const t = useTexts(viewsTexts);
  const { message, modal } = App.useApp();
  const { user, rights } = useSession();
  const views = useSavedViews(list.name);
  const [dialog, setDialog] = useState<'saveAs' | 'rename' | 'share' | null>(null);
  const standard = views?.find((view) => view.defaultRoles.includes(user.role));
  const show = (view: SavedView): void => viewState.show(askedOf(view.content ?? { filters: [] }), { viewId: view.id, groupBy: view.content?.groupBy });
  useDefaultView(viewState, standard, show);
  const isChanged = hasChanged(list, picked, viewState, columns.isOwn);
  const save = useViewChange((view: SavedView) => call(viewsRoutes.change, { params: { viewId: view.id }, body: { version: view.version, content: contentOf(list, viewState, columns.isOwn ? columns.choice : (view.content?.columns ?? null)) } }), (_result, view) => {
    columns.reset();
    void message.success(t('saved', { name: view.name }));
  });
  const remove = useViewChange((view: SavedView) => call(viewsRoutes.delete, { params: { viewId: view.id } }), () => {
    viewState.show({ filters: [] }, {});
    void message.success(t('removed'));
  });
  const run = (command: ViewCommand): void => {
    switch (command) {
      case 'save': if (picked) save.mutate(picked); break;
      case 'reset':
        columns.reset();
        if (picked) show(picked);
        else viewState.show({ filters: [] }, { viewId: viewState.viewId });
        break;
      case 'remove': if (picked) void modal.confirm({ title: t('removeTitle', { name: picked.name }), content: picked.isShared ? t('removeShared') : t('removeHint'), okText: t('removeNow'), okButtonProps: { danger: true }, onOk: () => remove.mutateAsync(picked) }); break;
      case 'saveAs':
      case 'rename':
      case 'share': setDialog(command); break;
      default: throw new Error(`no such command: ${String(command satisfies never)}`);
    }
  };
  const mayWrite = rights.includes('ledger.write');
  const pick = (key: string): void => {
    const view = views?.find(({ id }) => id === key);
    if (view) show(view);
    else viewState.show({ filters: [] }, { viewId: standard ? standardViewId : undefined });
  };
  const name = picked?.name ?? t('standard');
  return (
    <>
      <Dropdown
        trigger={['click']}
        autoFocus
        menu={{
          items: viewMenuItems({ t, views: views ?? [], picked, isChanged, mayWrite }),
          selectedKeys: [picked?.id ?? standardViewId],
          className: styles['menu'] ?? '',
          onClick: ({ key }) => (key.startsWith('do:') ? run(key.slice(3) as ViewCommand) : pick(key)), // keys behind do: are made of ViewCommand alone
        }}
      >
        <Button className={styles['button']} icon={<ProfileOutlined aria-hidden />} aria-label={t('picker', { name: isChanged ? `${name}, ${t('changed')}` : name })} loading={save.isPending}>
          <span className={styles['name']}>{name}</span>
          {isChanged && <span className={styles['changed']}>{t('changed')}</span>}
          <DownOutlined className={styles['arrow']} aria-hidden />
        </Button>
      </Dropdown>
      {dialog === 'share' && picked && <ViewShareDialog view={picked} onClose={() => setDialog(null)} />}
      {(dialog === 'saveAs' || (dialog === 'rename' && picked)) && (
        <ViewNameDialog
          list={list.name}
          renamed={dialog === 'rename' ? picked : undefined}
          content={contentOf(list, viewState, columns.isOwn ? columns.choice : (picked?.content?.columns ?? null))}
          onSaved={(view) => {
            if (dialog === 'saveAs') {
              columns.reset();
              show(view);
            }
          }}
          onClose={() => setDialog(null)}
        />
      )}
    </>
  );
}

/** A list opened without asking for anything shows the view that is the default of one's role; once, so that one can leave it. */
function useDefaultView({ view, viewId }: LedgerViewState, standard: SavedView | undefined, show: (view: SavedView) => void): void {
  const [isBare] = useState(viewId === undefined && view.filters.length === 0 && view.sort === undefined && view.search === undefined);
  const [isDone, setIsDone] = useState(!isBare);
  useEffect(() => {
    if (isDone || standard === undefined) return;
    setIsDone(true);
    show(standard);
  }, [isDone, standard, show]);
}
