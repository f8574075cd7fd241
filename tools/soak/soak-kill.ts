import { rmSync } from 'node:fs';
import path from 'node:path';
import { pause } from '../../apps/server/src/platform/host/pause.ts';
import { readPostmasterFile } from '../../apps/server/src/platform/host/postmaster-file.ts';
import { newPayment, postJson, sendPayment, type SentPayment } from './payment-client.ts';
import { openAsOwner, openSoakBook, startAgain, type SoakBook } from './soak-book.ts';
import type { SoakOptions } from './soak-options.ts';

const usualCycles = 40;
const clientCount = 6;
const recoveryLimitMs = 120_000;
const victims = ['both', 'server', 'database'] as const;

/**
 * Kills server, database or both with SIGKILL while clients pay, again and again. A client that got no answer sends the
 * same payment again. At the end each acknowledged payment must be in the ledger once, and nothing else.
 */
export async function soakKill({ runs }: SoakOptions): Promise<boolean> {
  const cycles = runs ?? usualCycles;
  const book = await openSoakBook();
  const payments: SentPayment[] = [];
  const load = { isOver: false };
  const clients = Promise.all(Array.from({ length: clientCount }, (_, number) => payUntilOver(book, number, payments, load)));
  try {
    // A client that gives up ends the run; without this its failure would wait for the end of the load.
    await Promise.race([clients, killAgainAndAgain(book, payments, cycles)]);
    load.isOver = true;
    await clients;
    return await compare(book, payments, cycles);
  } finally {
    load.isOver = true;
    await Promise.allSettled([clients]);
    book.server.kill('SIGTERM');
    await book.server.ended;
    rmSync(path.dirname(book.dataFolder), { recursive: true, force: true });
  }
}

async function killAgainAndAgain(book: SoakBook, payments: readonly SentPayment[], cycles: number): Promise<void> {
  for (let cycle = 0; cycle < cycles; cycle += 1) {
    await killOnce(book, victims[cycle % victims.length] ?? 'both');
    const isTold = (cycle + 1) % 10 === 0 || cycle + 1 === cycles;
    if (isTold) console.log(`${cycle + 1} of ${cycles} killed, ${payments.filter((payment) => payment.repaymentId !== null).length} payments acknowledged`);
  }
}

/** Each client pays on one loan after the other, and goes on to the next payment only when this one is acknowledged. */
async function payUntilOver(book: SoakBook, number: number, payments: SentPayment[], load: { readonly isOver: boolean }): Promise<void> {
  for (let turn = number; !load.isOver; turn += 1) {
    const payment = newPayment(book.loanIds[turn % book.loanIds.length] ?? '');
    payments.push(payment);
    const deadline = Date.now() + recoveryLimitMs;
    while (!(await sendPayment(book.client, payment, book.businessDate))) {
      if (Date.now() > deadline) throw new Error(`no answer for two minutes:\n${book.server.output().slice(-2000)}`);
      await pause(50);
    }
    await pause(10);
  }
}

async function killOnce(book: SoakBook, victim: (typeof victims)[number]): Promise<void> {
  await pause(100 + Math.random() * 900);
  const { server } = book;
  if (victim !== 'server') process.kill(readPostmasterFile(path.join(book.dataFolder, 'postgres/pg18'))?.pid ?? 0, 'SIGKILL');
  if (victim === 'database') return waitForRecovery(book);
  server.kill('SIGKILL');
  await server.ended;
  await startAgain(book);
}

async function waitForRecovery(book: SoakBook): Promise<void> {
  const deadline = Date.now() + recoveryLimitMs;
  const before = book.server.output().split('The database is back').length;
  while (book.server.output().split('The database is back').length === before) {
    if (Date.now() > deadline) throw new Error(`the database never came back:\n${book.server.output().slice(-2000)}`);
    await pause(25);
  }
}

async function compare(book: SoakBook, payments: readonly SentPayment[], cycles: number): Promise<boolean> {
  const owner = await openAsOwner(book);
  const { rows } = await owner.query<{ id: string; key: string; total: number }>("select repayment_id as id, external_ref as key, total_fen::float8 as total from repayment where source = 'posted'");
  await owner.end();
  const booked = new Map(rows.map((row) => [row.id, row]));
  const lost = payments.filter(({ repaymentId, amountFen, key }) => booked.get(repaymentId ?? '')?.key !== key || booked.get(repaymentId ?? '')?.total !== amountFen);
  const doubled = rows.length - new Set(rows.map((row) => row.key)).size;
  const unknown = rows.filter((row) => !payments.some((payment) => payment.key === row.key)).length;
  const verified = JSON.stringify(await postJson(book.client, '/api/verify', {}));
  const isSound = !verified.includes('"isSound":false');
  console.log(`${cycles} kills, ${payments.length} payments acknowledged, ${lost.length} lost, ${doubled} doubled, ${unknown} of unknown origin; the book's own check: ${isSound ? 'sound' : verified}`);
  return lost.length === 0 && doubled === 0 && unknown === 0 && isSound;
}
