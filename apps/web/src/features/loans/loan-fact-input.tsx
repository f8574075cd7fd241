import type { Field } from '@loanbook/contract/fields/field.ts';
import { Input } from 'antd';
import type { ReactNode } from 'react';
import { ChoiceSelect } from '../../ui/choice-select.tsx';
import { MoneyInput } from '../../ui/money-input.tsx';
import { LongTextInput } from '../../ui/long-text-input.tsx';

interface LoanFactInputProps {
  readonly field: Field;
  /** The next three are filled in by Form.Item. */
  readonly id?: string;
  readonly value?: string | null;
  readonly onChange?: (value: string | null) => void;
}

const longTextFrom = 400;

/** The input for one fact of a loan, by its type in the catalogue. Editable facts are texts, choices and money. */
export function LoanFactInput({ field, id, value, onChange }: LoanFactInputProps): ReactNode {
  const common = { ...(id !== undefined && { id }), value: value ?? '' };
  const take = (text: string): void => onChange?.(text === '' ? null : text);
  if (field.type === 'choice') return <ChoiceSelect {...common} value={value ?? null} choices={field.choices ?? []} isClearable onChange={(chosen) => onChange?.(chosen)} />;
  if (field.type === 'money') return <MoneyInput {...common} onChange={take} />;
  if ((field.maxLength ?? 0) >= longTextFrom) return <LongTextInput {...common} maxLength={field.maxLength} onChange={(event) => take(event.target.value)} />;
  return <Input {...common} autoComplete="off" maxLength={field.maxLength} onChange={(event) => take(event.target.value)} />;
}
