import type { Field } from '@loanbook/contract/fields/field.ts';
import type { Filter } from '@loanbook/contract/list-query.ts';
import { formatCell } from '../../platform/format.ts';
import type { Language } from '../../platform/i18n.ts';

/** One chip: everything a view asks of one field. */
export interface FilterChip {
  readonly key: string;
  readonly label: string;
  readonly text: string;
}

const words = {
  zh: { from: '不小于', to: '不大于', fromDay: '起', toDay: '止', contains: '含', empty: '为空', not_empty: '不为空', ofOneCustomer: '仅一位客户', or: '、' },
  en: { from: 'at least', to: 'at most', fromDay: 'from', toDay: 'until', contains: 'contains', empty: 'is empty', not_empty: 'is filled', ofOneCustomer: 'one customer only', or: ', ' },
} as const;

/** Filters as sentences, one for each field in the order in which they were set. */
export function filterChips(filters: readonly Filter[], fields: readonly Field[], language: Language): readonly FilterChip[] {
  const keys = [...new Set(filters.map((filter) => filter.key))];
  return keys.map((key) => {
    const ofKey = filters.filter((filter) => filter.key === key);
    const field = fields.find((candidate) => candidate.key === key);
    if (field === undefined) return { key, label: '', text: key === 'customerId' || key === 'loanId' ? words[language].ofOneCustomer : key };
    return { key, label: field[language], text: rangeSentence(field, ofKey, language) ?? ofKey.map((filter) => sentence(field, filter, language)).join(words[language].or) };
  });
}

function rangeSentence(field: Field, filters: readonly Filter[], language: Language): string | null {
  const [from, to] = [filters.find((filter) => filter.operator === 'from'), filters.find((filter) => filter.operator === 'to')];
  if (filters.length !== 2 || from === undefined || to === undefined || !('value' in from) || !('value' in to)) return null;
  const [fromText, toText] = [shown(field, from.value, language), shown(field, to.value, language)];
  return fromText === toText ? fromText : `${fromText} ~ ${toText}`;
}

function sentence(field: Field, filter: Filter, language: Language): string {
  const word = words[language];
  const isDay = field.type === 'date' || field.type === 'date_time';
  switch (filter.operator) {
    case 'equals': return shown(field, filter.value, language);
    case 'in': return filter.values.map((value) => shown(field, value, language)).join(word.or);
    case 'contains': return language === 'zh' ? `${word.contains}“${filter.value}”` : `${word.contains} “${filter.value}”`;
    case 'from': return isDay ? dayBound(filter.value, word.fromDay, language) : `${word.from} ${shown(field, filter.value, language)}`;
    case 'to': return isDay ? dayBound(filter.value, word.toDay, language) : `${word.to} ${shown(field, filter.value, language)}`;
    case 'empty': return word.empty;
    case 'not_empty': return word.not_empty;
    default: {
      const unknownFilter: never = filter;
      throw new Error(`no sentence for ${String(unknownFilter)}`);
    }
  }
}

function dayBound(day: string, word: string, language: Language): string {
  return language === 'zh' ? `${day} ${word}` : `${word} ${day}`;
}

function shown(field: Field, value: string, language: Language): string {
  const cell = field.type === 'boolean' ? value === 'true' : value;
  return formatCell(field, cell, { language, timeZone: 'Asia/Shanghai' });
}
