import { expect, test } from 'vitest';
import { emptyHistory, inverseOf, withStep, type DoneEdit } from './edit-history.ts';

const edit = (id: string, key: string, before: string | null, after: string | null, isSealed = false): DoneEdit => ({ id, key, before, after, isSealed });

test('a step is taken back row by row, holding each cell against what the step made of it', () => {
  expect(inverseOf([edit('a', 'employer', '旧', '新'), edit('a', 'note', null, '注'), edit('b', 'employer', '旧', null)])).toEqual({
    changes: [
      { id: 'a', facts: { employer: '旧', note: null }, seen: { employer: '新', note: '注' } },
      { id: 'b', facts: { employer: '旧' }, seen: { employer: null } },
    ],
    sealedCount: 0,
  });
});

test('a mask is never sent back: only a sealed cell that was empty can be emptied again', () => {
  const { changes, sealedCount } = inverseOf([edit('a', 'mobile', '138****0000', '139****1111', true), edit('b', 'mobile', null, '139****1111', true)]);
  expect([changes.map(({ facts }) => facts), sealedCount]).toEqual([[{ mobile: null }], 1]);
});

test('a new step ends what could have been done again, and a hundred steps are kept', () => {
  let history = { ...emptyHistory, undone: [[edit('a', 'note', '', '')]] };
  for (let index = 0; index < 120; index += 1) history = { ...withStep(history, [edit('a', 'note', null, String(index))]), undone: [] };
  expect([history.done.length, history.undone.length, history.done.at(-1)?.[0]?.after]).toEqual([100, 0, '119']);
});
