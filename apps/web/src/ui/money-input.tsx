import { Input, type InputRef } from 'antd';
import { useLayoutEffect, useRef, useState, type ReactNode } from 'react';
import { formatMoney } from '../platform/format.ts';
import { useTexts } from '../platform/i18n.ts';
import { plainFigure } from './plain-figure.ts';
import { uiTexts } from './ui-texts.ts';

interface FigureInputProps {
  /** Filled in by Form.Item. */
  readonly id?: string;
  /** Digits and a point as typed, without separators. */
  readonly value?: string | null;
  readonly onChange?: (text: string) => void;
  readonly disabled?: boolean;
  readonly autoFocus?: boolean;
  readonly placeholder?: string;
  readonly 'aria-label'?: string;
}

/** Yuan as text "1234.50", in and out; shown with separators while it is not being typed. */
export function MoneyInput({ value, onChange, ...rest }: FigureInputProps): ReactNode {
  const t = useTexts(uiTexts);
  const [isTyping, setIsTyping] = useState(false);
  const input = useRef<InputRef>(null);
  const shown = isTyping || !value ? (value ?? '') : formatMoney(value);
  // Dropping the separators moves the cursor to the end; without this, typing would append to the amount instead of replacing it.
  useLayoutEffect(() => {
    if (isTyping) input.current?.select();
  }, [isTyping]);
  return (
    <Input
      {...rest}
      ref={input}
      inputMode="decimal"
      autoComplete="off"
      styles={{ input: { textAlign: 'end' } }}
      suffix={t('yuan')}
      value={shown}
      onFocus={() => setIsTyping(true)}
      onBlur={() => setIsTyping(false)}
      onChange={(event) => onChange?.(plainFigure(event.target.value))}
    />
  );
}

/** A percentage as text "12.5", in and out. */
export function PercentInput({ value, onChange, ...rest }: FigureInputProps): ReactNode {
  return <Input {...rest} inputMode="decimal" autoComplete="off" styles={{ input: { textAlign: 'end' } }} suffix="%" value={value ?? ''} onChange={(event) => onChange?.(plainFigure(event.target.value))} />;
}
