import type { Loan } from '@loanbook/contract/features/loans.ts';
import { Drawer } from 'antd';
import type { ReactNode } from 'react';
import { useIsPhone } from '../../platform/color-mode.ts';
import { useTexts } from '../../platform/i18n.ts';
import { CorrectTermsPanel } from './correct-terms-panel.tsx';
import { EventForm } from './event-form.tsx';
import type { EventKind } from './event-kinds.ts';
import styles from './events.module.css';
import { eventsTexts } from './events-texts.ts';
import { lifeTexts } from './life-texts.ts';
import { RefinancePanel } from './refinance-panel.tsx';

export type DrawerKind = EventKind | 'refinance' | 'correct_terms';

interface EventDrawerProps {
  readonly loan: Loan;
  /** null: closed. */
  readonly kind: DrawerKind | null;
  readonly onClose: () => void;
}

/** One event of the loan, entered beside what it will do. */
export function EventDrawer({ loan, kind, onClose }: EventDrawerProps): ReactNode {
  const t = useTexts(eventsTexts);
  const tLife = useTexts(lifeTexts);
  const isPhone = useIsPhone();
  const text = (key: string): string => String(loan.cells[key] ?? '');
  const title = kind === 'refinance' || kind === 'correct_terms' ? tLife(kind) : kind === null ? '' : t(kind);
  return (
    <Drawer
      title={kind !== null && <span>{title} <small className={styles['of']}>{t('of', { name: text('customerName'), receiptNo: text('receiptNo') })}</small></span>}
      open={kind !== null}
      onClose={onClose}
      placement={isPhone ? 'bottom' : 'right'}
      size={isPhone ? '94%' : 800}
      mask={{ closable: false }}
      destroyOnHidden
      styles={{ body: { padding: 0 } }}
    >
      <Panel loan={loan} kind={kind} onClose={onClose} />
    </Drawer>
  );
}

function Panel({ loan, kind, onClose }: EventDrawerProps): ReactNode {
  if (kind === null) return null;
  if (kind === 'refinance') return <RefinancePanel loan={loan} onClose={onClose} />;
  if (kind === 'correct_terms') return <CorrectTermsPanel loan={loan} onClose={onClose} />;
  return <EventForm key={kind} loan={loan} kind={kind} onClose={onClose} />;
}
