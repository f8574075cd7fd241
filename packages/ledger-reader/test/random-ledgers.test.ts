import { expect, test } from 'vitest';
import { readLedger } from '../src/read-ledger.ts';
import { scoreReading } from './score-reading.ts';
import { randomLedger } from './random/random-ledger.ts';

test('sixty ledgers with headings, order, units and notations drawn by lot: every cell, no false problem', { timeout: 60_000 }, async () => {
  const faults: string[] = [];
  for (let seed = 1; seed <= 60; seed += 1) {
    const { file, expected } = await randomLedger(seed);
    const score = scoreReading(await readLedger([file]), expected);
    faults.push(...score.faults.slice(0, 3).map((fault) => `seed ${seed}: ${fault}`));
  }
  expect(faults).toEqual([]);
});
