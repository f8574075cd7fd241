import type { Choice } from '@loanbook/contract/choices.ts';
import { Select } from 'antd';
import type { ReactNode } from 'react';
import { useLanguage, useTexts } from '../platform/i18n.ts';
import { uiTexts } from './ui-texts.ts';

interface ChoiceSelectProps {
  readonly choices: readonly Choice[];
  /** Filled in by Form.Item. */
  readonly id?: string;
  readonly value?: string | null;
  readonly onChange?: (value: string | null) => void;
  readonly isClearable?: boolean;
  readonly disabled?: boolean;
  readonly 'aria-label'?: string;
}

/** One of an enumeration, named in the person's language. Long lists can be searched. */
export function ChoiceSelect({ choices, value, onChange, isClearable = false, ...rest }: ChoiceSelectProps): ReactNode {
  const t = useTexts(uiTexts);
  const language = useLanguage();
  return (
    <Select
      {...rest}
      value={value ?? undefined}
      onChange={(chosen: string | undefined) => onChange?.(chosen ?? null)}
      allowClear={isClearable}
      placeholder={t('choose')}
      options={choices.map((choice) => ({ value: choice.value, label: choice[language] }))}
      showSearch={choices.length > 8 ? { optionFilterProp: 'label' } : false}
      popupMatchSelectWidth={false}
    />
  );
}
