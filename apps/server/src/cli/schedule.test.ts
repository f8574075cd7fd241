import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { CommandIo } from './json-command.ts';
import { run } from './schedule.ts';

// The whole vectors lie beside the checkout of those who have them; the engine's own fixtures hold the same figures in short.
const vectors = new URL('../../../../../shared/vectors/schedules.json', import.meta.url);

test.skipIf(!existsSync(vectors))('every schedule vector, every field of every row (skipped where ../shared is not there)', async () => {
  const { cases } = JSON.parse(readFileSync(vectors, 'utf8'));
  expect(cases.length).toBeGreaterThan(60);
  const printed: string[] = [];
  const io: CommandIo = {
    readInput: async () => JSON.stringify(cases.map((given: { terms: unknown }) => given.terms)),
    print: (text) => printed.push(text), printError: (text) => printed.push(text),
  };
  expect(await run([], io)).toBe(0);
  const replies = JSON.parse(printed[0] ?? '');
  for (const [index, { id, expected_schedule: rows, totals, irr_annual_pct: irr, eir_pct: eir }] of cases.entries()) {
    expect(replies[index], id).toMatchObject({ schedule: rows, totals, irrAnnualPct: irr, eirPct: eir });
    expect(replies[index].schedule, id).toHaveLength(rows.length);
  }
});
