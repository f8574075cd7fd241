import { expect, test } from 'vitest';
import { changeSheet, mostRows, newSheet, type SheetState } from './sheet-state.ts';

const filled = (state: SheetState) => state.rows.filter((row) => row.name !== '' || row.amount !== '').map((row) => [row.name, row.amount, row.paidOn]);

test('a pasted block fills the cells from the active one on, adds rows and leaves a spare one', () => {
  const cells = Array.from({ length: 8 }, (_, index) => [`JJ${index}`, `${index}00`]);
  const after = changeSheet(newSheet(), { type: 'paste', rowIndex: 0, column: 'name', cells });
  expect(filled(after)).toEqual(cells.map(([name, amount]) => [name, amount, '']));
  expect(after.rows).toHaveLength(9);
});

test('a paste into the amount column leaves the names as they are', () => {
  const named = changeSheet(newSheet(), { type: 'paste', rowIndex: 0, column: 'name', cells: [['a'], ['b']] });
  const after = changeSheet(named, { type: 'paste', rowIndex: 0, column: 'amount', cells: [['1', '2026-01-01'], ['2', '2026-01-02']] });
  expect(filled(after)).toEqual([['a', '1', '2026-01-01'], ['b', '2', '2026-01-02']]);
});

test('a pasted heading says which column is which', () => {
  const after = changeSheet(newSheet(), { type: 'paste', rowIndex: 0, column: 'name', cells: [['日期', '金额', '姓名'], ['2026-01-01', '5', '王建国']] });
  expect(filled(after)).toEqual([['王建国', '5', '2026-01-01']]);
});

test('one undo takes a paste back, one redo brings it again', () => {
  const start = newSheet('J1');
  const pasted = changeSheet(start, { type: 'paste', rowIndex: 0, column: 'name', cells: [['a', '1'], ['b', '2']] });
  const undone = changeSheet(pasted, { type: 'undo' });
  expect(undone.rows).toEqual(start.rows);
  expect(changeSheet(undone, { type: 'redo' }).rows).toEqual(pasted.rows);
  expect(changeSheet(newSheet(), { type: 'undo' })).toEqual(newSheet());
});

test('the keystrokes in one cell are one step of undo', () => {
  const keystrokes = ['1', '12', '123'].reduce((state, text) => changeSheet(state, { type: 'edit', key: 0, column: 'amount', text }), newSheet());
  expect(keystrokes.rows[0]?.amount).toBe('123');
  expect(changeSheet(keystrokes, { type: 'undo' }).rows[0]?.amount).toBe('');
});

test('another name forgets the loan that was chosen for the old one', () => {
  const chosen = changeSheet(newSheet('王建国'), { type: 'choose', key: 0, loanId: 'x' });
  expect(changeSheet(chosen, { type: 'edit', key: 0, column: 'name', text: '李' }).rows[0]?.loanId).toBeNull();
});

test('the sheet never grows past what one posting takes', () => {
  const cells = Array.from({ length: 500 }, (_, index) => [`JJ${index}`]);
  expect(changeSheet(newSheet(), { type: 'paste', rowIndex: 0, column: 'name', cells }).rows).toHaveLength(mostRows);
});

test('clearing and removing can be undone', () => {
  const start = newSheet('J1');
  const cleared = changeSheet(start, { type: 'clear' });
  expect(cleared.rows).toHaveLength(1);
  expect(changeSheet(cleared, { type: 'undo' }).rows).toEqual(start.rows);
  expect(changeSheet(start, { type: 'remove', key: 0 }).rows.map((row) => row.key)).toEqual([1, 2, 3, 4]);
});

test('what of a paste found no place is told, and gone with the next step', () => {
  const wide = changeSheet(newSheet(), { type: 'paste', rowIndex: 0, column: 'externalRef', cells: [['R1', 'note', 'too far', ''], ['R2']] });
  expect(wide.leftOut).toEqual({ rows: 0, columns: 1 });
  expect(changeSheet(wide, { type: 'undo' }).leftOut).toBeNull();
  const long = changeSheet(newSheet(), { type: 'paste', rowIndex: 0, column: 'name', cells: Array.from({ length: mostRows + 3 }, (_, index) => [`JJ${index}`]) });
  expect(long.leftOut).toEqual({ rows: 3, columns: 0 });
});

test('columns that a heading names and the sheet does not need stay behind without a word', () => {
  const cells = [['序号', '姓名', '金额', '经办', '网点', '复核', '柜号', '备注'], ['1', '王建国', '5', '甲', '乙', '丙', '丁', '现金']];
  const after = changeSheet(newSheet(), { type: 'paste', rowIndex: 0, column: 'name', cells });
  expect(after.leftOut).toBeNull();
  expect(after.rows[0]).toMatchObject({ name: '王建国', amount: '5', note: '现金' });
});
