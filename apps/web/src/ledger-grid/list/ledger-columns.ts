import type { Field } from '@loanbook/contract/fields/field.ts';
import type { LedgerList, ListName } from '@loanbook/contract/fields/ledger-lists.ts';
import type { ListRow } from '@loanbook/contract/list-query.ts';
import { formatCell, isFigure, type FormatSettings } from '../../platform/format.ts';
import type { GridColumn } from '../core/grid-column.ts';
import { cellTone, isTagField } from './cell-tone.ts';

/** Fields that name a row: they lead to its page. */
const naming = new Set(['customerNo', 'name', 'contractNo', 'receiptNo', 'customerName']);

/** The columns of a ledger list, all from the field catalogue; nothing about a field is said a second time here. */
export function ledgerColumns(list: LedgerList, settings: FormatSettings, businessDate: string | undefined): readonly GridColumn<ListRow>[] {
  return list.fields.map((field) => columnOf(list.name, field, settings, businessDate));
}

/** The named columns first, in that order; the rest stay behind them as they were. */
export function inLeadingOrder(columns: readonly GridColumn<ListRow>[], leadingKeys: readonly string[]): readonly GridColumn<ListRow>[] {
  const leading = leadingKeys.flatMap((key) => columns.find((column) => column.key === key) ?? []);
  return [...leading, ...columns.filter((column) => !leadingKeys.includes(column.key))];
}

function columnOf(list: ListName, field: Field, settings: FormatSettings, businessDate: string | undefined): GridColumn<ListRow> {
  const text = (row: ListRow): string => formatCell(field, row.cells[field.key], settings);
  return {
    key: field.key,
    title: field[settings.language],
    widthPx: widthOf(field, settings),
    align: isFigure(field) ? 'right' : 'left',
    look: lookOf(field),
    isSortable: field.isSortable === true,
    isShown: field.isShown === true,
    isTextInSpreadsheet: !isFigure(field) && field.type !== 'date',
    text,
    copiedText: isFigure(field) ? (row) => String(row.cells[field.key] ?? '') : text,
    tone: (row) => cellTone(list, field, row, businessDate),
  };
}

function lookOf(field: Field): GridColumn<ListRow>['look'] {
  if (naming.has(field.key)) return 'link';
  return isTagField(field) ? 'tag' : 'text';
}

// English titles are longer than Chinese ones; the catalogue's widths are made for Chinese.
const pxForEachLetter = 7.2;
const titlePaddingPx = 38;

function widthOf(field: Field, { language }: FormatSettings): number {
  const widthPx = field.width ?? 120;
  return language === 'zh' ? widthPx : Math.max(widthPx, Math.ceil(field.en.length * pxForEachLetter) + titlePaddingPx);
}
