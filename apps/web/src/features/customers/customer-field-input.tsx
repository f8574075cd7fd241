import type { Field } from '@loanbook/contract/fields/field.ts';
import { Input, Segmented, Select } from 'antd';
import type { ReactNode } from 'react';
import { useIsPhone } from '../../platform/color-mode.ts';
import { useLanguage, useTexts } from '../../platform/i18n.ts';
import { ChoiceSelect } from '../../ui/choice-select.tsx';
import { DateInput } from '../../ui/date-input.tsx';
import { MoneyInput } from '../../ui/money-input.tsx';
import { uiTexts } from '../../ui/ui-texts.ts';
import { LongTextInput } from '../../ui/long-text-input.tsx';
import { customersTexts } from './customers-texts.ts';
import type { FormValue } from './customer-form-values.ts';

interface CustomerFieldInputProps {
  readonly field: Field;
  readonly placeholder?: string;
  /** Given by the form, as are the next two. */
  readonly id?: string;
  readonly value?: FormValue;
  readonly onChange?: (value: FormValue) => void;
  /** Form.Item checks the field when it is left. */
  readonly onBlur?: () => void;
}

const longTextFrom = 400;

/** The input for one field, by its type in the catalogue. */
export function CustomerFieldInput({ field, placeholder, id, value, onChange, onBlur }: CustomerFieldInputProps): ReactNode {
  const t = useTexts(customersTexts);
  const tUi = useTexts(uiTexts);
  const language = useLanguage();
  const isPhone = useIsPhone();
  const common = { ...(id !== undefined && { id }) };
  const typed = { ...common, ...(onBlur !== undefined && { onBlur }) };
  const text = typeof value === 'string' ? value : '';
  switch (field.type) {
    case 'choice':
      if (field.isRequired && !isPhone) return <Segmented {...common} options={(field.choices ?? []).map((choice) => ({ value: choice.value, label: choice[language] }))} value={text} onChange={(chosen) => onChange?.(chosen)} aria-label={field[language]} />;
      return <ChoiceSelect {...common} choices={field.choices ?? []} isClearable={field.isRequired !== true} value={text || null} onChange={(chosen) => onChange?.(chosen)} />;
    case 'boolean':
      return (
        <Select
          {...common}
          allowClear
          placeholder={tUi('choose')}
          options={[{ value: 'true', label: language === 'zh' ? '是' : 'Yes' }, { value: 'false', label: language === 'zh' ? '否' : 'No' }]}
          value={typeof value === 'boolean' ? String(value) : null}
          onChange={(chosen: string | undefined) => onChange?.(chosen === undefined ? null : chosen === 'true')}
        />
      );
    case 'date':
    case 'date_time':
      return <DateInput {...common} value={text || null} onChange={(day) => onChange?.(day)} />;
    case 'money':
      return <MoneyInput {...common} value={text} onChange={(next) => onChange?.(next)} />;
    case 'tags':
      return <Select {...common} mode="tags" placeholder={t('tagsHint')} tokenSeparators={[',', '，', '、', ' ']} open={false} suffixIcon={null} value={Array.isArray(value) ? value : []} onChange={(tags: string[]) => onChange?.(tags)} />;
    case 'integer':
    case 'percent':
      return <Input {...typed} inputMode="numeric" value={text} onChange={(event) => onChange?.(event.target.value)} />;
    case 'text':
    case 'code':
      if ((field.maxLength ?? 0) >= longTextFrom) return <LongTextInput {...typed} maxLength={field.maxLength} value={text} onChange={(event) => onChange?.(event.target.value)} />;
      return (
        <Input
          {...typed}
          autoComplete="off"
          {...(field.mask === 'phone' && { inputMode: 'tel' as const })}
          {...(placeholder !== undefined && { placeholder })}
          value={text}
          onChange={(event) => onChange?.(event.target.value)}
        />
      );
    default: {
      const unknownType: never = field.type;
      throw new Error(`no input for ${String(unknownType)}`);
    }
  }
}
