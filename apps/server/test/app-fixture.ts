import { randomBytes } from 'node:crypto';
import path from 'node:path';
import type { HttpMethod } from '@loanbook/contract/route.ts';
import pg from 'pg';
import { createApp, type Feature, type LoanbookApp } from '../src/app.ts';
import type { AppContext, LogLine } from '../src/platform/app-context.ts';
import { inInstitution, type Actor, type Tx } from '../src/platform/database.ts';
import { newId } from '../src/platform/ids.ts';
import type { Role } from '../src/platform/policy.ts';
import { openSession } from '../src/platform/session-store.ts';
import { testMasterKey } from './database-setup.ts';
import { createTestDatabase, type TestDatabase } from './test-database.ts';

export interface TestReply {
  readonly status: number;
  /** The parsed JSON, or undefined. */
  // oxlint-disable-next-line typescript/no-explicit-any -- any: each test knows the shape it asserts on
  readonly body: any; // any: see above
  readonly text: string;
  readonly bytes: Buffer;
  readonly headers: Readonly<Record<string, string | string[] | number | undefined>>;
}

/** A person of a test institution; `send` calls the server as the browser would. */
export interface TestUser {
  readonly actor: Actor & { readonly personId: string };
  readonly userName: string;
  readonly cookie: string;
  send(method: HttpMethod, url: string, body?: unknown, headers?: Readonly<Record<string, string>>): Promise<TestReply>;
  /** The same with a fresh idempotency key. */
  post(url: string, body?: unknown): Promise<TestReply>;
  /** Runs in a transaction of this person's institution. */
  inTransaction<Result>(work: (tx: Tx) => Promise<Result>): Promise<Result>;
}

export interface TestApp {
  readonly app: LoanbookApp;
  readonly context: AppContext;
  readonly database: TestDatabase;
  readonly log: readonly LogLine[];
  /** A person of the first institution, or of the second, which must never see anything of the first. */
  as(role: Role, institution?: 'first' | 'second'): TestUser;
  readonly anonymous: Pick<TestUser, 'send'>;
  /** One more institution with a person of full rights. */
  foundAnother(): Promise<TestUser>;
  /** Moves the program's clock: an ISO instant. */
  setNow(instant: string): void;
  /** Superuser-like look behind the wall, as the owner. */
  asOwner(text: string, values?: readonly unknown[]): Promise<pg.QueryResult>;
  stop(): Promise<void>;
}

/** Noon in Shanghai, so that a test does not change its day in another time zone. */
export const testNow = '2026-03-16T04:00:00.000Z';

/** The whole server on a database of its own, with two institutions of two people each. Call `stop` in afterAll. */
export async function startTestApp(settings: Partial<AppContext> = {}, features?: readonly Feature[]): Promise<TestApp> {
  const database = await createTestDatabase();
  const appPool = new pg.Pool({ connectionString: database.appUrl, max: 12 });
  // As main does: a connection lost in the middle of work is told by the work that fails.
  appPool.on('connect', (client) => { client.on('error', () => undefined); });
  const owner = new pg.Client({ connectionString: database.ownerUrl });
  await owner.connect();
  const log: LogLine[] = [];
  let now = new Date(testNow);
  const context: AppContext = {
    appPool, masterKey: testMasterKey, webFolder: path.join(import.meta.dirname, 'no-web-folder'), dataFolder: '', now: () => now, baseUrl: 'http://localhost:8080',
    log: (line) => { log.push(line); }, requestsPerMinute: 1_000_000, checksReplies: true, ...settings,
  };
  const app = await createApp(context, features);
  const users = new Map<string, TestUser>();
  for (const institution of ['first', 'second'] as const) {
    const institutionId = await foundInstitution(context, institution === 'first' ? '青禾小额贷款有限公司' : '白石小额贷款有限公司');
    for (const role of ['full', 'read_only'] as const) users.set(`${institution} ${role}`, await makeUser(app, context, institutionId, role));
  }
  return {
    app, context, database, log,
    as(role, institution = 'first') {
      const user = users.get(`${institution} ${role}`);
      if (!user) throw new Error('no such test user');
      return user;
    },
    anonymous: { send: (method, url, body, headers = {}) => inject(app, method, url, body, headers) },
    foundAnother: async () => makeUser(app, context, await foundInstitution(context, '另一家小额贷款有限公司'), 'full'),
    setNow: (instant) => { now = new Date(instant); },
    asOwner: (text, values = []) => owner.query(text, [...values]),
    async stop() {
      await app.fastify.close();
      await appPool.end();
      await owner.end();
      await database.drop();
    },
  };
}

async function foundInstitution(context: AppContext, name: string): Promise<string> {
  const institutionId = newId(context.now());
  await inInstitution(context, { institutionId, personId: null, name: 'test' }, async (tx) => {
    await tx.db.insertInto('institution').values({ institution_id: institutionId, name }).execute();
    tx.audit({ action: 'institution.founded', objectType: 'institution', objectId: institutionId });
  });
  return institutionId;
}

async function makeUser(app: LoanbookApp, context: AppContext, institutionId: string, role: Role): Promise<TestUser> {
  const personId = newId(context.now());
  const userName = `${role === 'full' ? 'full' : 'reader'}-${randomBytes(3).toString('hex')}`;
  const actor = { institutionId, personId, name: role === 'full' ? '王经理' : '李审计' };
  const session = await inInstitution(context, actor, async (tx) => {
    // No password opens this account: its sessions are made by the fixture.
    await tx.db.insertInto('person').values({ institution_id: institutionId, person_id: personId, user_name: userName, display_name: actor.name, role, password_hash: '!', created_at: tx.now }).execute();
    tx.markBookkeeping();
    return openSession(tx, personId, 'test');
  });
  const cookie = `loanbook=${session}`;
  let current = { cookie, openedAtMs: context.now().getTime() };
  const send: TestUser['send'] = async (method, url, body, headers = {}) => {
    // A test that moves the clock by days means to be signed in still.
    if (Math.abs(context.now().getTime() - current.openedAtMs) > 3_600_000) current = await openTestSession(context, actor);
    return inject(app, method, url, body, { cookie: current.cookie, ...headers });
  };
  return {
    actor, userName, cookie, send,
    post: (url, body) => send('POST', url, body, { 'idempotency-key': randomBytes(12).toString('hex') }),
    inTransaction: (work) => inInstitution(context, actor, work),
  };
}

async function openTestSession(context: AppContext, actor: TestUser['actor']): Promise<{ cookie: string; openedAtMs: number }> {
  const session = await inInstitution(context, actor, (tx) => {
    tx.markBookkeeping();
    return openSession(tx, actor.personId, 'test');
  });
  return { cookie: `loanbook=${session}`, openedAtMs: context.now().getTime() };
}

async function inject(app: LoanbookApp, method: HttpMethod, url: string, body: unknown, headers: Readonly<Record<string, string>>): Promise<TestReply> {
  const isRaw = typeof body === 'string' || Buffer.isBuffer(body);
  const reply = await app.fastify.inject({
    method, url,
    headers: { ...(body === undefined || isRaw ? {} : { 'content-type': 'application/json' }), ...headers },
    ...(body === undefined ? {} : { payload: isRaw ? body : JSON.stringify(body) }),
  });
  const isJson = String(reply.headers['content-type'] ?? '').startsWith('application/json');
  return { status: reply.statusCode, body: isJson ? reply.json() : undefined, text: reply.body, bytes: reply.rawPayload, headers: reply.headers };
}
