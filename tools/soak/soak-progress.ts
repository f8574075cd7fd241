import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { projectFolder } from '../run-command.ts';

/** How far a long run has got, so that one that was stopped goes on where it was. */
export interface SoakProgress {
  readonly seed: number;
  readonly runs: number;
  /** Batches done, by the name of what is tried. */
  readonly done: Readonly<Record<string, number>>;
}

function fileOf(part: string): string {
  return path.join(projectFolder, '.cache', `soak-${part}.json`);
}

/** The run that was stopped, unless the person asks for another; otherwise a new one. */
export function openProgress(part: string, seed: number | null, runs: number): SoakProgress {
  const stopped = readProgress(part);
  const isSame = stopped !== null && stopped.runs === runs && (seed === null || seed === stopped.seed);
  return isSame ? stopped : { seed: seed ?? Math.floor(Date.now() / 1000), runs, done: {} };
}

function readProgress(part: string): SoakProgress | null {
  const file = fileOf(part);
  if (!existsSync(file)) return null;
  const found: unknown = JSON.parse(readFileSync(file, 'utf8'));
  return isProgress(found) ? found : null;
}

function isProgress(value: unknown): value is SoakProgress {
  return typeof value === 'object' && value !== null && 'seed' in value && typeof value.seed === 'number' && 'runs' in value && typeof value.runs === 'number' && 'done' in value;
}

export function saveProgress(part: string, progress: SoakProgress): void {
  mkdirSync(path.dirname(fileOf(part)), { recursive: true });
  writeFileSync(fileOf(part), JSON.stringify(progress));
}

export function endProgress(part: string): void {
  rmSync(fileOf(part), { force: true });
}
