import { expect, test } from 'vitest';
import { buildXls } from '../../test/build-xls.ts';
import { markKey, type SheetGrid } from './cell-grid.ts';
import { decodeFile } from './decode-file.ts';
import { UnreadableFile } from './unreadable-file.ts';

async function decoded(bytes: Uint8Array): Promise<readonly SheetGrid[]> {
  return (await decodeFile('台账.xls', bytes)).sheets;
}

test('an .xls keeps its colours, struck text, percent cells, hidden columns and hidden sheets', async () => {
  const sheets = await decoded(buildXls([
    { name: '台账', rows: [['借据号', '金额'], [{ value: 'J1', look: 'red' }, { value: 5, look: 'struck' }], [{ value: 'J2', look: 'yellow' }, { value: 0.12, look: 'percent' }, 7]], hiddenColumns: [1] },
    { name: '旧', rows: [['x']], isHidden: true },
  ]));
  const [first, second] = sheets;
  expect([1, 2].flatMap((row) => [0, 1, 2].map((column) => first?.marks.get(markKey(row, column))))).toEqual([{ isRed: true }, { isStruck: true }, undefined, { fillRgb: 'FFFF00' }, { isPercent: true }, undefined]);
  expect([[...(first?.hiddenColumns ?? [])], first?.isHidden, second?.isHidden, second?.name]).toEqual([[1], false, true, '旧']);
});

test.each([[false, 45_296], [true, 43_834]])('day cells of an .xls whose days count from 1904: %s', async (isDate1904, serial) => {
  const [sheet] = await decoded(buildXls([{ name: 'a', rows: [[{ value: serial, look: 'day' }]] }], { isDate1904 }));
  expect([sheet?.rows, sheet?.isDate1904]).toEqual([[[{ date: '2024-01-05' }]], isDate1904 ? true : undefined]);
});

test('an .xls with a password says so', async () => {
  const failure = await decoded(buildXls([{ name: 'a', rows: [['x']] }], { isLocked: true })).then(() => null, (cause: unknown) => cause);
  expect(failure).toBeInstanceOf(UnreadableFile);
  expect(String(failure)).toContain('password');
});

test('a container whose chain of sectors runs in a circle ends', async () => {
  const bytes = buildXls([{ name: 'a', rows: [['x']] }]);
  new DataView(bytes.buffer).setUint32(512 + 4 * 3, 2, true);
  const outcome = await decoded(bytes).then((sheets) => sheets.length, (cause: unknown) => cause instanceof UnreadableFile);
  expect([1, true]).toContain(outcome);
});
