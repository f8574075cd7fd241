// Reads ../shared's messy ledgers and prints how score.py judges them. Usage: node score-shared.ts [name part] [--worst N]
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ledgerReadingToJson } from '../src/ledger-reading-to-json.ts';
import { readLedger } from '../src/read-ledger.ts';

const shared = join(import.meta.dirname, '../../../../shared');
const folder = join(shared, 'data/messy-ledgers');
const [part = '', , worst = '12'] = process.argv.slice(2);

if (!existsSync(folder)) {
  console.log('skipped: ../shared is not here');
} else {
  const output = mkdtempSync(join(tmpdir(), 'ledger-score-'));
  for (const name of readdirSync(folder).filter((file) => /\.(xlsx|xls|csv)$/.test(file) && file.includes(part))) {
    const started = performance.now();
    const reading = await readLedger([{ name, bytes: new Uint8Array(readFileSync(join(folder, name))) }]);
    const stem = name.replace(/\.[^.]+$/, '');
    writeFileSync(join(output, `${stem}.json`), JSON.stringify(ledgerReadingToJson(reading)));
    console.log(`${name}: ${Math.round(performance.now() - started)} ms, as of ${reading.asOf} (${reading.asOfSource}), ${reading.files.flatMap((file) => file.sheets.map((sheet) => `${sheet.name}=${sheet.role}`)).join(' ')}`);
    const scored = spawnSync('python3', [join(shared, 'tools/score.py'), join(folder, `${stem}.truth.json`), join(output, `${stem}.json`), '--worst', worst], { encoding: 'utf8' });
    console.log(scored.stdout, scored.stderr);
  }
}
