import { Input } from 'antd';
import type { ReactNode } from 'react';
import { useTexts } from '../platform/i18n.ts';
import styles from './password-input.module.css';
import { uiTexts } from './ui-texts.ts';

interface NewPasswordInputProps {
  /** Filled in by Form.Item. */
  readonly id?: string;
  readonly value?: string;
  readonly onChange?: (text: string) => void;
  readonly minimumLength: number;
}

/** A password being chosen: counts along, so that nobody finds out only after sending. */
export function NewPasswordInput({ id, value = '', onChange, minimumLength }: NewPasswordInputProps): ReactNode {
  const t = useTexts(uiTexts);
  const length = value.length;
  const isLongEnough = length >= minimumLength;
  const hintId = `${id ?? 'password'}-hint`;
  return (
    <div>
      <Input.Password {...(id !== undefined && { id })} value={value} onChange={(event) => onChange?.(event.target.value)} autoComplete="new-password" aria-describedby={hintId} />
      <div className={styles['hint']} data-enough={isLongEnough || undefined}>
        <span className={styles['track']} aria-hidden="true">
          <span className={styles['bar']} style={{ inlineSize: `${Math.min(100, Math.floor((100 * length) / minimumLength))}%` }} />
        </span>
        <span id={hintId} aria-live="polite">{hintText()}</span>
      </div>
    </div>
  );

  function hintText(): string {
    if (length === 0) return t('passwordRule', { minimum: minimumLength });
    return isLongEnough ? t('passwordLongEnough', { length }) : t('passwordMissing', { count: minimumLength - length });
  }
}
