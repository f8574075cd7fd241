import { DatePicker, Input } from 'antd';
import dayjs from 'dayjs';
import type { ReactNode } from 'react';
import { useIsPhone } from '../platform/color-mode.ts';
import { useTexts } from '../platform/i18n.ts';
import { uiTexts } from './ui-texts.ts';

interface DateInputProps {
  /** Filled in by Form.Item. */
  readonly id?: string;
  /** YYYY-MM-DD */
  readonly value?: string | null;
  readonly onChange?: (day: string | null) => void;
  /** Inclusive bounds, YYYY-MM-DD. */
  readonly min?: string;
  readonly max?: string;
  readonly disabled?: boolean;
  readonly 'aria-label'?: string;
}

/** The first is shown; the others may be typed. */
const formats = ['YYYY-MM-DD', 'YYYYMMDD', 'YYYY-M-D', 'YYYY/M/D', 'YYYY.M.D'];

/** A calendar day as text, in and out. Phones show their own picker. */
export function DateInput({ value, onChange, min, max, ...rest }: DateInputProps): ReactNode {
  const t = useTexts(uiTexts);
  const isPhone = useIsPhone();
  if (isPhone) return <Input {...rest} type="date" value={value ?? ''} min={min} max={max} onChange={(event) => onChange?.(event.target.value || null)} />;
  return (
    <DatePicker
      {...rest}
      style={{ width: '100%' }}
      format={formats}
      placeholder={t('datePlaceholder')}
      value={value ? dayjs(value) : null}
      onChange={(day) => onChange?.(day ? day.format('YYYY-MM-DD') : null)}
      {...(min !== undefined && { minDate: dayjs(min) })}
      {...(max !== undefined && { maxDate: dayjs(max) })}
    />
  );
}
