import pg from 'pg';
import type { Bench, BenchSize, Measurement } from './bench.ts';
import { bookDate } from './book/invented-loan.ts';
import { openLargeBook, type LargeBook } from './book/open-large-book.ts';
import { startBookServer, type RunningBookServer } from './book/start-book-server.ts';
import { closedLoop, spreadOf, type Spread } from './spread.ts';

const clients = 16;
const clientsOnOneLoan = 50;

/** Posting a repayment through the server, beside as many bare transactions on the same database. */
export const bench: Bench = {
  async run({ loans, isFull }: BenchSize) {
    const book = await openLargeBook(loans);
    const owner = new pg.Client({ connectionString: book.ownerUrl });
    await owner.connect();
    const server = await startBookServer(book);
    try {
      const due = await payableLoans(owner);
      const seconds = isFull ? 30 : 8;
      await postInTurn(server, due, 2);
      await server.used();
      const posted = await postInTurn(server, due, seconds);
      book.notePostings(posted.durations.length);
      const { cpuMs, statements } = await server.used();
      const bare = await bareTransactions(book, owner, seconds / 2);
      const name = `posting, ${clients} clients, ${loans.toLocaleString('en')} loans`;
      return [
        { name: `${name}: a second`, value: posted.perSecond, unit: 'postings/s', comparison: `bare insert and update, ${clients} clients: ${Math.round(bare.perSecond)}/s`, ratio: posted.perSecond / bare.perSecond },
        ...percentiles(name, spreadOf(posted.durations), spreadOf(bare.durations)),
        { name: `${name}: statements each`, value: statements / posted.durations.length, unit: '', comparison: null, ratio: null },
        { name: `${name}: server's CPU each`, value: cpuMs / posted.durations.length, unit: 'ms', comparison: null, ratio: null },
        await hotLoan(server, owner, due),
      ];
    } finally {
      await server.stop();
      await owner.end();
      await book.close();
    }
  },
};

function percentiles(name: string, posted: Spread, bare: Spread): Measurement[] {
  return [
    { name: `${name}: p50`, value: posted.p50, unit: 'ms', comparison: `bare ${bare.p50.toFixed(1)} ms`, ratio: posted.p50 / bare.p50 },
    { name: `${name}: p99`, value: posted.p99, unit: 'ms', comparison: `bare ${bare.p99.toFixed(1)} ms`, ratio: posted.p99 / bare.p99 },
  ];
}

interface PayableLoan {
  readonly loan_id: string;
  readonly amount: string;
}

/** Loans with something to pay soon, and what the next row asks for; never the last row, after which nothing could be paid. */
async function payableLoans(owner: pg.Client): Promise<PayableLoan[]> {
  const answer = await owner.query<PayableLoan>(`
    select s.loan_id, to_char((i.principal_fen + i.interest_fen + i.fee_fen - i.paid_principal_fen - i.paid_interest_fen - i.paid_fee_fen) / 100.0, 'FM999999990.00') as amount
    from (select institution_id, loan_id, oldest_open_due_on from loan_state tablesample bernoulli (least(100, 5000000.0 / (select greatest(1, count(*)) from loan_state)))
      where life = 'active' and credit_fen = 0 and oldest_open_due_on <= date '${bookDate}' + 20 order by random() limit 20000) s
    join installment i on i.institution_id = s.institution_id and i.loan_id = s.loan_id and i.due_on = s.oldest_open_due_on
    where i.number < 11 and i.principal_fen + i.interest_fen + i.fee_fen > i.paid_principal_fen + i.paid_interest_fen + i.paid_fee_fen`);
  return answer.rows;
}

async function postInTurn(server: RunningBookServer, due: PayableLoan[], seconds: number): Promise<{ readonly durations: readonly number[]; readonly perSecond: number }> {
  return closedLoop(clients, seconds, async () => {
    const loan = due.shift();
    if (!loan) throw new Error('no loan is left to pay');
    // Comes round again with a small amount when all the others have paid.
    due.push({ ...loan, amount: '1.00' });
    return postOnce(server, loan);
  });
}

async function postOnce(server: RunningBookServer, loan: PayableLoan): Promise<number> {
  const reply = await server.post('/api/repayments', { loanId: loan.loan_id, amount: loan.amount, paidOn: bookDate, channel: 'bank_transfer', payerName: '本人', keepExcess: true });
  if (reply.status !== 200) throw new Error(`a posting was refused: ${reply.text}`);
  return reply.ms;
}

/** What the database alone can do: a row more and a row changed in one transaction, as often as so many clients can. */
async function bareTransactions(book: LargeBook, owner: pg.Client, seconds: number): Promise<{ readonly durations: readonly number[]; readonly perSecond: number }> {
  await owner.query('drop table if exists bench_bare_receipt, bench_bare_balance');
  await owner.query('create table bench_bare_receipt (id bigint generated always as identity primary key, loan integer not null, amount_fen bigint not null)');
  await owner.query('create table bench_bare_balance (loan integer primary key, balance_fen bigint not null)');
  await owner.query('insert into bench_bare_balance select n, 0 from generate_series(1, 100000) n');
  const connections = await Promise.all(Array.from({ length: clients }, async () => {
    const client = new pg.Client({ connectionString: book.ownerUrl });
    await client.connect();
    return client;
  }));
  try {
    return await closedLoop(clients, seconds, async (index) => {
      const started = performance.now();
      const client = connections[index];
      const loan = 1 + Math.floor(Math.random() * 100_000);
      await client?.query('begin');
      await client?.query('insert into bench_bare_receipt (loan, amount_fen) values ($1, $2)', [loan, 100]);
      await client?.query('update bench_bare_balance set balance_fen = balance_fen + $2 where loan = $1', [loan, 100]);
      await client?.query('commit');
      return performance.now() - started;
    });
  } finally {
    await Promise.all(connections.map((client) => client.end()));
    await owner.query('drop table bench_bare_receipt, bench_bare_balance');
  }
}

/** Fifty clients pay one loan at the same moment; throws when a receipt or its money is lost. */
async function hotLoan(server: RunningBookServer, owner: pg.Client, due: PayableLoan[]): Promise<Measurement> {
  const loan = due.pop();
  if (!loan) throw new Error('no loan is left to pay');
  const standing = async (): Promise<{ receipts: number; fen: number; events: number }> => {
    const answer = await owner.query<{ receipts: number; fen: number; events: number }>(`
      select count(*)::int as receipts, coalesce(sum(total_fen), 0)::float as fen, (select event_count from loan_state where loan_id = $1) as events from repayment where loan_id = $1`, [loan.loan_id]);
    return answer.rows[0] ?? { receipts: 0, fen: 0, events: 0 };
  };
  const before = await standing();
  const durations = await Promise.all(Array.from({ length: clientsOnOneLoan }, () => postOnce(server, { loan_id: loan.loan_id, amount: '1.00' })));
  const after = await standing();
  const isWhole = after.receipts - before.receipts === clientsOnOneLoan && after.fen - before.fen === clientsOnOneLoan * 100 && after.events - before.events === clientsOnOneLoan;
  if (!isWhole) throw new Error(`an update was lost: ${JSON.stringify({ before, after })}`);
  return { name: `posting, ${clientsOnOneLoan} clients on one loan at once, none lost: last`, value: spreadOf(durations).most, unit: 'ms', comparison: null, ratio: null };
}
