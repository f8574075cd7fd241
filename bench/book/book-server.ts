import path from 'node:path';
import pg from 'pg';
import { createApp } from '../../apps/server/src/app.ts';
import type { AppContext } from '../../apps/server/src/platform/app-context.ts';
import { bookNow } from './invented-loan.ts';

/** What the measuring process tells the server that it forks. */
export interface BookServerOrder {
  readonly appUrl: string;
  readonly masterKeyBase64: string;
  readonly dataFolder: string;
}

/** First `port`; then, at each word from the measuring process, what was used since the word before. */
export interface BookServerReport {
  readonly port?: number;
  readonly cpuMs: number;
  readonly statements: number;
}

let statements = 0;
let used = process.cpuUsage();

process.on('SIGTERM', () => process.exit(0));
process.on('message', (order: BookServerOrder | 'report') => {
  if (order === 'report') report({});
  else void start(order).then((port) => report({ port }));
});

function report(given: { readonly port?: number }): void {
  const now = process.cpuUsage();
  process.send?.({ ...given, cpuMs: (now.user + now.system - used.user - used.system) / 1000, statements } satisfies BookServerReport);
  used = now;
  statements = 0;
}

/** The server as it runs in production, on the day of the book, without the limit of requests a minute. */
async function start(order: BookServerOrder): Promise<number> {
  const appPool = new pg.Pool({ connectionString: order.appUrl, max: 20 });
  appPool.on('connect', countStatements);
  const context: AppContext = {
    appPool, masterKey: Buffer.from(order.masterKeyBase64, 'base64'), webFolder: path.join(order.dataFolder, 'no-web'), dataFolder: order.dataFolder,
    now: () => new Date(bookNow), baseUrl: 'http://localhost:8080', requestsPerMinute: 100_000_000,
  };
  const { fastify } = await createApp(context);
  await fastify.listen({ port: 0, host: '127.0.0.1' });
  const address = fastify.server.address();
  if (address === null || typeof address === 'string') throw new Error('the server has no port');
  return address.port;
}

function countStatements(client: pg.PoolClient): void {
  client.query = new Proxy(client.query, {
    apply(query, self, given) {
      statements += 1;
      // as: a proxy passes on whatever it was called with.
      return Reflect.apply(query, self, given) as unknown;
    },
  });
}
