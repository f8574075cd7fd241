import type { LedgerFile } from '../src/read-ledger.ts';
import { dice } from './dice.ts';
import { hostileFamilies } from './hostile-families.ts';

export interface HostileFile extends LedgerFile {
  readonly family: string;
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
