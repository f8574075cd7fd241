import path from 'node:path';
import pg from 'pg';
import type { FastifyInstance } from 'fastify';
import type { AppContext } from './platform/app-context.ts';
import { institutionsForSignIn } from './platform/database.ts';
import { processEnvironment, projectFolder, readConfig, type Config } from './platform/config.ts';
import { prepareDataFolder } from './platform/data-folder.ts';
import { lockDataFolder } from './platform/host/data-folder-lock.ts';
import { isPortFree } from './platform/host/free-port.ts';
import { waitForStopSignal } from './platform/host/stop-signals.ts';
import { loadMasterKey } from './platform/master-key.ts';
import { openDatabase } from './platform/open-database.ts';
import { withProgress } from './platform/progress.ts';
import { explainSystemError, reasonOf, StartFailure, systemErrorCode } from './platform/start-failure.ts';

const closeLimitMs = 10_000;

/** What was started, newest last; stopping goes through it backwards. */
type Undo = (() => void | Promise<void>)[];

const started: Undo = [];
const stop = waitForStopSignal();
let failure: StartFailure | null = null;

try {
  await serve(readConfig(processEnvironment(), process.argv.slice(2)));
  await stop.stopped;
} catch (error) {
  if (!stop.signal.aborted) failure = error instanceof StartFailure ? error : new StartFailure('unexpected', { reason: reasonOf(error) }, error);
  if (failure?.code === 'unexpected') console.error(error);
}
await end();

/** Starts everything in order; each step adds how it is undone. The app is loaded late, so that refusals come at once. */
async function serve(config: Config): Promise<void> {
  const folder = prepareDataFolder(config.dataFolder);
  const lock = await lockDataFolder(folder.root, 'server', '');
  started.push(lock.release, () => lock.update({ isStopping: true }));
  await refuseBusyPort(config);
  const masterKey = loadMasterKey(folder.keys, config.masterKeyBase64, folder.isNew);
  stop.signal.throwIfAborted();
  const database = await openDatabase(config, folder, masterKey, (reason) => lose(new StartFailure('database-lost', { reason })));
  started.push(database.close);
  stop.signal.throwIfAborted();
  const appPool = new pg.Pool({ connectionString: database.appUrl, max: 20, connectionTimeoutMillis: 10_000 });
  // Without a listener one killed backend would end the whole program.
  const sayLost = (error: Error): void => {
    if (!stop.signal.aborted) console.error(`database connection: ${error.message}`);
  };
  appPool.on('error', sayLost);
  // One that is in use between two queries of a transaction tells only itself; its next query fails and is answered.
  appPool.on('connect', (client) => { client.on('error', sayLost); });
  started.push(() => appPool.end());
  const baseUrl = config.baseUrl ?? `http://localhost:${config.port}`;
  const context: AppContext = { appPool, masterKey, webFolder: path.join(projectFolder, 'apps/web/dist'), dataFolder: folder.root, now: () => new Date(), baseUrl };
  const app = await withProgress('正在启动服务', 'Starting the service', async () => (await import('./app.ts')).createApp(context));
  started.push(() => closeServer(app.fastify));
  if (config.isDemo) await makeDemoBook(context, folder.root);
  await listen(app.fastify, config);
  lock.update({ note: baseUrl });
  announce(baseUrl, await app.createSetupLink());
}

/** Only where there is no institution yet: invented customers must never stand among real ones. */
async function makeDemoBook(context: AppContext, dataFolder: string): Promise<void> {
  if ((await institutionsForSignIn(context)).length > 0) throw new StartFailure('demo-refused', { path: dataFolder });
  const { demoSignIn, startDemo } = await import('./features/demo/demo.index.ts');
  await withProgress('正在建立演示账本', 'Making the demo book', () => startDemo(context));
  console.log(`\n演示账本已建立。用户名 ${demoSignIn.userName}，密码 ${demoSignIn.password}\nThe demo book is ready. User name ${demoSignIn.userName}, password ${demoSignIn.password}`);
}

async function refuseBusyPort(config: Config): Promise<void> {
  const isFree = await isPortFree(config.port, config.host).catch((error: unknown) => {
    throw new StartFailure('bad-address', { reason: `${config.host}:${config.port} ${reasonOf(error)}` }, error);
  });
  if (!isFree) throw new StartFailure('busy-port', { port: config.port });
}

async function listen(server: FastifyInstance, config: Config): Promise<void> {
  try {
    await server.listen({ port: config.port, host: config.host });
  } catch (error) {
    if (systemErrorCode(error) === 'EADDRINUSE') throw new StartFailure('busy-port', { port: config.port }, error);
    throw error;
  }
}

function announce(baseUrl: string, setupLink: string | null): void {
  console.log(`\nLoanbook 贷款台账已启动：${baseUrl}\nLoanbook is running at ${baseUrl}`);
  if (setupLink !== null) {
    console.log(`\n第一次使用，请打开这个一次性链接，建立机构和第一个用户：\nFirst use: open this one-time link to create the institution and its first user:\n  ${setupLink}`);
  }
  console.log('\n按 Ctrl-C 停止。 Press Ctrl-C to stop.');
}

/** Requests in flight are finished; a stream that never ends is cut off after the limit. */
async function closeServer(server: FastifyInstance): Promise<void> {
  const limit = setTimeout(() => server.server.closeAllConnections(), closeLimitMs);
  await server.close();
  clearTimeout(limit);
}

function lose(reason: StartFailure): void {
  failure = reason;
  void end();
}

async function end(): Promise<void> {
  if (failure === null) console.log('\n正在停止… Stopping…');
  for (const undo of started.splice(0).toReversed()) {
    try {
      await undo();
    } catch (error) {
      // One step that fails must not keep the others, above all the database, from ending in order.
      console.error(reasonOf(explainSystemError(error, '')));
    }
  }
  if (failure !== null) console.error(`\n${failure.message}`);
  process.exit(failure?.exitCode ?? 0);
}
