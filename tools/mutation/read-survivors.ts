import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { MutantResult } from '@stryker-mutator/api/core';
import { equivalentMutants } from './equivalent-mutants.ts';

/** A break of the code that no test noticed. */
export interface Survivor {
  /** packages/engine/src/…:12 */
  readonly place: string;
  readonly line: string;
  readonly original: string;
  readonly replacement: string;
  /** Why no test can notice it; null where one should. */
  readonly why: string | null;
}

const uncaught: ReadonlySet<MutantResult['status']> = new Set(['Survived', 'NoCoverage']);
const caught: ReadonlySet<MutantResult['status']> = new Set(['Killed', 'Timeout']);

export interface MutationOutcome {
  readonly caughtCount: number;
  readonly survivors: readonly Survivor[];
}

/** What became of the mutants; `engineFolder` holds the files as they were mutated. */
export function readSurvivors(results: readonly MutantResult[], engineFolder: string): MutationOutcome {
  const survivors = results.filter(({ status }) => uncaught.has(status)).map((mutant) => survivorOf(mutant, engineFolder));
  return { caughtCount: results.filter(({ status }) => caught.has(status)).length, survivors };
}

function survivorOf({ fileName, location: { start, end }, replacement }: MutantResult, engineFolder: string): Survivor {
  const file = path.relative(path.join(engineFolder, 'src'), path.resolve(engineFolder, fileName)).split(path.sep).join('/');
  const lines = readFileSync(path.join(engineFolder, 'src', file), 'utf8').split('\n');
  const line = lines[start.line - 1] ?? '';
  const original = line.slice(start.column - 1, start.line === end.line ? end.column - 1 : undefined);
  const known = equivalentMutants.find((one) => one.file === file && line.includes(one.line) && (one.of?.includes(original) ?? true) && (one.into?.includes(replacement) ?? true));
  return { place: `src/${file}:${start.line}`, line: line.trim(), original, replacement, why: known?.why ?? null };
}
