import { DownOutlined } from '@ant-design/icons';
import type { Loan } from '@loanbook/contract/features/loans.ts';
import { Button, Dropdown, type MenuProps } from 'antd';
import { useMemo, useState, type ReactNode } from 'react';
import { useTexts } from '../../platform/i18n.ts';
import { useRight } from '../../platform/session.ts';
import { EventDrawer } from './event-drawer.tsx';
import { EventReverseDialog } from './event-reverse-dialog.tsx';
import styles from './events.module.css';
import { eventsTexts } from './events-texts.ts';
import { HandOverDialog } from './hand-over-dialog.tsx';
import { lifeTexts } from './life-texts.ts';
import { offeredActions, type LoanAction, type OfferedAction } from './loan-actions.ts';
import { UndoRefinanceDialog } from './undo-refinance-dialog.tsx';
import { VoidDialog } from './void-dialog.tsx';

/** Everything else that can be entered on a loan; what it cannot take now says why. */
export function MoreActions({ loan }: { readonly loan: Loan }): ReactNode {
  const t = useTexts(eventsTexts);
  const mayWrite = useRight('ledger.write');
  const [action, setAction] = useState<LoanAction | null>(null);
  const groups = useMemo(() => offeredActions(loan), [loan]);
  const itemOf = useMenuItem();
  if (!mayWrite) return null;
  const items = groups.flatMap((group, index) => [...(index > 0 ? [{ type: 'divider' as const }] : []), ...group.map(itemOf)]);
  const choose = (key: string): void => setAction(groups.flat().find((offered) => offered.key === key)?.key ?? null);
  return (
    <>
      <Dropdown trigger={['click']} menu={{ items, onClick: ({ key }) => choose(key) }} classNames={{ root: styles['menu'] ?? '' }}>
        <Button>{t('more')} <DownOutlined aria-hidden /></Button>
      </Dropdown>
      <ActionForm loan={loan} action={action} onClose={() => setAction(null)} />
    </>
  );
}

function useMenuItem(): (offered: OfferedAction) => NonNullable<MenuProps['items']>[number] {
  const t = useTexts(eventsTexts);
  const tLife = useTexts(lifeTexts);
  const textOf = (key: string): string => (isLifeKey(key) ? tLife(key) : isEventKey(key) ? t(key) : key);
  return ({ key, why, isDanger }) => ({
    key, disabled: why !== null, danger: isDanger && why === null,
    label: <span className={styles['item']}>{textOf(key)}{why !== null && <small>{textOf(why)}</small>}</span>,
  });
}

function isLifeKey(key: string): key is keyof typeof lifeTexts.zh {
  return Object.hasOwn(lifeTexts.zh, key);
}

function isEventKey(key: string): key is keyof typeof eventsTexts.zh {
  return Object.hasOwn(eventsTexts.zh, key);
}

interface ActionFormProps {
  readonly loan: Loan;
  readonly action: LoanAction | null;
  readonly onClose: () => void;
}

function ActionForm({ loan, action, onClose }: ActionFormProps): ReactNode {
  switch (action) {
    case 'reverse':
      return <EventReverseDialog loan={loan} onClose={onClose} />;
    case 'undo_refinance':
      return <UndoRefinanceDialog loan={loan} onClose={onClose} />;
    case 'void':
      return <VoidDialog loan={loan} onClose={onClose} />;
    case 'hand_over':
      return <HandOverDialog offer={{ loanIds: [loan.id], view: null, fromManager: typeof loan.cells['manager'] === 'string' ? loan.cells['manager'] : null }} onClose={onClose} />;
    default:
      return <EventDrawer loan={loan} kind={action} onClose={onClose} />;
  }
}
