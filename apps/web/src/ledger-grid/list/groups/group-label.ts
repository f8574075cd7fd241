import { amountBandsYuan, groupShape } from '@loanbook/contract/fields/group-fields.ts';
import type { Field } from '@loanbook/contract/fields/field.ts';
import type { Cell } from '@loanbook/contract/list-query.ts';
import { formatCell, formatCount, type FormatSettings } from '../../../platform/format.ts';

const words = {
  zh: { empty: '（空）', below: (to: string) => `${to}以下`, more: (from: string) => `${from}及以上`, between: (from: string, to: string) => `${from}～${to}` },
  en: { empty: '(none)', below: (to: string) => `below ${to}`, more: (from: string) => `${from} and more`, between: (from: string, to: string) => `${from} – ${to}` },
} as const;

/** What the rows of a group share, as a person says it: a choice, a month, a band of amounts. */
export function groupLabel(field: Field, value: Cell, settings: FormatSettings): string {
  const word = words[settings.language];
  if (value === null || value === '') return word.empty;
  switch (groupShape(field)) {
    case 'month': return String(value).slice(0, 7);
    case 'band': return bandLabel(Number(value), settings);
    case 'value':
    case null: return formatCell(field, value, settings);
    default: throw new Error('no label for this shape');
  }
}

function bandLabel(fromYuan: number, { language }: FormatSettings): string {
  const word = words[language];
  const next = amountBandsYuan.find((yuan) => yuan > fromYuan);
  const amount = (yuan: number): string => (language === 'zh' ? `${formatCount(yuan / 10_000)}万` : formatCount(yuan));
  if (next === undefined) return word.more(amount(fromYuan));
  return fromYuan === 0 ? word.below(amount(next)) : word.between(amount(fromYuan), amount(next));
}
