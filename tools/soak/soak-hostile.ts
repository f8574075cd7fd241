import { readLedger } from '@loanbook/ledger-reader/read-ledger.ts';
import { hostileFiles, type HostileFile } from '../../packages/ledger-reader/test/hostile-files.ts';
import type { SoakOptions } from './soak-options.ts';

const usualFiles = 2000;
const longestMilliseconds = 15_000;
const mostMegabytes = 900;

/** Files made to do harm, each read by itself: records or a sentence, in seconds, and within the memory of a reading child. */
export async function soakHostile({ runs, seed, only }: SoakOptions): Promise<boolean> {
  const count = runs ?? usualFiles;
  const chosenSeed = seed ?? Math.floor(Date.now() / 1000);
  console.log(`seed ${chosenSeed}, ${count} files`);
  const bytesBefore = process.memoryUsage().rss;
  let [number, faults, slowestMilliseconds] = [0, 0, 0];
  for (const file of hostileFiles(chosenSeed, count)) {
    number += 1;
    if (only !== null && file.family !== only) continue;
    const started = performance.now();
    const fault = await faultOf(file);
    const milliseconds = Math.round(performance.now() - started);
    slowestMilliseconds = Math.max(slowestMilliseconds, milliseconds);
    const megabytes = Math.round((process.memoryUsage().rss - bytesBefore) / 1_000_000);
    const said = [fault, milliseconds > longestMilliseconds ? `${milliseconds} ms` : null, megabytes > mostMegabytes ? `${megabytes} MB` : null].filter((one) => one !== null);
    if (said.length > 0) console.error(`✗ ${file.name} (${file.family}): ${said.join(', ')}; npm run soak -- hostile --seed ${chosenSeed} --runs ${number}`);
    faults += said.length;
    if (number % 200 === 0 || number === count) console.log(`${number} of ${count}, ${faults} faults, slowest ${slowestMilliseconds} ms`);
  }
  return faults === 0;
}

async function faultOf(file: HostileFile): Promise<string | null> {
  try {
    const reading = await readLedger([file]);
    if (reading.files.some(({ format }) => format === 'unreadable') && reading.problems.length === 0) return 'refused without a sentence';
    return reading.problems.some((problem) => problem.messageZh === '' || problem.messageEn === '' || problem.value.length > 200) ? 'a problem without its words' : null;
  } catch (error) {
    return `threw ${String(error)}`;
  }
}
