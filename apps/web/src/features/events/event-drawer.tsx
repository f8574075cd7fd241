import type { Loan } from '@loanbook/contract/features/loans.ts';
import { Drawer } from 'antd';
import type { ReactNode } from 'react';
import { useIsPhone } from '../../platform/color-mode.ts';
import { useTexts } from '../../platform/i18n.ts';
import { EventForm } from './event-form.tsx';
import type { EventKind } from './event-kinds.ts';
import styles from './events.module.css';
import { eventsTexts } from './events-texts.ts';

interface EventDrawerProps {
  readonly loan: Loan;
  /** null: closed. */
  readonly kind: EventKind | null;
  readonly onClose: () => void;
}

/** One event of the loan, entered beside what it will do. */
export function EventDrawer({ loan, kind, onClose }: EventDrawerProps): ReactNode {
  const t = useTexts(eventsTexts);
  const isPhone = useIsPhone();
  const text = (key: string): string => String(loan.cells[key] ?? '');
  return (
    <Drawer
      title={kind !== null && <span>{t(kind)} <small className={styles['of']}>{t('of', { name: text('customerName'), receiptNo: text('receiptNo') })}</small></span>}
      open={kind !== null}
      onClose={onClose}
      placement={isPhone ? 'bottom' : 'right'}
      size={isPhone ? '94%' : 800}
      mask={{ closable: false }}
      destroyOnHidden
      styles={{ body: { padding: 0 } }}
    >
      {kind !== null && <EventForm key={kind} loan={loan} kind={kind} onClose={onClose} />}
    </Drawer>
  );
}
