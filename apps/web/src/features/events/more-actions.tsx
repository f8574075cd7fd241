import { DownOutlined } from '@ant-design/icons';
import type { Loan } from '@loanbook/contract/features/loans.ts';
import { Button, Dropdown } from 'antd';
import { useState, type ReactNode } from 'react';
import { useTexts } from '../../platform/i18n.ts';
import { useRight } from '../../platform/session.ts';
import { EventDrawer } from './event-drawer.tsx';
import { eventKinds, reversibleEvents, whyNot, type EventKind } from './event-kinds.ts';
import { EventReverseDialog } from './event-reverse-dialog.tsx';
import styles from './events.module.css';
import { eventsTexts } from './events-texts.ts';

/** Everything else that can be entered on a loan; what it cannot take now says why. */
export function MoreActions({ loan }: { readonly loan: Loan }): ReactNode {
  const t = useTexts(eventsTexts);
  const mayWrite = useRight('ledger.write');
  const [kind, setKind] = useState<EventKind | null>(null);
  const [isReversing, setIsReversing] = useState(false);
  if (!mayWrite) return null;
  const item = (key: EventKind | 'reverse', why: ReturnType<typeof whyNot>) => ({
    key, disabled: why !== null, danger: (key === 'write_off' || key === 'reverse') && why === null,
    label: <span className={styles['item']}>{t(key)}{why !== null && <small>{t(why)}</small>}</span>,
  });
  const items = [
    ...eventKinds.map((key) => item(key, whyNot(loan, key))),
    { type: 'divider' as const },
    item('reverse', reversibleEvents(loan).length > 0 ? null : 'whyNothingToReverse'),
  ];
  const choose = (key: string): void => {
    setIsReversing(key === 'reverse');
    setKind(eventKinds.find((candidate) => candidate === key) ?? null);
  };
  return (
    <>
      <Dropdown trigger={['click']} menu={{ items, onClick: ({ key }) => choose(key) }}>
        <Button>{t('more')} <DownOutlined aria-hidden /></Button>
      </Dropdown>
      <EventDrawer loan={loan} kind={kind} onClose={() => setKind(null)} />
      {isReversing && <EventReverseDialog loan={loan} onClose={() => setIsReversing(false)} />}
    </>
  );
}
