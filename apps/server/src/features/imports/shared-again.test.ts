import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestApp, type TestApp } from '../../../test/app-fixture.ts';
import { settledImport } from '../../../test/import-fixture.ts';
import { importReading } from './import-reading.ts';
import { readInChild } from './read-in-child.ts';

// Messy ledgers lie beside the project where it is built, not in it; without them this test says that it was skipped.
const folder = path.join(import.meta.dirname, '../../../../../../shared/data/messy-ledgers');
const isThere = existsSync(folder);

let lender: TestApp;
beforeAll(async () => {
  lender = await startTestApp();
});
afterAll(() => lender.stop());

async function undoFirst(fileName: string): Promise<void> {
  const clerk = lender.as('full');
  const [{ import_id: importId }] = (await lender.asOwner("select import_id from import_file join import_batch using (institution_id, import_id) where name = $1 and (report ->> 'loansCreated')::int > 0", [fileName])).rows;
  const reply = await clerk.send('POST', `/api/imports/${importId}/undo`, { reason: '再导入一次' });
  if (reply.status !== 200) throw new Error(reply.text);
  const undone = await settledImport(clerk, importId, ['undoing']);
  if (undone.state !== 'undone') throw new Error(undone.failure?.zh);
}

test.skipIf(!isThere).each(['shared-01-single-sheet-wan.xlsx', 'shared-02-four-ledgers.xlsx', 'shared-03-wide-periods.xls', 'shared-04-core-export-gbk.csv'])('%s, brought twice, changes nothing the second time, and undone comes back whole', async (name) => {
  const files = [{ name: name, bytes: readFileSync(path.join(folder, name)) }];
  const reading = await readInChild({ files, options: {} }, () => undefined, new AbortController().signal);
  const { actor } = lender.as('full');
  const first = await importReading(lender.context, actor, reading, [name]);
  const again = await importReading(lender.context, actor, reading, [name]);
  expect(again).toMatchObject({ customersCreated: 0, loansCreated: 0, again: { customersChanged: 0, loansChanged: 0, loansUnchanged: first.loansCreated, repaymentsAdded: 0, missingCount: 0 } });
  expect(again.again?.kept).toEqual([]);
  expect(again.ties.find((tie) => tie.key === 'outstanding')).toEqual(first.ties.find((tie) => tie.key === 'outstanding'));
  await undoFirst(name);
  const third = await importReading(lender.context, actor, reading, [name]);
  expect(third).toMatchObject({ loansCreated: first.loansCreated, repaymentsWritten: first.repaymentsWritten, ties: first.ties });
  expect((await lender.as('full').send('POST', '/api/verify')).body).toMatchObject({ isSound: true });
}, 240_000);
