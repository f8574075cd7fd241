import { expect, test } from 'vitest';
import { pastedTable, withoutTitles } from './pasted-table.ts';

test.each<readonly [what: string, text: string, table: readonly (readonly string[])[]]>([
  ['one cell', '周转', [['周转']]],
  ['rows and columns', 'a\tb\r\nc\td\r\n', [['a', 'b'], ['c', 'd']]],
  ['empty cells keep their place', '\tb\n\n\t', [['', 'b'], [''], ['', '']]],
  ['quoted line ends, tabs and marks', '"第一行\r\n第二行"\t"a\tb"\t"他说""好"""\nx', [['第一行\n第二行', 'a\tb', '他说"好"'], ['x']]],
  ['a mark inside a cell is a character', '5" 管\t"半开', [['5" 管', '"半开']]],
  ['an empty quoted cell', '""\t1', [['', '1']]],
  ['nothing', '', [['']]],
])('a copied block is read: %s', (_what, text, table) => {
  expect(pastedTable(text)).toEqual(table);
});

test('titles that were copied along are not pasted as values', () => {
  const table = [['备注', '机构'], ['a', 'b']];
  expect(withoutTitles(table, ['备注', '机构', '状态'])).toEqual([['a', 'b']]);
  expect(withoutTitles(table, ['机构', '备注'])).toEqual(table);
  expect(withoutTitles([['备注']], ['备注'])).toEqual([['备注']]);
});
