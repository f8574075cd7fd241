import { choiceLabel } from '@loanbook/contract/choices.ts';
import type { ExportRequest } from '@loanbook/contract/features/lists.ts';
import type { Field } from '@loanbook/contract/fields/field.ts';
import { localMinute } from '../../platform/changed-meanwhile.ts';
import { failure } from '../../platform/failure.ts';
import type { SignedIn } from '../../platform/session-store.ts';
import type { StoredValue } from '../../platform/lists/list-cells.ts';
import type { ListColumn, ListDefinition } from '../../platform/lists/list-definition.ts';

/** A column of an export with where its values come from. */
export interface SheetColumn {
  readonly field: Field;
  readonly column: ListColumn;
  readonly header: string;
}

/** What the file is about, in the language asked for. */
export interface ExportSheet {
  readonly name: string;
  readonly lender: string;
  /** As-of day, who exported and when, and whether a filter narrows the rows. */
  readonly caption: string;
  readonly totalLabel: string;
  readonly language: ExportRequest['language'];
  readonly columns: readonly SheetColumn[];
}

/** @throws Failure unknown_field for a column that the list has not */
export function exportSheet(list: ListDefinition, request: ExportRequest, session: SignedIn, now: Date): ExportSheet {
  const { language } = request;
  const isNarrowed = request.filters.length > 0 || (request.search ?? '') !== '';
  const madeAt = localMinute(now.toISOString(), session.timeZone);
  return {
    name: list.ledger[language],
    lender: session.institutionName,
    caption: language === 'zh'
      ? `营业日 ${session.businessDate}　${session.displayName} 导出于 ${madeAt}${isNarrowed ? '　（已筛选）' : ''}`
      : `Business date ${session.businessDate}, exported by ${session.displayName} on ${madeAt}${isNarrowed ? ' (filtered)' : ''}`,
    totalLabel: language === 'zh' ? '合计' : 'Total',
    language,
    columns: request.columns.map((key) => sheetColumn(list, key, language)),
  };
}

function sheetColumn(list: ListDefinition, key: string, language: ExportRequest['language']): SheetColumn {
  const field = list.ledger.fields.find((candidate) => candidate.key === key);
  const column = list.columns[key];
  if (!field || !column) throw failure('unknown_field', { field: key });
  return { field, column, header: field[language] };
}

/** Choices, yes or no and tags as a person reads them; other texts as they are. Numbers are the writers' business. */
export function readableText(field: Field, value: Exclude<StoredValue, number | null>, language: ExportRequest['language']): string {
  if (typeof value === 'boolean') return language === 'zh' ? (value ? '是' : '否') : value ? 'Yes' : 'No';
  if (typeof value === 'object') return value.join('、');
  return field.choices ? choiceLabel(field.choices, value, language) : value;
}
