import type { LedgerFile } from '../src/read-ledger.ts';
import { hostileFamilies } from './hostile-families.ts';

export interface HostileFile extends LedgerFile {
  readonly family: string;
}

/** A source of whole numbers below a limit; the same seed gives the same numbers. */
export type Dice = (below: number) => number;

/** Mulberry32: small, and good enough to vary files. */
export function dice(seed: number): Dice {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296) * below);
  };
}

/**
 * Files that somebody might upload to do harm, `count` of them, family after family, each made when it is asked for. A
 * reader must answer each with records or a sentence within seconds; the same seed gives the same files.
 */
export function* hostileFiles(seed: number, count: number): Generator<HostileFile> {
  const roll = dice(seed);
  for (let index = 0; index < count; index += 1) {
    const family = hostileFamilies[index % hostileFamilies.length];
    if (!family) return;
    const [name, make] = family;
    const { bytes, extension } = make(roll);
    yield { family: name, name: `hostile-${index + 1}.${extension}`, bytes };
  }
}
