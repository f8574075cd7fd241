import type { Field } from '@loanbook/contract/fields/field.ts';
import type { Filter } from '@loanbook/contract/list-query.ts';
import { Input, Select, Segmented, Space } from 'antd';
import { useState, type ReactNode } from 'react';
import { useLanguage, useTexts } from '../../platform/i18n.ts';
import { boundFromTyping, chosenRange, chosenText, chosenValues, filterByChoices, filterByRange, filterByText, filterShape } from './field-filter.ts';
import { DateInput } from '../../ui/date-input.tsx';
import { listTexts } from './list-texts.ts';
import styles from './filter-panel.module.css';

interface FieldFilterInputProps {
  readonly field: Field;
  readonly filters: readonly Filter[];
  /** The filters of this field from now on. */
  readonly onChange: (filters: readonly Filter[]) => void;
}

/** How one field is asked for: values to pick, bounds, or a piece of text, whatever its type calls for. */
export function FieldFilterInput(props: FieldFilterInputProps): ReactNode {
  const shape = filterShape(props.field);
  switch (shape) {
    case null: return null;
    case 'choices': return <ChoicesInput {...props} />;
    case 'yes_no': return <YesNoInput {...props} />;
    case 'range': return props.field.type === 'date' || props.field.type === 'date_time' ? <DaysInput {...props} /> : <NumbersInput {...props} />;
    case 'part':
    case 'exact': return <TextInput {...props} shape={shape} />;
    default: {
      const unknownShape: never = shape;
      throw new Error(`no input for ${String(unknownShape)}`);
    }
  }
}

function ChoicesInput({ field, filters, onChange }: FieldFilterInputProps): ReactNode {
  const t = useTexts(listTexts);
  const language = useLanguage();
  return (
    <Select
      mode="multiple"
      className={styles['wide']}
      aria-label={field[language]}
      placeholder={t('any')}
      allowClear
      showSearch={{ optionFilterProp: 'label' }}
      value={[...chosenValues(filters, field.key)]}
      options={(field.choices ?? []).map((choice) => ({ value: choice.value, label: choice[language] }))}
      onChange={(values: string[]) => onChange(filterByChoices(field.key, values))}
    />
  );
}

function YesNoInput({ field, filters, onChange }: FieldFilterInputProps): ReactNode {
  const t = useTexts(listTexts);
  const value = chosenValues(filters, field.key)[0] ?? '';
  return (
    <Segmented
      options={[{ value: '', label: t('any') }, { value: 'true', label: t('yes') }, { value: 'false', label: t('no') }]}
      value={value}
      onChange={(chosen) => onChange(chosen === '' ? [] : [{ key: field.key, operator: 'equals', value: chosen }])}
    />
  );
}

function DaysInput({ field, filters, onChange }: FieldFilterInputProps): ReactNode {
  const t = useTexts(listTexts);
  const language = useLanguage();
  const range = chosenRange(filters, field.key);
  const picker = (end: 'from' | 'to'): ReactNode => (
    <DateInput aria-label={`${field[language]} ${t(end)}`} value={range[end] || null} onChange={(day) => onChange(filterByRange(field.key, { ...range, [end]: day ?? '' }))} />
  );
  return (
    <div className={styles['range']}>
      {picker('from')}
      <span aria-hidden>–</span>
      {picker('to')}
    </div>
  );
}

function NumbersInput({ field, filters, onChange }: FieldFilterInputProps): ReactNode {
  const t = useTexts(listTexts);
  const language = useLanguage();
  const range = chosenRange(filters, field.key);
  const bound = (end: 'from' | 'to'): ReactNode => (
    <TypedBound key={`${end} ${range[end]}`} label={`${field[language]} ${t(end)}`} placeholder={t(end)} field={field} value={range[end]} onChange={(value) => onChange(filterByRange(field.key, { ...range, [end]: value }))} />
  );
  return (
    <div className={styles['range']}>
      {bound('from')}
      <span aria-hidden>–</span>
      {bound('to')}
    </div>
  );
}

interface TypedBoundProps {
  readonly field: Field;
  readonly label: string;
  readonly placeholder: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

function TypedBound({ field, label, placeholder, value, onChange }: TypedBoundProps): ReactNode {
  const t = useTexts(listTexts);
  const [typed, setTyped] = useState(value);
  const bound = boundFromTyping(field, typed);
  const take = (): void => {
    if (bound !== null && bound !== value) onChange(bound);
  };
  return (
    <Space orientation="vertical" size={2} className={styles['bound']}>
      <Input inputMode="decimal" aria-label={label} placeholder={placeholder} value={typed} status={bound === null ? 'error' : ''} onChange={(event) => setTyped(event.target.value)} onBlur={take} onPressEnter={take} />
      {bound === null && <span className={styles['problem']} role="alert">{t('invalidNumber')}</span>}
    </Space>
  );
}

function TextInput({ field, filters, onChange, shape }: FieldFilterInputProps & { readonly shape: 'part' | 'exact' }): ReactNode {
  const t = useTexts(listTexts);
  const language = useLanguage();
  const kept = chosenText(filters, field.key);
  const [typed, setTyped] = useState(kept);
  const take = (text: string): void => {
    if (text.trim() !== kept) onChange(filterByText(field.key, text, shape));
  };
  return (
    <Input
      aria-label={field[language]}
      placeholder={t(shape)}
      allowClear
      autoComplete="off"
      maxLength={200}
      value={typed}
      onChange={(event) => {
        setTyped(event.target.value);
        if (event.target.value === '') take('');
      }}
      onBlur={() => take(typed)}
      onPressEnter={() => take(typed)}
    />
  );
}
