import { expect, test } from 'vitest';
import { defaultColumnChoice, dropTarget, frozenCountThatFits, moveColumn, placeColumns, reconcileColumnChoice, resizeColumn, scrollLeftForColumn, showColumn, visibleColumnRange } from './column-layout.ts';

const columns = [
  { key: 'number', widthPx: 100, isShown: true },
  { key: 'name', widthPx: 120, isShown: true },
  { key: 'balance', widthPx: 140, isShown: true },
  { key: 'note', widthPx: 200, isShown: false },
  { key: 'manager', widthPx: 90, isShown: true },
];
const choice = defaultColumnChoice(columns, 2);
const shownKeys = (changed: typeof choice): string[] => placeColumns(columns, changed).placed.map(({ column }) => column.key);

test('columns stand side by side, the first ones frozen, hidden ones without a place', () => {
  const layout = placeColumns(columns, choice);
  expect(layout.placed.map(({ column, leftPx, isFrozen }) => [column.key, leftPx, isFrozen])).toEqual([
    ['number', 0, true], ['name', 100, true], ['balance', 220, false], ['manager', 360, false],
  ]);
  expect([layout.widthPx, layout.frozenWidthPx]).toEqual([450, 220]);
});

test('a column can be moved before another one or to the end', () => {
  expect(shownKeys(moveColumn(choice, 'manager', 'number'))).toEqual(['manager', 'number', 'name', 'balance']);
  expect(shownKeys(moveColumn(choice, 'number', null))).toEqual(['name', 'balance', 'manager', 'number']);
  expect(moveColumn(choice, 'name', 'name')).toBe(choice);
  expect(moveColumn(choice, 'name', 'gone')).toBe(choice);
});

test('a width stays within what can be grabbed and read', () => {
  expect(resizeColumn(choice, 'name', 3).widthsPx['name']).toBe(56);
  expect(resizeColumn(choice, 'name', 233.4).widthsPx['name']).toBe(233);
  expect(resizeColumn(choice, 'name', 9000).widthsPx['name']).toBe(640);
});

test('the last shown column cannot be hidden', () => {
  const one = ['number', 'name', 'balance'].reduce((current, key) => showColumn(current, key, false), choice);
  expect(shownKeys(one)).toEqual(['manager']);
  expect(shownKeys(showColumn(one, 'manager', false))).toEqual(['manager']);
  expect(shownKeys(showColumn(one, 'note', true))).toEqual(['note', 'manager']);
});

test('a remembered choice survives columns that come and go', () => {
  const remembered = { order: ['name', 'gone', 'number'], hidden: ['gone'], widthsPx: { gone: 90, name: 150 }, frozenCount: 1 };
  const current = reconcileColumnChoice(remembered, columns);
  expect(current).toEqual({ order: ['name', 'number', 'balance', 'note', 'manager'], hidden: ['note'], widthsPx: { name: 150 }, frozenCount: 1 });
});

test('only the columns that touch the view are drawn, and one more on either side', () => {
  const layout = placeColumns(Array.from({ length: 20 }, (_, index) => ({ key: String(index), widthPx: 100, isShown: true })), { ...choice, order: Array.from({ length: 20 }, (_, index) => String(index)), hidden: [], frozenCount: 2 });
  expect(visibleColumnRange(layout, 0, 600)).toEqual([1, 6]);
  expect(visibleColumnRange(layout, 500, 600)).toEqual([6, 11]);
  expect(visibleColumnRange(layout, 1400, 600)).toEqual([15, 19]);
  expect(visibleColumnRange(placeColumns([], choice), 0, 600)).toEqual([0, -1]);
});

test('a dropped header comes before the column whose left half it meets', () => {
  const layout = placeColumns(columns, choice);
  expect(dropTarget(layout, 20)).toBe('number');
  expect(dropTarget(layout, 60)).toBe('name');
  expect(dropTarget(layout, 440)).toBeNull();
});

test('frozen columns never take more than half of the view', () => {
  expect(frozenCountThatFits([150, 140, 120], 3, 1200)).toBe(3);
  expect(frozenCountThatFits([150, 140, 120], 3, 600)).toBe(2);
  expect(frozenCountThatFits([150, 140, 120], 3, 200)).toBe(0);
});

test('an action stays at the right edge, whatever is moved or hidden', () => {
  const withAction = [{ key: 'action', widthPx: 60, isShown: true, isPinnedEnd: true }, ...columns];
  const layout = placeColumns(withAction, moveColumn(defaultColumnChoice(withAction, 1), 'manager', 'number'));
  expect(layout.placed.map(({ column }) => column.key)).toEqual(['manager', 'number', 'name', 'balance', 'action']);
  expect([layout.frozenWidthPx, layout.pinnedWidthPx]).toEqual([90, 60]);
  expect(dropTarget(layout, 500)).toBeNull();
  expect(visibleColumnRange(layout, 0, 200)).toEqual([0, 2]);
});

test('the selected column scrolls clear of the frozen and the pinned ones', () => {
  const layout = placeColumns(columns, choice);
  expect(scrollLeftForColumn(layout, 3, 0, 400)).toBe(50);
  expect(scrollLeftForColumn(layout, 2, 120, 400)).toBe(0);
  expect(scrollLeftForColumn(layout, 0, 120, 400)).toBe(120);
  expect(scrollLeftForColumn(layout, 9, 120, 400)).toBe(120);
});
