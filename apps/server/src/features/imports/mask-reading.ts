import { customerFields } from '@loanbook/contract/fields/customer-fields.ts';
import type { MaskKind } from '@loanbook/contract/fields/field.ts';
import { loanFields } from '@loanbook/contract/fields/loan-fields.ts';
import type { Cell } from '@loanbook/contract/list-query.ts';
import type { ColumnReading, LedgerReading, Problem } from '@loanbook/ledger-reader/ledger-reading.ts';
import { maskLongNumbers, maskOf } from '../../platform/mask.ts';

/*
 * A workbook is full of numbers that the book would only show to somebody who gives a reason. What an import shows of it
 * is masked like the book itself; whoever needs a value in full has the workbook, and problems name its cells.
 */

const maskByKey: ReadonlyMap<string, MaskKind> = new Map([...customerFields, ...loanFields].flatMap((field) => (field.mask ? [[field.key, field.mask] as const] : [])));

export function maskedCells(cells: Readonly<Record<string, Cell>>): Record<string, Cell> {
  return Object.fromEntries(Object.entries(cells).map(([key, value]) => {
    const mask = maskByKey.get(key);
    return [key, mask && typeof value === 'string' ? maskOf(mask, value) : value];
  }));
}

const looksLikeAddress = /[省市县区镇乡].*[路街道巷弄村组号室]/u;

/** Samples of a column whose meaning nobody has said yet may hold anything. */
export function maskedSamples({ key, samples }: Pick<ColumnReading, 'key' | 'samples'>): string[] {
  return samples.map((sample) => maskedText(sample, maskByKey.get(key ?? '') ?? (key === null && looksLikeAddress.test(sample) ? 'address' : undefined)));
}

/** For a reading's problems: each with its value masked as its column is, in the messages too. */
export function problemMasker(reading: LedgerReading): (problem: Problem) => Problem {
  const masks = sensitiveColumns(reading);
  return (problem) => {
    const letter = /^[A-Z]+/.exec(problem.cell)?.[0] ?? '';
    const value = maskedText(problem.value, masks.get(columnPlace(problem.file, problem.sheet, letter)));
    const inMessage = (text: string): string => maskLongNumbers(problem.value === '' ? text : text.replaceAll(problem.value, value));
    return { ...problem, value, messageZh: inMessage(problem.messageZh), messageEn: inMessage(problem.messageEn) };
  };
}

function maskedText(text: string, mask: MaskKind | undefined): string {
  return maskLongNumbers(mask && text !== '' ? maskOf(mask, text) : text);
}

function sensitiveColumns(reading: LedgerReading): ReadonlyMap<string, MaskKind> {
  const masks = new Map<string, MaskKind>();
  for (const file of reading.files) {
    for (const sheet of file.sheets) {
      for (const column of sheet.tables.flatMap((table) => table.columns)) {
        const mask = maskByKey.get(column.key ?? '');
        if (mask) masks.set(columnPlace(file.name, sheet.name, column.letter), mask);
      }
    }
  }
  return masks;
}

function columnPlace(file: string, sheet: string, letter: string): string {
  return `${file}\n${sheet}\n${letter}`;
}
