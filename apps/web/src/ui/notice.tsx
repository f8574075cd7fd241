import { CheckCircleOutlined, ExclamationCircleOutlined, InfoCircleOutlined, WarningOutlined } from '@ant-design/icons';
import type { ReactNode } from 'react';
import styles from './notice.module.css';

export type Tone = 'info' | 'good' | 'attention' | 'danger';

interface NoticeProps {
  readonly tone: Tone;
  readonly title?: ReactNode;
  readonly actions?: ReactNode;
  readonly children?: ReactNode;
}

const icons = { info: InfoCircleOutlined, good: CheckCircleOutlined, attention: WarningOutlined, danger: ExclamationCircleOutlined } as const;

/** A sentence that stays on the page. Dangers are announced at once, the rest in turn. */
export function Notice({ tone, title, actions, children }: NoticeProps): ReactNode {
  const Icon = icons[tone];
  return (
    <div className={`${styles['notice']} ${styles[tone]}`} role={tone === 'danger' ? 'alert' : 'status'}>
      <Icon className={styles['icon']} aria-hidden />
      <div className={styles['text']}>
        {title !== undefined && <strong className={styles['title']}>{title}</strong>}
        {children !== undefined && <div>{children}</div>}
      </div>
      {actions !== undefined && <div className={styles['actions']}>{actions}</div>}
    </div>
  );
}
