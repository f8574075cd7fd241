import { mkdtempSync, realpathSync, chmodSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { prepareDataFolder } from '../../apps/server/src/platform/data-folder.ts';
import { findEmbeddedDatabase } from '../../apps/server/src/platform/host/embedded-database.ts';
import { spawnServer, waitUntilUp, type ServerProcess } from '../../apps/server/test/server-process.ts';
import { postJson, textAt, type BookClient } from './payment-client.ts';

/** A real server on a data folder of its own, with a few large loans to pay on. */
export interface SoakBook {
  readonly dataFolder: string;
  readonly port: number;
  server: ServerProcess;
  readonly client: BookClient;
  readonly loanIds: readonly string[];
  readonly businessDate: string;
}

const loanCount = 6;

export async function openSoakBook(): Promise<SoakBook> {
  const folder = realpathSync(mkdtempSync(path.join(os.tmpdir(), 'loanbook-soak-')));
  chmodSync(folder, 0o755);
  const dataFolder = path.join(folder, 'data');
  const server = await spawnServer({ dataFolder });
  await waitUntilUp(server);
  const { cookie, businessDate } = await setUp(server);
  const client = { baseUrl: server.baseUrl, cookie };
  const customerId = textAt(await postJson(client, '/api/customers', { name: '周小川', kind: 'individual' }), 'id');
  const loanIds: string[] = [];
  for (let number = 0; number < loanCount; number += 1) {
    const terms = { method: 'equal_principal', principal: '5000000.00', annualRatePct: '12', termMonths: 24, disbursedOn: businessDate };
    loanIds.push(textAt(await postJson(client, '/api/loans', { customerId, terms, facts: {} }), 'id'));
  }
  return { dataFolder, port: Number(new URL(server.baseUrl).port), server, client, loanIds, businessDate };
}

async function setUp(server: ServerProcess): Promise<{ readonly cookie: string; readonly businessDate: string }> {
  const token = server.setupLink()?.split('#token=')[1] ?? '';
  const reply = await fetch(`${server.baseUrl}/api/setup`, {
    method: 'POST', headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ token, institutionName: '青禾小额贷款有限公司', displayName: '王小明', userName: 'wang', password: 'plum-river-42-lantern' }),
  });
  if (reply.status !== 200) throw new Error(`the book could not be set up: ${await reply.text()}`);
  const cookie = reply.headers.getSetCookie().map((one) => one.split(';')[0]).join('; ');
  return { cookie, businessDate: textAt(await reply.json(), 'businessDate') };
}

/** Starts the server again on the same address, where the clients look for it. */
export async function startAgain(book: SoakBook): Promise<void> {
  book.server = await spawnServer({ dataFolder: book.dataFolder, port: book.port });
  await waitUntilUp(book.server);
}

/** The book's owner, who sees all rows: what the ledger really holds. */
export async function openAsOwner(book: SoakBook): Promise<pg.Client> {
  const owner = new pg.Client({ connectionString: (await findEmbeddedDatabase(prepareDataFolder(book.dataFolder))) ?? '' });
  await owner.connect();
  return owner;
}
