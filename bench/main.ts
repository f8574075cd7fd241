import { readdirSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import type { Bench, Measurement } from './bench.ts';

// npm run bench [-- --json --only NAME]: every bench/<name>.bench.ts, or the one that is named.
const { values } = parseArgs({ options: { json: { type: 'boolean', default: false }, only: { type: 'string' } } });
const suffix = '.bench.ts';
const names = readdirSync(import.meta.dirname).filter((file) => file.endsWith(suffix)).map((file) => file.slice(0, -suffix.length)).toSorted();
const chosen = values.only === undefined ? names : names.filter((name) => name === values.only);
if (chosen.length === 0) {
  console.error(`没有这个测量。 There is no such measurement: ${values.only ?? ''}\n${names.join('\n')}`);
  process.exit(2);
}
for (const name of chosen) {
  // as: the naming rule above promises the export.
  const { bench } = (await import(pathToFileURL(path.join(import.meta.dirname, name + suffix)).href)) as { bench: Bench };
  for (const measurement of await bench.run()) console.log(values.json ? JSON.stringify(inOrder(measurement)) : describe(measurement));
}

function inOrder({ name, value, unit, comparison, ratio }: Measurement): Measurement {
  return { name, value, unit, comparison, ratio };
}

function describe({ name, value, unit, comparison, ratio }: Measurement): string {
  const against = comparison === null || ratio === null ? '' : `   ${ratio.toFixed(2)} × ${comparison}`;
  return `${name.padEnd(44)}${value.toLocaleString('en', { maximumFractionDigits: 2 }).padStart(14)} ${unit}${against}`;
}
