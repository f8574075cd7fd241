import { parseCivilDate, type CivilDate } from '@loanbook/engine/civil-date.ts';
import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import { z } from 'zod';
import type { AppContext } from './app-context.ts';
import { auditStatements, mostAuditStatements, writeAudit } from './audit.ts';
import type { DatabaseSchema } from './database-schema.ts';
import { databaseValues } from './database-values.ts';
import { failure } from './failure.ts';
import { isId } from './ids.ts';
import { sendTogether, type DatabaseStatement } from './send-together.ts';
import { preparedName } from './prepared-name.ts';
import type { Actor, AuditInput, Tx } from './transaction.ts';

export type { Actor, Tx } from './transaction.ts';

const attempts = 4;
const retriedCodes: ReadonlySet<string> = new Set(['40001', '40P01']);

/**
 * Runs `work` in one READ COMMITTED transaction behind the institution's wall. On a deadlock or a serialisation
 * failure it is run again, up to four times, so it must have no effect outside the database (use `afterCommit`).
 * A transaction that changed something and audited nothing fails. Throws Failure `busy` when no connection is free.
 */
export async function inInstitution<Result>(app: AppContext, actor: Actor, work: (tx: Tx) => Promise<Result>): Promise<Result> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await runOnce(app, actor, work);
    } catch (error) {
      if (attempt >= attempts || !retriedCodes.has(databaseErrorCode(error) ?? '')) throw error;
      await new Promise((resolve) => setTimeout(resolve, 2 ** attempt * 5 * (1 + Math.random())));
    }
  }
}

/**
 * The same for reading only, as everything was at one moment: statements that must agree with each other while people go on
 * working. Throws Failure `busy` when no connection is free.
 */
export function inSnapshot<Result>(app: AppContext, actor: Actor, work: (tx: Tx) => Promise<Result>): Promise<Result> {
  return runOnce(app, actor, work, 'repeatable read read only');
}

/**
 * One statement that reads, inside an institution, in one round trip: for what every single request asks.
 * Throws Failure `busy` when no connection is free.
 */
export async function askInstitution(app: AppContext, institutionId: string, now: Date, statement: DatabaseStatement): Promise<{ readonly clock: InstitutionClock; readonly rows: readonly unknown[] }> {
  const client = await takeConnection(app);
  let isBroken = true;
  try {
    const [entered, answer] = await sendTogether(client, [{ name: '', text: enterText(institutionId, now, 'read committed'), values: [] }, { ...statement, types: databaseValues }, commitStatement]);
    isBroken = false;
    return { clock: readClock(entered), rows: answer?.rows ?? [] };
  } finally {
    client.release(isBroken);
  }
}

/** The institutions there are, with their clocks: the one question that may be asked before anyone is known. */
export async function institutionsForSignIn(app: AppContext): Promise<readonly { institutionId: string; name: string; timeZone: string }[]> {
  const answer = await app.appPool.query<{ institution_id: string; name: string; time_zone: string }>('select institution_id, name, time_zone from institutions_for_sign_in()');
  return answer.rows.map((row) => ({ institutionId: row.institution_id, name: row.name, timeZone: row.time_zone }));
}

/** SQLSTATE of a database error, else undefined. */
export function databaseErrorCode(error: unknown): string | undefined {
  return error instanceof pg.DatabaseError ? error.code : undefined;
}

/** True for a violation of that unique constraint or index; the transaction is lost unless it happened in a savepoint. */
export function isUniqueViolation(error: unknown, constraintName: string): boolean {
  return error instanceof pg.DatabaseError && error.code === '23505' && error.constraint === constraintName;
}

type Isolation = 'read committed' | 'repeatable read read only';

async function runOnce<Result>(app: AppContext, actor: Actor, work: (tx: Tx) => Promise<Result>, isolation: Isolation = 'read committed'): Promise<Result> {
  const client = await takeConnection(app);
  let isBroken = false;
  try {
    const open = await begin(app, client, actor, isolation);
    const result = await work(open.tx);
    await commit(open);
    for (const effect of open.effects) effect();
    return result;
  } catch (error) {
    // A connection that cannot even roll back must not go back into the pool.
    await client.query('rollback').catch(() => { isBroken = true; });
    throw error;
  } finally {
    client.release(isBroken);
  }
}

function takeConnection(app: AppContext): Promise<pg.PoolClient> {
  return app.appPool.connect().catch((error: unknown) => {
    throw Object.assign(failure('busy'), { cause: error });
  });
}

