import { readdirSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import type { Bench, Measurement } from './bench.ts';
import { removeLargeBooks } from './book/open-large-book.ts';
import { machineNoise } from './machine-noise.ts';

// npm run bench [-- --json --only NAME --size LOANS --full --clean]: every bench/<name>.bench.ts, or the one that is named.
const { values } = parseArgs({ options: { json: { type: 'boolean', default: false }, only: { type: 'string' }, size: { type: 'string' }, full: { type: 'boolean', default: false }, clean: { type: 'boolean', default: false } } });
if (values.clean) {
  await removeLargeBooks();
  process.exit(0);
}
const suffix = '.bench.ts';
const names = readdirSync(import.meta.dirname).filter((file) => file.endsWith(suffix)).map((file) => file.slice(0, -suffix.length)).toSorted();
const chosen = values.only === undefined ? names : names.filter((name) => name === values.only);
const loans = Number(values.size ?? (values.full ? 1_000_000 : 10_000));
if (chosen.length === 0 || !Number.isSafeInteger(loans) || loans < 1) {
  console.error(`没有这个测量。 There is no such measurement: ${values.only ?? values.size ?? ''}\n${names.join('\n')}`);
  process.exit(2);
}
for (const name of chosen) {
  // as: the naming rule above promises the export.
  const { bench } = (await import(pathToFileURL(path.join(import.meta.dirname, name + suffix)).href)) as { bench: Bench };
  const before = machineNoise();
  const measurements = await bench.run({ loans, isFull: values.full });
  for (const measurement of [...measurements, ...noiseAround(name, before, machineNoise())]) console.log(values.json ? JSON.stringify(inOrder(measurement)) : describe(measurement));
}

function noiseAround(name: string, before: ReturnType<typeof machineNoise>, after: ReturnType<typeof machineNoise>): Measurement[] {
  return [before, after].map((noise, index) => ({ name: `  noise ${index === 0 ? 'before' : 'after'} ${name}: a fixed loop`, value: noise.medianMs, unit: `ms (${noise.leastMs.toFixed(1)} to ${noise.mostMs.toFixed(1)})`, comparison: 'its own best', ratio: noise.medianMs / noise.leastMs }));
}

function inOrder({ name, value, unit, comparison, ratio }: Measurement): Measurement {
  return { name, value, unit, comparison, ratio };
}

function describe({ name, value, unit, comparison, ratio }: Measurement): string {
  const against = comparison === null || ratio === null ? '' : `   ${ratio.toFixed(2)} × ${comparison}`;
  return `${name.padEnd(44)}${value.toLocaleString('en', { maximumFractionDigits: 2 }).padStart(14)} ${unit}${against}`;
}
