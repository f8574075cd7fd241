import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { projectFolder } from '../run-command.ts';
import { equivalentMutants } from './equivalent-mutants.ts';
import { readSurvivors } from './read-survivors.ts';

const engineFolder = path.join(projectFolder, 'packages/engine');

test('every line named as having no visible change is still in its file', () => {
  const gone = equivalentMutants.filter(({ file, line }) => {
    const place = path.join(engineFolder, 'src', file);
    return !existsSync(place) || !readFileSync(place, 'utf8').includes(line);
  });
  expect(gone.map(({ file, line }) => `${file}: ${line}`)).toEqual([]);
});

test('of what no test noticed, only the named changes are excused', () => {
  const lines = readFileSync(path.join(engineFolder, 'src/civil-date.ts'), 'utf8').split('\n');
  const line = lines.findIndex((text) => text.includes('return left < right ? -1 : 1')) + 1;
  const column = (lines[line - 1] ?? '').indexOf('left < right') + 1;
  const location = { start: { line, column }, end: { line, column: column + 'left < right'.length } };
  const mutant = { id: '1', fileName: 'src/civil-date.ts', mutatorName: 'EqualityOperator', location, status: 'Survived' } as const;
  const { caughtCount, survivors } = readSurvivors([{ ...mutant, replacement: 'left <= right' }, { ...mutant, replacement: 'left > right' }, { ...mutant, replacement: 'true', status: 'Killed' }], engineFolder);
  expect(caughtCount).toBe(1);
  expect(survivors.map(({ original, why }) => [original, why !== null])).toEqual([['left < right', true], ['left < right', false]]);
});
