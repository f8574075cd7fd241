import { buffer } from 'node:stream/consumers';
import { gunzipSync } from 'node:zlib';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestApp, type TestApp } from '../../../test/app-fixture.ts';
import { testMasterKey } from '../../../test/database-setup.ts';
import { makeDemoBook } from '../demo/demo.index.ts';
import { OpenFrames } from './sealed-frames.ts';
import { countLines, writeBackup } from './write-backup.ts';

let lender: TestApp;
beforeAll(async () => {
  lender = await startTestApp();
  await makeDemoBook(lender.context, lender.as('full').actor);
}, 120_000);
afterAll(() => lender.stop());

/** The content of a fresh backup as text. */
async function backUp(): Promise<string> {
  const client = new pg.Client({ connectionString: lender.database.ownerUrl });
  await client.connect();
  try {
    await client.query('begin isolation level repeatable read read only');
    const frames = new OpenFrames(testMasterKey);
    writeBackup(client, testMasterKey, new Date('2026-03-16T04:00:00Z')).pipe(frames);
    return gunzipSync(await buffer(frames)).toString('utf8');
  } finally {
    await client.end();
  }
}

/** Lines between each table's heading and its closing line. */
function countedRows(content: string): Record<string, number> {
  const counted: Record<string, number> = {};
  let table = '';
  for (const line of content.split('\n')) {
    if (line.startsWith('{"table":')) counted[(table = JSON.parse(line).table)] = 0;
    else if (line === '\\.') table = '';
    else if (table !== '') counted[table] = (counted[table] ?? 0) + 1;
  }
  return counted;
}

test('rows are counted by their line ends, however the bytes are cut', async () => {
  const text = Buffer.from('1\t甲\n2\t乙\\n丙\n3\t\\N\n');
  for (let cut = 0; cut <= text.length; cut += 1) {
    const lines = countLines((async function* () { yield text.subarray(0, cut); yield text.subarray(cut); })());
    const passed: Buffer[] = [];
    let step = await lines.next();
    for (; step.done !== true; step = await lines.next()) passed.push(step.value);
    expect([Buffer.concat(passed).equals(text), step.value]).toEqual([true, 3]);
  }
});

// The database's own count arrives after the last row, now and then only after the stream has ended.
test('the rows a backup states at its end are the rows in it, every time', async () => {
  for (let round = 0; round < 6; round += 1) {
    const content = await backUp();
    const end = JSON.parse(content.trimEnd().split('\n').at(-1) ?? '');
    expect(end.rows).toEqual(countedRows(content));
  }
}, 120_000);
