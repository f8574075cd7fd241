import type { SavedView } from '@loanbook/contract/features/views.ts';
import type { MenuProps } from 'antd';
import type { ReactNode } from 'react';
import { standardViewId } from '../use-ledger-view.ts';
import styles from './view-picker.module.css';
import type { viewsTexts } from './views-texts.ts';

export type ViewCommand = 'save' | 'saveAs' | 'reset' | 'rename' | 'share' | 'remove';

type ViewText = (key: keyof typeof viewsTexts.zh, values?: Readonly<Record<string, string>>) => string;
type Items = NonNullable<MenuProps['items']>;

interface ViewMenu {
  readonly t: ViewText;
  readonly views: readonly SavedView[];
  readonly picked: SavedView | undefined;
  readonly isChanged: boolean;
  readonly mayWrite: boolean;
}

/** First the views to pick, by whose they are, then what can be done with the one shown. */
export function viewMenuItems({ t, views, picked, isChanged, mayWrite }: ViewMenu): Items {
  const mayChange = picked !== undefined && (mayWrite || (picked.isOwn && !picked.isShared));
  const command = (name: ViewCommand, isOffered = true, isDanger = false): Items => (isOffered ? [{ key: `do:${name}`, label: t(name), danger: isDanger }] : []);
  return [
    { key: standardViewId, label: t('standard') },
    ...group('own', t('own'), views.filter((view) => view.isOwn), (view) => label(t, view, view.name)),
    ...group('shared', t('shared'), views.filter((view) => !view.isOwn), (view) => label(t, view, t('byOwner', { name: view.name, owner: view.ownerName }))),
    { type: 'divider' },
    ...command('save', isChanged && mayChange),
    ...command('saveAs'),
    ...command('reset', isChanged),
    ...command('rename', mayChange),
    ...command('share', picked !== undefined && mayWrite),
    ...command('remove', mayChange, true),
  ];
}

function group(key: string, title: string, views: readonly SavedView[], labelOf: (view: SavedView) => ReactNode): Items {
  return views.length === 0 ? [] : [{ key, type: 'group', label: title, children: views.map((view) => ({ key: view.id, label: labelOf(view) })) }];
}

function label(t: ViewText, view: SavedView, name: string) {
  return (
    <span className={styles['entry']}>
      <span className={styles['entryName']}>{name}</span>
      {view.defaultRoles.length > 0 && <span className={styles['mark']}>{t('isDefault')}</span>}
      {view.isOwn && view.isShared && <span className={styles['mark']}>{t('shared')}</span>}
    </span>
  );
}
