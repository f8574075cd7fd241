import type { Field } from '@loanbook/contract/fields/field.ts';
import type { Filter } from '@loanbook/contract/list-query.ts';
import { parseCivilDate } from '@loanbook/engine/civil-date.ts';
import { formatYuan, parseYuan } from '@loanbook/engine/money.ts';
import { parsePercent } from '@loanbook/engine/rate.ts';
import { plainFigure } from '../../ui/plain-figure.ts';

/** How a field is asked for. exact: sealed fields, which are found by their whole value (or its last four) only. */
export type FilterShape = 'choices' | 'yes_no' | 'range' | 'part' | 'exact';

export interface FieldRange {
  readonly from: string;
  readonly to: string;
}

/** null: the field is not offered as a filter. */
export function filterShape(field: Field): FilterShape | null {
  if (!field.isFilterable) return null;
  if (field.mask !== undefined) return 'exact';
  switch (field.type) {
    case 'choice': return 'choices';
    case 'boolean': return 'yes_no';
    case 'date':
    case 'date_time':
    case 'money':
    case 'percent':
    case 'integer': return 'range';
    case 'text':
    case 'code':
    case 'tags': return 'part';
    default: {
      const unknownType: never = field.type;
      throw new Error(`no filter for ${String(unknownType)}`);
    }
  }
}

/** Values of "is one of", also where a link says "equals". */
export function chosenValues(filters: readonly Filter[], key: string): readonly string[] {
  return filters.flatMap((filter) => {
    if (filter.key !== key) return [];
    if (filter.operator === 'in') return filter.values;
    return filter.operator === 'equals' ? [filter.value] : [];
  });
}

export function chosenRange(filters: readonly Filter[], key: string): FieldRange {
  const bound = (operator: 'from' | 'to'): string => filters.flatMap((filter) => (filter.key === key && filter.operator === operator ? [filter.value] : []))[0] ?? '';
  const [equal] = filters.flatMap((filter) => (filter.key === key && filter.operator === 'equals' ? [filter.value] : []));
  return { from: equal ?? bound('from'), to: equal ?? bound('to') };
}

export function chosenText(filters: readonly Filter[], key: string): string {
  return filters.flatMap((filter) => (filter.key === key && (filter.operator === 'contains' || filter.operator === 'equals') ? [filter.value] : []))[0] ?? '';
}

export function filterByChoices(key: string, values: readonly string[]): readonly Filter[] {
  return values.length === 0 ? [] : [{ key, operator: 'in', values: [...values] }];
}

export function filterByRange(key: string, { from, to }: FieldRange): readonly Filter[] {
  return [...(from === '' ? [] : [{ key, operator: 'from', value: from } as const]), ...(to === '' ? [] : [{ key, operator: 'to', value: to } as const])];
}

export function filterByText(key: string, text: string, shape: 'part' | 'exact'): readonly Filter[] {
  const value = text.trim();
  if (value === '') return [];
  return [{ key, operator: shape === 'part' ? 'contains' : 'equals', value }];
}

/** The same filters with those of one field put in place of what was there. */
export function withFieldFilters(filters: readonly Filter[], key: string, replacement: readonly Filter[]): readonly Filter[] {
  return [...filters.filter((filter) => filter.key !== key), ...replacement];
}

/** A typed bound in the wire's form; null when it is no such value. People type 1,200 and ￥1200 and 12%. */
export function boundFromTyping(field: Field, typed: string): string | null {
  const text = typed.trim();
  if (text === '') return '';
  const digits = plainFigure(text);
  switch (field.type) {
    case 'money': {
      const amountFen = parseYuan(digits);
      return amountFen === null ? null : formatYuan(amountFen);
    }
    case 'percent': return parsePercent(digits) === null ? null : digits;
    case 'integer': return /^-?\d{1,9}$/.test(digits) ? digits : null;
    default: return parseCivilDate(text);
  }
}
