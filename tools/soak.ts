import { parseArgs } from 'node:util';
import { soakEngine } from './soak/soak-engine.ts';
import { soakHostile } from './soak/soak-hostile.ts';
import { soakKill } from './soak/soak-kill.ts';
import type { SoakOptions, SoakPart } from './soak/soak-options.ts';

// npm run soak [-- PART] [--runs N] [--seed N] [--only NAME]: the proofs that take too long for every test run.

/** A further part is a function here and a line; `npm run soak` without a part runs those that need nothing but time. */
const parts: Readonly<Record<string, SoakPart>> = { engine: soakEngine, hostile: soakHostile, kill: soakKill };

function wholeNumber(text: string | undefined, name: string): number | null {
  if (text === undefined) return null;
  const number = Number(text);
  if (!Number.isSafeInteger(number) || number < 1) stop(`--${name} 要写正整数，不能是“${text}”。 --${name} takes a whole number from 1 on, not “${text}”.`);
  return number;
}

function stop(sentence: string): never {
  console.error(sentence);
  process.exit(2);
}

function readArguments(): { readonly chosen: readonly string[]; readonly options: SoakOptions } {
  const { values, positionals } = parseArgs({
    allowPositionals: true, options: { runs: { type: 'string' }, seed: { type: 'string' }, only: { type: 'string' }, kill: { type: 'string' } },
  });
  const unknown = positionals.filter((name) => !(name in parts));
  if (unknown.length > 0) stop(`没有“${unknown.join(' ')}”这一部分。 There is no part “${unknown.join(' ')}”: ${Object.keys(parts).join(' ')}`);
  const isKillAlone = values.kill !== undefined;
  return {
    chosen: isKillAlone ? ['kill'] : positionals.length > 0 ? positionals : ['engine'],
    options: { runs: wholeNumber(values.kill ?? values.runs, isKillAlone ? 'kill' : 'runs'), seed: wholeNumber(values.seed, 'seed'), only: values.only ?? null },
  };
}

const { chosen, options } = readArguments();
for (const name of chosen) {
  const started = performance.now();
  console.log(`── ${name} ──`);
  const isProven = (await parts[name]?.(options)) ?? false;
  console.log(`${name}: ${isProven ? '✓' : '✗'} (${((performance.now() - started) / 1000).toFixed(0)} s)`);
  if (!isProven) process.exitCode = 1;
}