interface OpenTransaction {
  readonly tx: Tx;
  readonly entries: AuditInput[];
  readonly effects: (() => void)[];
  readonly lastStatements: DatabaseStatement[];
  isBookkeeping: boolean;
}

async function begin(app: AppContext, client: pg.PoolClient, actor: Actor, isolation: Isolation): Promise<OpenTransaction> {
  const now = app.now();
  const { timeZone, businessDate } = readClock(await client.query(enterText(actor.institutionId, now, isolation)));
  const entries: AuditInput[] = [];
  const effects: (() => void)[] = [];
  const lastStatements: DatabaseStatement[] = [];
  const tx: Tx = {
    app, db: handleFor(client), client, actor, institutionId: actor.institutionId, timeZone, businessDate, now,
    audit: (entry) => { entries.push(entry); },
    sendWithCommit: (statement) => { lastStatements.push(statement); },
    markBookkeeping: () => { open.isBookkeeping = true; },
    afterCommit: (effect) => { effects.push(effect); },
  };
  const open: OpenTransaction = { tx, entries, effects, lastStatements, isBookkeeping: false };
  return open;
}

/**
 * Begin, raise the wall, learn the clock, set the business date in one text. Settings are local to the transaction, because
 * a session's settings would leak to the next user of the pooled connection. Values are a checked UUID and our own clock's
 * text. An institution that is only being founded has no clock yet and gets the default one.
 */
function enterText(institutionId: string, now: Date, isolation: Isolation): string {
  if (!isId(institutionId)) throw new Error('an institution id is a UUID');
  return `begin isolation level ${isolation};
    select set_config('loanbook.institution_id', '${institutionId}', true);
    select time_zone, set_config('loanbook.business_date', (timestamptz '${now.toISOString()}' at time zone time_zone)::date::text, true) as business_date
    from (select coalesce((select time_zone from institution where institution_id = '${institutionId}'), 'Asia/Shanghai') as time_zone) clock`;
}

/** The institution's clock at the moment that was given to `enterText`. */
export interface InstitutionClock {
  readonly timeZone: string;
  readonly businessDate: CivilDate;
}

function readClock(results: unknown): InstitutionClock {
  const [clock] = enteredSchema.parse(results)[2].rows;
  const businessDate = parseCivilDate(clock.business_date);
  if (businessDate === null) throw new Error('the institution has no business date');
  return { timeZone: clock.time_zone, businessDate };
}

/** Several statements in one text answer with one result each; the library's type knows only of one. */
const enteredSchema = z.tuple([z.unknown(), z.unknown(), z.object({ rows: z.tuple([z.object({ time_zone: z.string(), business_date: z.string() })]) })]);

const commitStatement: DatabaseStatement = { name: '', text: 'commit', values: [] };

async function commit(open: OpenTransaction): Promise<void> {
  const { client } = open.tx;
  if (open.entries.length > 0 || open.isBookkeeping) {
    const answers = await sendTogether(client, [...(await lastStatements(open)), commitStatement]);
    // PostgreSQL answers ROLLBACK when an earlier statement failed and somebody swallowed the error.
    if (answers.at(-1)?.command !== 'COMMIT') throw new Error('the transaction was lost to an earlier error');
    return;
  }
  if (open.lastStatements.length > 0) throw new Error('a statement was left to the commit of a transaction without an audit entry');
  // No audit row, no change: a transaction id is only given to a transaction that wrote.
  await client.query(`do $$ begin if pg_current_xact_id_if_assigned() is not null then raise exception 'a change without an audit entry' using errcode = 'LB002'; end if; end $$; commit`);
}

/** The audit's lock is taken behind every other. */
async function lastStatements({ tx, entries, lastStatements: left }: OpenTransaction): Promise<readonly DatabaseStatement[]> {
  if (entries.length <= mostAuditStatements) return [...left, ...(await auditStatements(tx, entries))];
  await sendTogether(tx.client, left);
  await writeAudit(tx, entries);
  return [];
}

function handleFor(client: pg.PoolClient): Kysely<DatabaseSchema> {
  const connection: pg.PoolClient = Object.create(client, {
    query: { value: (text: string, values: readonly unknown[]) => client.query({ ...preparedName(text), text, values: [...values], types: databaseValues }) },
    // The transaction holds the connection, not the query builder.
    release: { value: () => undefined },
  });
  return new Kysely<DatabaseSchema>({ dialect: new PostgresDialect({ pool: { connect: () => Promise.resolve(connection), end: () => Promise.resolve(), options: {} } }) });
}
