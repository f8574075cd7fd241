import { customerFactsSchema } from '@loanbook/contract/features/customers.ts';
import { customerFields } from '@loanbook/contract/fields/customer-fields.ts';
import type { Field } from '@loanbook/contract/fields/field.ts';
import type { Cell } from '@loanbook/contract/list-query.ts';
import { parseYuan } from '@loanbook/engine/money.ts';
import type { z } from 'zod';
import { plainFigure } from '../../ui/plain-figure.ts';
import { checkIdNumber, plainIdNumber } from './id-number-check.ts';
import { appliesTo, type CustomerKind } from './customer-kind-fields.ts';

/** What the inputs hold: text as typed, codes of choices, YYYY-MM-DD, tags. undefined and '' mean not filled in. */
export type FormValue = string | boolean | readonly string[] | null | undefined;
export type FormValues = Readonly<Record<string, FormValue>>;

export const editableFields: readonly Field[] = customerFields.filter((field) => field.isEditable);

export function kindOf(values: Readonly<Record<string, unknown>>): CustomerKind {
  const kind = customerFactsSchema.shape.kind.safeParse(values['kind']);
  return kind.success ? kind.data : 'individual';
}

/** Inputs filled from a stored customer. Sealed fields start empty: their masks must never be sent back. */
export function valuesOfCells(cells: Readonly<Record<string, Cell>>): FormValues {
  return Object.fromEntries(editableFields.map((field) => [field.key, field.mask === undefined ? valueOfCell(cells[field.key]) : '']));
}

function valueOfCell(cell: Cell | undefined): FormValue {
  return typeof cell === 'number' ? String(cell) : cell;
}

/** One input's value as the fact that is sent: trimmed, amounts and numbers without separators, null when empty. */
export function factOf(field: Field, value: FormValue): Cell {
  if (value === null || value === undefined || value === '') return null;
  if (typeof value === 'boolean') return value;
  if (typeof value !== 'string') return value.length === 0 ? null : [...value];
  const text = value.trim();
  if (text === '') return null;
  if (field.type === 'money') return plainFigure(text);
  if (field.type === 'integer') return /^\d{1,9}$/.test(plainFigure(text)) ? Number(plainFigure(text)) : text;
  if (field.mask === 'id_number' || field.key === 'idNumber') return plainIdNumber(text);
  if (field.mask === 'phone') return text.replaceAll(/[\s-]/g, '');
  return text;
}

/** Everything filled in that this kind of customer can have. */
export function filledFacts(values: FormValues): Record<string, Cell> {
  const kind = kindOf(values);
  const entries = editableFields.filter((field) => appliesTo(field, kind)).map((field): [string, Cell] => [field.key, factOf(field, values[field.key])]);
  return Object.fromEntries(entries.filter(([, fact]) => fact !== null));
}

/**
 * Facts that differ from those the form was opened with. A sealed field left empty is unchanged; `cleared` names the
 * sealed fields to empty on purpose.
 */
export function changedFacts(before: FormValues, after: FormValues, cleared: ReadonlySet<string>): Record<string, Cell> {
  const changed = editableFields.flatMap((field): [string, Cell][] => {
    if (cleared.has(field.key)) return [[field.key, null]];
    const [old, fact] = [factOf(field, before[field.key]), factOf(field, after[field.key])];
    return JSON.stringify(old) === JSON.stringify(fact) ? [] : [[field.key, fact]];
  });
  return Object.fromEntries(changed);
}

export type ProblemCode =
  | 'required' | 'invalidAmount' | 'negativeAmount' | 'invalidDate' | 'tooLong' | 'invalidValue' | 'invalidNumber' | 'invalidMobile' | 'invalidEmail'
  | 'idFormat' | 'idRegion' | 'idBirthDate' | 'idSequence' | 'idChecksum' | 'birthDateMismatch';

export interface FieldProblem {
  readonly code: ProblemCode;
  readonly limit?: number;
  readonly date?: string;
}

const factShapes: Readonly<Record<string, z.ZodType>> = customerFactsSchema.shape;

/** What is wrong with one input, by the very schema the server applies and by the check characters of ID numbers. */
export function fieldProblem(field: Field, values: FormValues): FieldProblem | null {
  const fact = factOf(field, values[field.key]);
  if (fact === null) return field.isRequired ? { code: 'required' } : null;
  if (field.key === 'idNumber' && typeof fact === 'string') return idNumberProblem(values['idType'], fact);
  if (field.mask === 'phone' && typeof fact === 'string' && /^1/.test(fact) && !/^1\d{10}$/.test(fact)) return { code: 'invalidMobile' };
  if (field.key === 'email' && typeof fact === 'string' && !/^\S+@\S+\.\S+$/.test(fact)) return { code: 'invalidEmail' };
  if (field.type === 'money' && typeof fact === 'string') return amountProblem(fact);
  const parsed = factShapes[field.key]?.safeParse(fact);
  if (parsed === undefined || parsed.success) return field.key === 'birthDate' ? birthDateProblem(values) : null;
  return schemaProblem(field, parsed.error.issues[0]);
}

function amountProblem(yuan: string): FieldProblem | null {
  const amountFen = parseYuan(yuan);
  if (amountFen === null) return { code: 'invalidAmount' };
  return amountFen < 0 ? { code: 'negativeAmount' } : null;
}

function schemaProblem(field: Field, issue: { readonly code?: string; readonly message: string } | undefined): FieldProblem {
  if (issue?.code === 'too_big' && field.maxLength !== undefined) return { code: 'tooLong', limit: field.maxLength };
  if (field.type === 'date') return { code: 'invalidDate' };
  return { code: field.type === 'integer' ? 'invalidNumber' : 'invalidValue' };
}

const faultCodes = { format: 'idFormat', region: 'idRegion', birth_date: 'idBirthDate', sequence: 'idSequence', checksum: 'idChecksum' } as const;

function idNumberProblem(idType: FormValue, number: string): FieldProblem | null {
  const type = customerFactsSchema.shape.idType.safeParse(idType);
  const check = checkIdNumber(type.success ? type.data : null, number);
  return check.isValid ? null : { code: faultCodes[check.fault] };
}

/** An ID number and a birth date that contradict each other are both suspect; the person decides which is wrong. */
function birthDateProblem(values: FormValues): FieldProblem | null {
  const number = values['idNumber'];
  if (values['idType'] !== 'resident_id' || typeof number !== 'string' || number === '') return null;
  const check = checkIdNumber('resident_id', number);
  if (!check.isValid || check.holder === undefined || check.holder.birthDate === values['birthDate']) return null;
  return { code: 'birthDateMismatch', date: check.holder.birthDate };
}
