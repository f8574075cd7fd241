import { expect, test } from 'vitest';
import { MultiMap } from './multi-map.ts';

test('one value, several values, no value twice', () => {
  const [left, right] = [{ name: '左' }, { name: '右' }];
  const map = new MultiMap<{ name: string }>();
  for (const value of [left, left, right, left, right]) map.add('a', value);
  map.add('b', right);
  expect([map.get('a'), map.get('b'), map.get('c')]).toEqual([[left, right], [right], []]);
  expect([...map].map(([key, values]) => [key, values.length])).toEqual([['a', 2], ['b', 1]]);
});
