import { parseCivilDate } from '@loanbook/engine/civil-date.ts';
import { expect, test } from 'vitest';
import { correctionCount, correctionsBody, draftOf, emptyDraft, mergedDraft, targetOf, typedCell, withCells, withColumn, withRole, type ImportedColumn, type ImportedFile } from './mapping-draft.ts';

const principal: ImportedColumn = { index: 7, letter: 'H', header: '贷款金额', table: 'loan', key: 'principal', unit: 'wan', confidence: 'certain', samples: ['30'] };
const unknown: ImportedColumn = { index: 9, letter: 'J', header: '备用1', table: null, key: null, confidence: 'unknown', samples: ['甲'] };
const table = '台账.xlsx#贷款#1';

test('without corrections a column is read as recognised', () => {
  expect(targetOf(emptyDraft, table, principal)).toEqual({ table: 'loan', key: 'principal', unit: 'wan' });
  expect(targetOf(emptyDraft, table, unknown)).toBeNull();
});

test('another unit is a correction, and choosing the recognised one takes it back', () => {
  const changed = withColumn(emptyDraft, table, principal, { table: 'loan', key: 'principal', unit: 'yuan' });
  expect(targetOf(changed, table, principal)?.unit).toBe('yuan');
  expect(correctionCount(changed)).toBe(1);
  expect(withColumn(changed, table, principal, { table: 'loan', key: 'principal', unit: 'wan' })).toEqual(emptyDraft);
});

test('leaving a recognised column out is a correction of its own', () => {
  const draft = withColumn(emptyDraft, table, principal, null);
  expect(targetOf(draft, table, principal)).toBeNull();
  expect(correctionsBody(draft, []).columns).toEqual({ [table]: { 7: null } });
});

test('saying that an unrecognised column is left out on purpose counts, so that it is not asked about again', () => {
  expect(correctionCount(withColumn(emptyDraft, table, unknown, null))).toBe(1);
});

test('a sheet gets another role, and its own one back', () => {
  const draft = withRole(emptyDraft, '台账.xlsx#汇总', 'loans', 'summary');
  expect(correctionsBody(draft, [])).toEqual({ sheets: { '台账.xlsx#汇总': { role: 'loans' } }, columns: {} });
  expect(withRole(draft, '台账.xlsx#汇总', 'summary', 'summary')).toEqual(emptyDraft);
});

test('a second round of corrections keeps the first and overrules it where both speak', () => {
  const first = withColumn(withColumn({ ...emptyDraft, asOf: '2024-06-30' }, table, principal, { table: 'loan', key: 'principal', unit: 'yuan' }), table, unknown, null);
  const second = withColumn(emptyDraft, table, { ...unknown, confidence: 'certain' }, { table: 'loan', key: 'note' });
  const merged = mergedDraft(first, second);
  expect(merged.asOf).toBe('2024-06-30');
  expect(merged.columns[table]).toEqual({ 7: { table: 'loan', key: 'principal', unit: 'yuan' }, 9: { table: 'loan', key: 'note' } });
});

test('in a table that was taken for no ledger, the columns that were recognised go along with the corrected ones', () => {
  const files = (role: string): ImportedFile[] => [{ name: '台账.xlsx', format: 'xlsx', sheets: [{ name: '贷款', role, isHidden: false, rowCount: 9, tables: [{ id: table, headerRows: [1], firstRow: 2, lastRow: 9, recordCount: 0, columns: [principal, unknown] }] }] }];
  const draft = withColumn(emptyDraft, table, unknown, { table: 'customer', key: 'name' });
  expect(correctionsBody(draft, files('summary')).columns?.[table]).toEqual({ 7: { table: 'loan', key: 'principal', unit: 'wan' }, 9: { table: 'customer', key: 'name' } });
  expect(correctionsBody(draft, files('loans')).columns?.[table]).toEqual({ 9: { table: 'customer', key: 'name' } });
});

test('what the server keeps of the corrections is the draft that was sent, in any browser', () => {
  const draft = { ...withRole(withColumn(withColumn(emptyDraft, table, principal, { table: 'loan', key: 'principal', unit: 'yuan' }), table, unknown, null), '台账.xlsx#汇总', 'ignored', 'summary'), asOf: '2024-06-30' };
  const { asOf, sheets = {}, columns = {} } = correctionsBody(draft, []);
  expect(draftOf({ asOf: parseCivilDate(asOf ?? ''), sheets, columns })).toEqual(draft);
});

test('retyped cells go to the server once; what it keeps of them is not sent again', () => {
  const [first, second] = [{ file: '台账.xlsx', sheet: '贷款', cell: 'C4' }, { file: '台账.xlsx', sheet: '贷款', cell: 'C5' }];
  const draft = withCells(withCells(emptyDraft, [first, second], '2025-02-28'), [second], null);
  expect([typedCell(draft, first), typedCell(draft, second), correctionCount(draft)]).toEqual(['2025-02-28', null, 2]);
  expect(correctionsBody(draft, []).cells).toEqual([{ ...first, text: '2025-02-28' }, { ...second, text: null }]);
  expect(withCells(draft, [first, second], undefined)).toEqual(emptyDraft);
  expect(mergedDraft(draft, emptyDraft).cells).toEqual([]);
});
