import { expect, test } from 'vitest';
import { gridCommand, type KeyPress } from './grid-command.ts';

const press = (key: string, held: Partial<KeyPress> = {}): KeyPress => ({ key, isControl: false, isShift: false, isAlt: false, ...held });
const far = 100_000_000;

test.each([
  ['ArrowUp', {}, -1, 0], ['ArrowDown', {}, 1, 0], ['ArrowLeft', {}, 0, -1], ['ArrowRight', {}, 0, 1],
  ['PageUp', {}, -20, 0], ['PageDown', {}, 20, 0], ['Home', {}, 0, -far], ['End', {}, 0, far],
  ['ArrowDown', { isControl: true }, far, 0], ['Home', { isControl: true }, -far, -far], ['End', { isControl: true }, far, far],
])('%s with %o moves as in a spreadsheet', (key, held, rowStep, columnStep) => {
  expect(gridCommand(press(key, held), 20)).toEqual({ type: 'move', rowStep, columnStep, isExtending: false });
});

test('shift extends the range', () => {
  expect(gridCommand(press('ArrowRight', { isShift: true }), 20)).toMatchObject({ type: 'move', isExtending: true });
  expect(gridCommand(press(' ', { isShift: true }), 20)).toEqual({ type: 'select_row' });
});

test('Enter opens, Escape lets go, control A takes all', () => {
  expect(gridCommand(press('Enter'), 20)).toEqual({ type: 'open' });
  expect(gridCommand(press('Escape'), 20)).toEqual({ type: 'clear' });
  expect(gridCommand(press('A', { isControl: true }), 20)).toEqual({ type: 'select_all' });
});

test('keys of the browser and of the input method are left alone', () => {
  for (const key of ['a', 'Tab', 'F5', 'Process']) expect(gridCommand(press(key), 20)).toBeNull();
  expect(gridCommand(press('c', { isControl: true }), 20)).toBeNull();
  expect(gridCommand(press('ArrowLeft', { isAlt: true }), 20)).toBeNull();
});
