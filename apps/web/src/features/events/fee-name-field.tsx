import { Button, Form, Input } from 'antd';
import type { ReactNode } from 'react';
import { useTexts } from '../../platform/i18n.ts';
import type { EventDraft } from './event-draft.ts';
import styles from './events.module.css';
import { eventsTexts } from './events-texts.ts';

interface FeeNameFieldProps {
  readonly draft: EventDraft;
  readonly onChange: (changed: Partial<EventDraft>) => void;
}

const usualNames = ['letter', 'notary', 'court'] as const;

/** What the fee is for; the usual ones take one press. */
export function FeeNameField({ draft, onChange }: FeeNameFieldProps): ReactNode {
  const t = useTexts(eventsTexts);
  return (
    <Form.Item label={t('feeName')} htmlFor="event-fee-name" required>
      <Input id="event-fee-name" autoComplete="off" maxLength={60} value={draft.name} onChange={(event) => onChange({ name: event.target.value })} />
      <div className={styles['presets']}>
        {usualNames.map((key) => <Button key={key} onClick={() => onChange({ name: t(`feeName_${key}`) })}>{t(`feeName_${key}`)}</Button>)}
      </div>
    </Form.Item>
  );
}
