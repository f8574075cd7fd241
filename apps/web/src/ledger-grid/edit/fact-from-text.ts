import { customerFactsSchema } from '@loanbook/contract/features/customers.ts';
import { loanFactsSchema } from '@loanbook/contract/features/loans.ts';
import type { Field } from '@loanbook/contract/fields/field.ts';
import type { Cell } from '@loanbook/contract/list-query.ts';
import { parseYuan } from '@loanbook/engine/money.ts';
import type { z } from 'zod';
import { valueProblem } from '../../platform/form-rules.ts';
import type { Language } from '../../platform/i18n.ts';
import { requiredText } from '../../platform/problem-text.ts';
import { plainFigure } from '../../ui/plain-figure.ts';

/** The lists whose facts may be edited in the table. */
export type EditableList = 'customers' | 'loans';

export type FactReading = { readonly isValid: true; readonly fact: Cell } | { readonly isValid: false; readonly problem: string };

const schemas: Readonly<Record<EditableList, Readonly<Record<string, z.ZodType>>>> = { customers: customerFactsSchema.shape, loans: loanFactsSchema.shape };

const yes = new Set(['是', '√', 'y', 'yes', 'true', '1', '有']);
const no = new Set(['否', '×', 'x', 'n', 'no', 'false', '0', '无']);

/** What a person typed or pasted into a cell as the fact that is sent, by the contract's own schema; '' is nothing known. */
export function factFromText(list: EditableList, field: Field, typed: string, language: Language): FactReading {
  const text = typed.trim();
  const schema = schemas[list][field.key];
  if (schema === undefined) throw new Error(`${field.key} is no fact of ${list}`);
  if (text === '') return field.isRequired ? wrong(requiredText(language)) : { isValid: true, fact: null };
  if (field.mask !== undefined && text.includes('**')) return wrong(language === 'zh' ? '这是掩码，不是完整内容；请填写完整内容' : 'This is a mask, not the value; enter the whole value');
  const fact = plainFact(field, text);
  if (fact === null) return wrong(choicesText(field, language));
  if (field.type === 'money' && (parseYuan(String(fact)) ?? 0) < 0) return wrong(language === 'zh' ? '金额不能小于零' : 'The amount cannot be less than zero');
  const problem = valueProblem(schema, fact, language);
  return problem === null ? { isValid: true, fact } : wrong(problem);
}

function wrong(problem: string): FactReading {
  return { isValid: false, problem };
}

/** null: none of the choices. */
function plainFact(field: Field, text: string): Cell {
  switch (field.type) {
    case 'choice': {
      const same = text.normalize('NFKC').toLowerCase();
      return field.choices?.find(({ value, zh, en }) => [value, zh, en].some((name) => name.toLowerCase() === same))?.value ?? null;
    }
    case 'boolean': return booleanFact(text.normalize('NFKC').toLowerCase());
    case 'money':
    case 'percent': return plainFigure(text);
    case 'integer': return /^-?\d{1,9}$/.test(plainFigure(text)) ? Number(plainFigure(text)) : text;
    case 'date':
    case 'date_time': return plainDate(text);
    case 'tags': return [...new Set(text.split(/[,，、;；\n]/).map((tag) => tag.trim()).filter((tag) => tag !== ''))];
    case 'text':
    case 'code': return plainCode(field, text);
    default: return field.type satisfies never;
  }
}

function booleanFact(text: string): boolean | null {
  if (yes.has(text)) return true;
  return no.has(text) ? false : null;
}

/** 2026/3/5, 20260305, 2026年3月5日 → 2026-03-05; anything else is left for the schema to refuse. */
function plainDate(text: string): string {
  const [, year, month, day] = /^(\d{4})(?:[-/.年](\d{1,2})[-/.月](\d{1,2})日?|(?=\d{4}$))/.exec(text.normalize('NFKC')) ?? [];
  if (year === undefined) return text;
  if (month === undefined || day === undefined) return `${year}-${text.slice(4, 6)}-${text.slice(6)}`;
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

function plainCode(field: Field, text: string): string {
  if (field.mask === 'id_number') return text.normalize('NFKC').replace(/[\s-]/g, '').toUpperCase();
  return field.mask === 'phone' ? text.replaceAll(/[\s-]/g, '') : text;
}

function choicesText(field: Field, language: Language): string {
  const names = field.type === 'boolean' ? (language === 'zh' ? ['是', '否'] : ['Yes', 'No']) : (field.choices ?? []).map((choice) => choice[language]);
  return language === 'zh' ? `可填：${names.join('、')}` : `One of: ${names.join(', ')}`;
}
