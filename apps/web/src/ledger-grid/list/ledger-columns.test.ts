import { ledgerLists, listNames } from '@loanbook/contract/fields/ledger-lists.ts';
import type { ListRow } from '@loanbook/contract/list-query.ts';
import { expect, test } from 'vitest';
import type { GridColumn } from '../core/grid-column.ts';
import { cardFields } from './card-fields.ts';
import { inLeadingOrder, ledgerColumns } from './ledger-columns.ts';

const row: ListRow = { id: '1', cells: { principal: '1234567.5', annualRatePct: '12.5000', method: 'interest_only', receiptNo: '202600000000000017', disbursedOn: '2026-03-01', overdueDays: 1200 } };

function column(key: string, language: 'zh' | 'en' = 'zh'): GridColumn<ListRow> {
  const found = ledgerColumns(ledgerLists.loans, { language, timeZone: 'Asia/Shanghai' }, '2026-03-16').find((candidate) => candidate.key === key);
  if (found === undefined) throw new Error(`no column ${key}`);
  return found;
}

test('values are shown as people read them and copied as a spreadsheet reads them', () => {
  expect(['principal', 'annualRatePct', 'overdueDays', 'method'].map((key) => column(key).text(row))).toEqual(['1,234,567.50', '12.50', '1,200', '先息后本']);
  expect(['principal', 'annualRatePct', 'overdueDays', 'method'].map((key) => column(key).copiedText(row))).toEqual(['1234567.5', '12.5000', '1200', '先息后本']);
});

test('figures stand at the right, numbers of papers keep their digits, names lead to the page', () => {
  expect([column('principal').align, column('receiptNo').align]).toEqual(['right', 'left']);
  expect([column('principal').isTextInSpreadsheet, column('receiptNo').isTextInSpreadsheet, column('disbursedOn').isTextInSpreadsheet]).toEqual([false, true, false]);
  expect([column('receiptNo').look, column('status').look, column('product').look]).toEqual(['link', 'tag', 'text']);
});

test('titles are in the person’s language, and wide enough for it', () => {
  expect([column('overdueDays').title, column('overdueDays', 'en').title]).toEqual(['逾期天数', 'Days past due']);
  expect(column('guarantee', 'en').widthPx).toBeGreaterThan(column('guarantee').widthPx);
});

test('an absent fact is empty, not the word null', () => {
  expect([column('note').text(row), column('note').copiedText(row), column('contractAmount').copiedText(row)]).toEqual(['', '', '']);
});

test.each(listNames)('the cards of %s show fields of its catalogue', (name) => {
  const keys = ledgerLists[name].fields.map((field) => field.key);
  const { title, subtitle, figures, states } = cardFields[name];
  expect(keys).toEqual(expect.arrayContaining([title, subtitle, ...figures, ...states]));
  expect(figures.length).toBeLessThanOrEqual(4);
});

test('a page may put the columns of its work first; none is lost', () => {
  const columns = ledgerColumns(ledgerLists.overdue, { language: 'zh', timeZone: 'Asia/Shanghai' }, undefined);
  const ordered = inLeadingOrder(columns, ['customerName', 'gone', 'overdueDays']);
  expect(ordered.slice(0, 3).map(({ key }) => key)).toEqual(['customerName', 'overdueDays', 'receiptNo']);
  expect(ordered.length).toBe(columns.length);
});
